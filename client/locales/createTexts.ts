/** The i18next instance of one page. English comes with the page; a further language is one more file and one more line. */
import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { enFirst } from './enFirst.ts';

export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/** With the texts that every page needs first; `takeTexts` adds the others. */
export async function createTexts(language: Language): Promise<i18n> {
  const texts = createInstance();
  texts.use(initReactI18next);
  await texts.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: enFirst } },
    // React escapes what it shows; what is written from right to left keeps to its place in a sentence.
    interpolation: { escapeValue: true, escape: isolated },
    returnNull: false,
    // What is on the screen when further texts come shows them.
    react: { bindI18nStore: 'added' },
  });
  return texts;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function isolated(value: string): string {
  return rightToLeft.test(value) ? `\u2068${value}\u2069` : value;
}

/** `silent`: nothing that is on the screen shows them. */
export function takeTexts(texts: i18n, language: Language, table: object, how?: { readonly silent: boolean }): void {
  texts.addResourceBundle(language, 'translation', table, true, true, how);
}
