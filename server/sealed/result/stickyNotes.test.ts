import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '#shared/views/frame/textWidth.ts';
import type { Box } from './freePlace.ts';
import { stickyNotes } from './stickyNotes.ts';

interface Note {
  readonly x: number;
  readonly y: number;
  readonly index: string;
  readonly props: { readonly growY: number; readonly fontSizeAdjustment: number };
}
interface Heading {
  readonly x: number;
  readonly y: number;
  readonly props: { readonly w: number; readonly size: string };
}
const boxesOf = (records: readonly object[]): Box[] =>
  (records as Note[]).map(({ x, y, props }) => ({ x, y, w: 200, h: 200 + props.growY }));
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const idea = (text: string, n: number) => ({ id: `n${n}`, text });
const at = { page: 'page:page', x: 0, y: 0 };
const sheet = { round: 'round', question: '' };

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
        const notes = boxesOf(stickyNotes(texts.map(idea), sheet, at, taken, 'a1'));
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
      sheet,
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
    expect(right - left).toBeLessThanOrEqual(10 * 220);
  });

  it('[SEALED-6] have the question over them, whole, in one block that covers nothing', () => {
    const taken = [{ x: -200, y: -200, w: 400, h: 400 }];
    const fontSizes: Readonly<Record<string, number>> = { xl: 44, l: 36, m: 24 };
    // two cases at each limit of the letters
    for (const [length, size] of [
      [1, 'xl'],
      [60, 'xl'],
      [61, 'l'],
      [140, 'l'],
      [141, 'm'],
      [300, 'm'],
    ] as const) {
      const question = 'Who is missing here and why? '.repeat(12).slice(0, length);
      for (const count of [1, 24]) {
        const texts = Array.from({ length: count }, (_, n) => idea(`Idea ${n}`, n));
        const [heading, ...notes] = stickyNotes(
          texts,
          { round: 'r', question },
          at,
          taken,
          'a1',
        ) as unknown as Heading[];
        if (heading === undefined) throw new Error('no heading');
        expect(heading).toMatchObject({ id: 'shape:r', type: 'text', meta: { round: 'r' }, parentId: 'page:page' });
        expect(heading.props.size).toBe(size);
        const line = (fontSizes[heading.props.size] ?? 0) * 1.35;
        const lines = Math.ceil(textWidth(question, line / 1.35) / heading.props.w);
        const box = { x: heading.x, y: heading.y, w: heading.props.w, h: lines * line };
        expect(
          [...notes.map(({ x, y }) => ({ x, y, w: 200, h: 200 })), ...taken].filter((one) => overlap(box, one)),
        ).toEqual([]);
        expect(heading.x).toBe(Math.min(...notes.map(({ x }) => x)));
        expect(notes.every(({ y }) => y >= heading.y + line)).toBe(true);
      }
    }
  });

  it('[SEALED-6] long texts get smaller letters and a taller note', () => {
    const [short, long] = stickyNotes(
      [idea('Buses', 0), idea('We could ask every employer in the valley what they need. '.repeat(10), 1)],
      sheet,
      at,
      [],
      'a1',
    ) as unknown as Note[];
    expect(short?.props).toMatchObject({ growY: 0, fontSizeAdjustment: 22 });
    expect(long?.props.fontSizeAdjustment).toBe(18);
    expect(long?.props.growY).toBeGreaterThan(500);
  });
});
