/** The words of the cycle in the person's language. */
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type CycleWords, cycleWords } from '#shared/drawings/CycleLook.ts';

/** Making them costs more than drawing a shape, so all shapes share them. */
const made = new WeakMap<i18n, CycleWords>();

export function useCycleWords(): CycleWords {
  const texts = useTranslation().i18n;
  const known = made.get(texts);
  if (known?.language === texts.language) return known;
  const words = cycleWords(texts.language, texts.getFixedT(texts.language));
  made.set(texts, words);
  return words;
}
