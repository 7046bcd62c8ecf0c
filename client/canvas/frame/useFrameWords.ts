/** The words of the frame in the person's language. Made once for all shapes: making them costs more than drawing one. */
import { createContext, useContext, useMemo } from 'react';
import { getI18n, useTranslation } from 'react-i18next';
import { type FrameWords, frameWords } from '#shared/drawings/FrameLook.ts';

/** Null where shapes are drawn outside of the board, for a picture. */
export const FrameWordsContext = createContext<FrameWords | null>(null);

/** For whoever gives them to the shapes; the same object as long as the language stays. */
export function useNewFrameWords(): FrameWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => frameWords(language, i18n.getFixedT(language)), [i18n, language]);
}

export function useFrameWords(): FrameWords {
  const given = useContext(FrameWordsContext);
  return useMemo(() => {
    const texts = getI18n();
    return given ?? frameWords(texts.language, texts.t);
  }, [given]);
}
