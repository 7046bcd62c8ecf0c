import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './freePlace.ts';
import { stickyNotes } from './stickyNotes.ts';

interface Note {
  readonly x: number;
  readonly y: number;
  readonly index: string;
  readonly props: { readonly growY: number; readonly fontSizeAdjustment: number };
}
const boxesOf = (records: readonly object[]): Box[] =>
  (records as Note[]).map(({ x, y, props }) => ({ x, y, w: 200, h: 200 + props.growY }));
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const idea = (text: string, n: number) => ({ id: `n${n}`, text });
const at = { page: 'page:page', x: 0, y: 0 };

describe('sticky notes of revealed ideas', () => {
  it('[SEALED-6] never cover each other or what stands on the page, whatever was written', () => {
    const box = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
      w: fc.integer({ min: 1, max: 600 }),
      h: fc.integer({ min: 1, max: 600 }),
    });
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 1_000 }),
      fc.constant('W'.repeat(300)),
      fc.constant('word '.repeat(199)),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), fc.array(box, { maxLength: 8 }), (texts, taken) => {
        const notes = boxesOf(stickyNotes(texts.map(idea), 'round', at, taken, 'a1'));
        expect(notes).toHaveLength(texts.length);
        notes.forEach((note, n) => {
          expect(notes.slice(n + 1).some((other) => overlap(note, other))).toBe(false);
          expect(taken.some((other) => overlap(note, other))).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('[SEALED-6] stand around the point, above everything, each with an index of its own', () => {
    const records = stickyNotes(
      Array.from({ length: 70 }, (_, n) => idea(`Idea ${n}`, n)),
      'round',
      { ...at, x: 500, y: -300 },
      [],
      'a7V',
    ) as unknown as Note[];
    const indexes = records.map(({ index }) => index);
    expect(new Set(indexes).size).toBe(70);
    expect(indexes.every((index) => index > 'a7V' && !index.endsWith('0'))).toBe(true);
    const boxes = boxesOf(records);
    const left = Math.min(...boxes.map(({ x }) => x));
    const right = Math.max(...boxes.map(({ x, w }) => x + w));
    expect((left + right) / 2).toBe(500);
    expect(right - left).toBeLessThanOrEqual(8 * 220);
  });

  it('[SEALED-6] long texts get smaller letters and a taller note', () => {
    const [short, long] = stickyNotes(
      [idea('Buses', 0), idea('We could ask every employer in the valley what they need. '.repeat(10), 1)],
      'round',
      at,
      [],
      'a1',
    ) as unknown as Note[];
    expect(short?.props).toMatchObject({ growY: 0, fontSizeAdjustment: 22 });
    expect(long?.props.fontSizeAdjustment).toBe(18);
    expect(long?.props.growY).toBeGreaterThan(500);
  });
});
