/** The words of sheets in the person's language. */
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type SheetWords, sheetWords } from '#shared/drawings/SheetLook.ts';

/** Making them costs more than drawing a shape, so all shapes share them. */
const made = new WeakMap<i18n, SheetWords>();

export function useSheetWords(): SheetWords {
  const texts = useTranslation().i18n;
  const known = made.get(texts);
  if (known?.language === texts.language) return known;
  const words = sheetWords(texts.language, texts.getFixedT(texts.language));
  made.set(texts, words);
  return words;
}
