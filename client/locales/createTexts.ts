/**
 * The i18next instance of one page. English comes with the code that shows it; the words of another language are loaded when
 * somebody speaks it: those of the pages before a board at once, the others with the panels.
 */
import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import first from '#shared/words/en/first.json';
import { intlFormatter } from '#shared/words/intlFormatter.ts';
import { leaveOpen } from '#shared/words/leaveOpen.ts';
import { fallbackLanguage } from '#shared/words/languages.ts';
import { afterBoard, beforeBoard, loadWords, type LoadWords, withBoard } from './loadWords.ts';

/** With the texts that every page needs first; `takeTexts` adds the others. */
export async function createTexts(language: string, load: LoadWords = loadWords): Promise<i18n> {
  const texts = createInstance();
  texts.use(initReactI18next);
  texts.use(intlFormatter);
  await texts.init({
    lng: language,
    fallbackLng: fallbackLanguage,
    resources: { [fallbackLanguage]: { translation: first } },
    // React escapes what it shows; what is written from right to left keeps to its place in a sentence.
    interpolation: { escapeValue: true, escape: isolated, alwaysFormat: true },
    missingInterpolationHandler: leaveOpen,
    returnNull: false,
    // What is on the screen when further texts come shows them.
    react: { bindI18nStore: 'added' },
  });
  await takeLanguage(texts, language, beforeBoard, load);
  return texts;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function isolated(value: string): string {
  return rightToLeft.test(value) ? `\u2068${value}\u2069` : value;
}

/** English words. `silent`: nothing that is on the screen shows them. */
export function takeTexts(texts: i18n, table: object, how?: { readonly silent: boolean }): void {
  texts.addResourceBundle(fallbackLanguage, 'translation', table, true, true, how);
}

/** The words of a board, in the language of the page. */
export async function takeBoardTexts(
  texts: i18n,
  tables: Readonly<Record<string, object>>,
  load: LoadWords = loadWords,
): Promise<void> {
  for (const table of Object.values(tables)) takeTexts(texts, table);
  await takeLanguage(texts, texts.language, [...withBoard, ...afterBoard], load);
}

/** Turns the page into another language, once its words are there. */
export async function changeLanguage(texts: i18n, language: string, load: LoadWords = loadWords): Promise<void> {
  if (texts.language === language) return;
  await takeLanguage(texts, language, [...beforeBoard, ...withBoard, ...afterBoard], load);
  await texts.changeLanguage(language);
}

async function takeLanguage(texts: i18n, language: string, areas: readonly string[], load: LoadWords): Promise<void> {
  if (language === fallbackLanguage) return;
  for (const table of await Promise.all(areas.map((area) => load(language, area))))
    if (table !== null) texts.addResourceBundle(language, 'translation', table, true, true);
}
