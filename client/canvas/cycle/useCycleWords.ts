/** The words of the cycle in the person's language. */
import type { i18n, ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type CycleWords, cycleWords } from '#shared/drawings/CycleLook.ts';

/** Making them costs more than drawing a shape, so all shapes share them. */
const made = new WeakMap<i18n, CycleWords>();

export function useCycleWords(): CycleWords {
  const texts = useTranslation().i18n;
  const known = made.get(texts);
  if (known?.language === texts.language) return known;
  // i18next would know the values of one key, not of any of them.
  const t = texts.getFixedT(texts.language) as unknown as (key: ParseKeys, values?: object) => string;
  const words = cycleWords(texts.language, (text, values) => t(`cycle.${text}`, values));
  made.set(texts, words);
  return words;
}
