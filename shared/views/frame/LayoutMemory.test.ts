import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameInput } from './FrameLayout.ts';
import { LayoutMemory } from './LayoutMemory.ts';
import { layoutFrame } from './layoutFrame.ts';
import { frameWith, randomFrame } from './testing/randomFrame.ts';

describe('a layout with a memory', () => {
  it('[FRAME-4] is the same as without, whatever was laid out before', () => {
    fc.assert(
      fc.property(randomFrame({ interests: 8, organizations: 40, byHand: 6 }), fc.nat(), (input, pick) => {
        const memory = new LayoutMemory();
        const [first, ...rest] = input.cards;
        const other = input.interests[pick % Math.max(1, input.interests.length)]?.id ?? '';
        const steps: readonly FrameInput[] = [
          input,
          { ...input, cards: rest },
          { ...input, cards: first ? [...rest, { ...first, interestId: other }] : rest },
          { ...input, cards: input.cards.map((card) => ({ ...card, name: `${card.name} and more` })) },
          { ...input, cards: input.cards.map((card) => ({ ...card, position: { angle: 0.5, radius: 0.5 } })) },
          input,
        ];
        for (const step of steps) expect(layoutFrame(step, memory)).toEqual(layoutFrame(step));
      }),
      { numRuns: 12, seed: 11 },
    );
  }, 600_000);

  it('[FRAME-4] keeps the wedges that nobody touched', () => {
    const memory = new LayoutMemory();
    const input = frameWith([6, 6, 6]);
    const before = layoutFrame(input, memory);
    const after = layoutFrame({ ...input, cards: input.cards.slice(0, -1) }, memory);
    expect(after.wedges[0]?.places).toBe(before.wedges[0]?.places);
    expect(after.cards[0]).toBe(before.cards[0]);
    expect(after.wedges[2]?.places).not.toBe(before.wedges[2]?.places);
  });
});
