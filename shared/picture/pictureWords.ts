/** What drawings say where they stand in a report: the same words as on the canvas. */
import cycle from '#shared/words/en/cycle.json' with { type: 'json' };
import first from '#shared/words/en/first.json' with { type: 'json' };
import type { ReportWords } from '#shared/words/ReportWords.ts';
import { type CycleWords, cycleWords } from '../drawings/CycleLook.ts';
import { type FrameWords, frameWords } from '../drawings/FrameLook.ts';

type Texts = { readonly [key: string]: string | Texts };
type Values = Readonly<Record<string, string | number>>;

const frameTexts: Texts = first.frame;
const cycleTexts: Texts = { ...cycle.cycle, ...first.cycle };

export function frameWordsOf(words: ReportWords): FrameWords {
  return frameWords(words.language, sayOf(words, frameTexts));
}

export function cycleWordsOf(words: ReportWords): CycleWords {
  return cycleWords(words.language, sayOf(words, cycleTexts));
}

function sayOf(words: ReportWords, texts: Texts): (text: string, values?: Values) => string {
  const plural = new Intl.PluralRules(words.language);
  return (text, values = {}) => {
    const { count } = values;
    const form = typeof count === 'number' ? `${text}_${plural.select(count)}` : text;
    const found = form
      .split('.')
      .reduce<string | Texts>((at, key) => (typeof at === 'string' ? at : (at[key] ?? text)), texts);
    return String(found).replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === 'number' ? words.number(value) : value;
    });
  };
}
