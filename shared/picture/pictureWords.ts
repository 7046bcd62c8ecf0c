/** What drawings say where they stand in a report, in its language. */
import { type FrameWords, frameWords, type PlainFrameText } from '../drawings/FrameLook.ts';
import type { ReportWords } from '#shared/words/ReportWords.ts';

export function frameWordsOf(words: ReportWords): FrameWords {
  const { picture, letters, sector, engagement } = words.texts;
  const plain: Readonly<Record<PlainFrameText, string>> = picture;
  const texts: Readonly<Record<string, string>> = {
    ...plain,
    ...within('letters', letters),
    ...within('sector', { ...sector, none: picture.noSector }),
    ...within('engagement', engagement),
  };
  return frameWords(words.language, (text, values = {}) => words.fill(texts[text] ?? text, values));
}

function within(group: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${group}.${name}`, text]));
}
