/** The languages that Roundtable speaks: each has its folder beside this file, and its tag here. */
export const languages: readonly string[] = ['en'];

/** Whose words stand wherever another language has none. */
export const fallbackLanguage = 'en';

/** The first of these tags (BCP 47, most wanted first) that is spoken here, itself or without its region. */
export function chooseLanguage(wanted: readonly string[], spoken = languages): string {
  for (const tag of wanted) {
    const found = [tag, tag.split('-')[0]].find((one) => one !== undefined && spoken.includes(one));
    if (found !== undefined) return found;
  }
  return fallbackLanguage;
}
