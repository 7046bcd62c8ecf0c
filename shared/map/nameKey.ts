/** When two names are one: people write the same name with other spaces, accents in two pieces, or in capitals. */
import { oneLine, withoutIgnorable } from '../text/unseen.ts';

/** The name as it is kept: accents composed, every run of white space one space (no-break spaces, too), none around it. */
export function tidyName(name: string): string {
  return oneLine(name);
}

/** Equal for names that people would call the same: as `tidyName`, in any case and with any apostrophe. Never shown. */
export function nameKey(name: string): string {
  // by way of capitals, as in "Straße" and "STRASSE"
  return oneLine(withoutIgnorable(name))
    .toUpperCase()
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'");
}
