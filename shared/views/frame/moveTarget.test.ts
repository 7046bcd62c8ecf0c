import { describe, expect, it } from 'vitest';
import { layoutFrame } from './layoutFrame.ts';
import { moveTarget } from './moveTarget.ts';
import { frameWith } from './testing/randomFrame.ts';

const input = frameWith([6, 3, 0, 5]);
const layout = layoutFrame(input);

describe('moving a card by keyboard', () => {
  it('[FRAME-12] next place walks through every place of the wedge and comes back', () => {
    let current = layout;
    let data = input;
    const seen: string[] = [];
    const spots = layout.wedges[0]?.places.length ?? 0;
    for (let turn = 0; turn < spots; turn += 1) {
      const target = moveTarget(current, 'placement-0-0', 'next');
      expect(target?.interestId).toBe('interest-0');
      data = {
        ...data,
        cards: data.cards.map((card) =>
          card.placementId === 'placement-0-0' ? { ...card, position: target?.position ?? undefined } : card,
        ),
      };
      current = layoutFrame(data);
      const center = current.cards.find(({ placementId }) => placementId === 'placement-0-0')?.center;
      seen.push(`${center?.x.toFixed(1)} ${center?.y.toFixed(1)}`);
    }
    expect(new Set(seen).size).toBe(spots);
  });

  it('[FRAME-12] a card that stands in the way changes places with the one that moves', () => {
    const target = moveTarget(layout, 'placement-0-0', 'next');
    const before = layout.cards.find(({ placementId }) => placementId === 'placement-0-0');
    expect(target?.instead).not.toBeNull();
    const after = layoutFrame({
      ...input,
      cards: input.cards.map((card) =>
        card.placementId === 'placement-0-0' ? { ...card, position: target?.position ?? undefined } : card,
      ),
    });
    const other = after.cards.find(({ placementId }) => placementId === target?.instead);
    expect(other?.center.x).toBeCloseTo(before?.center.x ?? 0, 2);
    expect(other?.center.y).toBeCloseTo(before?.center.y ?? 0, 2);
  });

  it('[FRAME-12] next and previous wedge go around the table and leave the place to the layout', () => {
    expect(moveTarget(layout, 'placement-1-0', 'nextPart')).toEqual({
      interestId: 'interest-2',
      position: null,
      instead: null,
    });
    expect(moveTarget(layout, 'placement-0-0', 'previousPart')?.interestId).toBe('interest-3');
    expect(moveTarget(layout, 'placement-3-0', 'nextPart')?.interestId).toBe('interest-0');
  });

  it('[FRAME-12] nothing moves where there is nowhere to go', () => {
    expect(moveTarget(layout, 'unknown', 'next')).toBeNull();
    expect(moveTarget(layoutFrame(frameWith([1])), 'placement-0-0', 'nextPart')).toBeNull();
  });
});
