/** What stands where on a card: the name in two lines, below it the tokens and the sector. */
import { fitText } from './fitText.ts';
import type { Box, CardLayout, TokenSlot } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';

export type CardContents = Pick<CardLayout, 'name' | 'nameBox' | 'tokens' | 'tokenOverflow' | 'sectorBox'>;

/** More tokens than this share the last slot. */
const mostTokens = 6;

export function cardContents(name: string, tokenCount: number): CardContents {
  const { width, height, stripe, padding, footer } = frameMeasures.card;
  const left = stripe + padding;
  const room = width - left - padding;
  const shown = Math.min(tokenCount, mostTokens);
  const { size, gap } = frameMeasures.token;
  const middle = height - 3 - footer / 2;
  const tokens: TokenSlot[] = Array.from({ length: shown }, (_, at) => ({
    x: left + size / 2 + at * (size + gap),
    y: middle,
    size,
  }));
  const tokensEnd = left + shown * (size + gap) + (shown > 0 ? gap : 0);
  const nameBox: Box = { x: left, y: padding - 2, width: room, height: height - footer - padding - 1 };
  return {
    name: fitText(name, { width: room, maxLines: 2, fontSizes: [14, 13, 12, 11.25], leading: 1.17 }),
    nameBox,
    tokens,
    tokenOverflow: tokenCount > mostTokens ? tokenCount - mostTokens + 1 : 0,
    sectorBox: { x: tokensEnd, y: middle - footer / 2, width: left + room - tokensEnd, height: footer },
  };
}
