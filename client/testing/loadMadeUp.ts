/**
 * A made-up language for tests of pages, under the tag of Greek: what `Intl` writes has no plain letters in it either, and tells
 * whether it was asked in the language of the page.
 */
import { madeUpWords } from '#shared/testing/madeUpWords.ts';
import first from '#shared/words/en/first.json';
import home from '#shared/words/en/home.json';
import fileImport from '#shared/words/en/import.json';
import join from '#shared/words/en/join.json';
import roomScreen from '#shared/words/en/roomScreen.json';
import { boardWords } from '#client/locales/boardWords.ts';
import type { LoadWords } from '#client/locales/loadWords.ts';

export const madeUpLanguage = 'el';

const english: Readonly<Record<string, object>> = { ...boardWords, first, home, import: fileImport, join, roomScreen };

export const loadMadeUp: LoadWords = (_language, area) => Promise.resolve(madeUpWords(english[area] ?? {}));
