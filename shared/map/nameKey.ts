/** When two names are one: people write the same name with other spaces, accents in two pieces, or in capitals. */

/** Letters that nobody sees. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/g;

/** The name as it is kept: accents composed, every run of white space one space (no-break spaces, too), none around it. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** Equal for names that people would call the same: as `tidyName`, in any case and with any apostrophe. Never shown. */
export function nameKey(name: string): string {
  // by way of capitals, as in "Straße" and "STRASSE"
  return tidyName(name)
    .toUpperCase()
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'");
}
