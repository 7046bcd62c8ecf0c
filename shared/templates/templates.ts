/** The six templates as data, in the order of the picker: what is on each, and its words. */
import english from '../words/en/templates.json' with { type: 'json' };
import type { TemplateTexts } from '../words/wordsIn.ts';
import baltimore from './baltimore.json' with { type: 'json' };
import blank from './blank.json' with { type: 'json' };
import corridors from './corridors.json' with { type: 'json' };
import detroit from './detroit.json' with { type: 'json' };
import employment from './employment.json' with { type: 'json' };
import newark from './newark.json' with { type: 'json' };
import { withWords } from './withWords.ts';

const files = { blank, employment, baltimore, newark, corridors, detroit } as const;
export type TemplateId = keyof typeof files;
export const templateIds: readonly TemplateId[] = [
  'blank',
  'employment',
  'baltimore',
  'newark',
  'corridors',
  'detroit',
];

export function isTemplateId(id: string): id is TemplateId {
  return Object.hasOwn(files, id);
}

type Templates = typeof files;

const made = new Map<TemplateTexts, Templates>();

/** Whole files in one language; put together once. */
export function templatesIn(texts: TemplateTexts): Templates {
  const found =
    made.get(texts) ??
    (Object.fromEntries(templateIds.map((id) => [id, withWords(files[id], texts[id])])) as Templates);
  made.set(texts, found);
  return found;
}

export const englishTexts: TemplateTexts = english.templates;
/** In English. */
export const templates = templatesIn(englishTexts);
