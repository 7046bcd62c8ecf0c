/** How sheets are drawn: in which colors and words. */
import type { ParseKeys, TFunction } from 'i18next';
import type { MadeCollection } from '../map/readings/madeCollections.ts';
import type { SheetPalette } from '../views/sheet/sheetPalette.ts';

export interface SheetLook {
  readonly palette: SheetPalette;
  readonly words: SheetWords;
}

export type SheetText =
  | 'noQuestion'
  | 'summary'
  | 'notes'
  | 'groups'
  | 'ungrouped'
  | 'allGrouped'
  | 'more'
  | 'twice'
  | 'times'
  | 'untitled'
  | 'noText'
  | 'noNotes'
  | 'became'
  | `made.${MadeCollection}`;

export interface SheetWords {
  readonly language: string;
  /** A text with a `count` has a form for this many. */
  say(text: SheetText, values?: Readonly<Record<string, string | number | readonly string[]>>): string;
}

/** Made once for many drawings: it costs more than one of them. `translate` has the words of the canvas. */
export function sheetWords(language: string, translate: TFunction): SheetWords {
  // i18next would know the values of one key, not of any of them
  const t = translate as unknown as (key: ParseKeys, values?: object) => string;
  return {
    language,
    say: (text, values) => t(`sheet.${text}` as ParseKeys, values),
  };
}

/** "Now an interest and an action"; empty where nothing was made of it. */
export function becameWords(became: readonly MadeCollection[], words: SheetWords): string {
  if (became.length === 0) return '';
  return words.say('became', { things: became.map((one) => words.say(`made.${one}`)) });
}

/** "Written twice"; empty for what was written once. */
export function timesWords(times: number, words: SheetWords): string {
  if (times < 2) return '';
  return times === 2 ? words.say('twice') : words.say('times', { count: times });
}
