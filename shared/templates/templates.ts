/** The six templates as data, in the order of the picker. */
import baltimore from './baltimore.json' with { type: 'json' };
import blank from './blank.json' with { type: 'json' };
import corridors from './corridors.json' with { type: 'json' };
import detroit from './detroit.json' with { type: 'json' };
import employment from './employment.json' with { type: 'json' };
import newark from './newark.json' with { type: 'json' };

export const templates = { blank, employment, baltimore, newark, corridors, detroit } as const;
export type TemplateId = keyof typeof templates;
export const templateIds: readonly TemplateId[] = [
  'blank',
  'employment',
  'baltimore',
  'newark',
  'corridors',
  'detroit',
];

export function isTemplateId(id: string): id is TemplateId {
  return Object.hasOwn(templates, id);
}
