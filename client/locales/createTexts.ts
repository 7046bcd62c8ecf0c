/** The i18next instance of one page. English comes with the page; a further language is one more file and one more line. */
import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';

export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

export async function createTexts(language: Language): Promise<i18n> {
  const texts = createInstance();
  texts.use(initReactI18next);
  await texts.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}
