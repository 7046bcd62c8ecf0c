/** Words for the server, for commands and for what is made of a board, in one language and ready at once. */
import { createInstance, type i18n } from 'i18next';
import { intlFormatter } from './intlFormatter.ts';
import { fallbackLanguage } from './languages.ts';
import { leaveOpen } from './leaveOpen.ts';
import type english from './en/templates.json';

/** What templates are called and say, in one language. */
export type TemplateTexts = (typeof english)['templates'];

/** What says sentences: an i18next instance. */
export type WordSource = Pick<i18n, 't' | 'language'>;

/** Areas that are read where no page is; the first three have the words of what is drawn. */
const areas = ['first', 'board', 'cycle', 'findings', 'record', 'report', 'runSheets', 'sheet', 'templates'] as const;

const read = new Map<string, Promise<i18n>>();

/** `language` is one of `languages`. Read once. */
export function wordsIn(language: string): Promise<i18n> {
  const found = read.get(language) ?? readWords(language);
  read.set(language, found);
  return found;
}

async function readWords(language: string): Promise<i18n> {
  const words = createInstance();
  words.use(intlFormatter);
  await words.init({
    lng: language,
    fallbackLng: fallbackLanguage,
    resources: {},
    // files are no HTML
    interpolation: { escapeValue: false, alwaysFormat: true },
    missingInterpolationHandler: leaveOpen,
    returnNull: false,
  });
  // what a language lacks is said in English, also where whole tables are read
  for (const one of new Set([fallbackLanguage, language]))
    for (const area of areas) words.addResourceBundle(language, 'translation', await readArea(one, area), true, true);
  return words;
}

async function readArea(language: string, area: string): Promise<object> {
  const file = (await import(`./${language}/${area}.json`, { with: { type: 'json' } })) as { readonly default: object };
  return file.default;
}

/** What templates are called and say. */
export async function templateTextsIn(language: string): Promise<TemplateTexts> {
  const { templates } = (await wordsIn(language)).getResourceBundle(language, 'translation') as {
    readonly templates: TemplateTexts;
  };
  return templates;
}
