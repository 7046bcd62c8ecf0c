/** Breaks a whole text into a box: as large as it goes, and cut only when the smallest letters do not hold it. */
import { fitText } from '#shared/views/frame/fitText.ts';
import type { FittedText } from '#shared/views/frame/FrameLayout.ts';

export interface ParagraphRoom {
  readonly width: number;
  readonly height: number;
  /** Tried one after the other, largest first. */
  readonly fontSizes: readonly number[];
  /** As a multiple of the font size. */
  readonly leading: number;
}

export function fitParagraph(text: string, { width, height, fontSizes, leading }: ParagraphRoom): FittedText {
  let fitted: FittedText = { lines: [], fontSize: fontSizes[0] ?? 12, lineHeight: 15, cut: false };
  for (const fontSize of fontSizes) {
    const maxLines = Math.max(1, Math.floor(height / (fontSize * leading)));
    fitted = fitText(text, { width, maxLines, fontSizes: [fontSize], leading });
    if (!fitted.cut) return fitted;
  }
  return fitted;
}
