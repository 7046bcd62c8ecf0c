import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '#shared/testing/randomRuns.ts';
import type { Box, Point } from '../frame/FrameLayout.ts';
import { overlap } from '../frame/overlap.ts';
import { breakName, widthOf } from './breakName.ts';
import { layoutTable } from './layoutTable.ts';
import { rimPoint } from './roundedTable.ts';
import type { BlockForms, PlacedWedge, TableShape, TableWedge } from './TableLayout.ts';
import { nameAt } from './testing/names.ts';

const sheet: TableShape = { a: 279, b: 165, ring: 37, gap: 2.1, edge: 3.2 };
const wall: TableShape = { a: 585, b: 322, ring: 99, gap: 3.6, edge: 5.5 };

function formsOf(name: string, size: number): BlockForms<string> {
  return breakName(name, { size, mostWidth: size * 16, mostLines: 4 }).map((lines) => ({
    width: widthOf(lines),
    height: lines.length * size * 1.15,
    content: lines.map(({ text }) => text).join('|'),
  }));
}

/** So many names in each wedge. */
const wedgesOf =
  (counts: readonly number[]) =>
  (size: number): readonly TableWedge<string, string>[] => {
    let at = 0;
    return counts.map((count, wedge) => ({
      id: `w${wedge}`,
      heading: formsOf(`Interest number ${wedge}`, size * 1.14),
      blocks: Array.from({ length: count }, () => formsOf(nameAt(at++), size)),
    }));
  };

/** The outline of a wedge, from the rim and the dividers alone. */
function outlineOf(
  shape: TableShape,
  { edges: { start, end, from, to } }: PlacedWedge<string, string>,
): readonly Point[] {
  const rim = Array.from({ length: 241 }, (_, at) => rimPoint(shape, start + ((end - start) * at) / 240));
  return from === null || to === null ? rim : [from.ring, ...rim, to.ring, { x: 0, y: 0 }];
}

function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let isIn = false;
  for (const [at, one] of outline.entries()) {
    const other = outline[(at + 1) % outline.length] ?? one;
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) isIn = !isIn;
  }
  return isIn;
}

function edgeOf({ x, y, width, height }: Box): readonly Point[] {
  const steps = Array.from({ length: 9 }, (_, at) => at / 8);
  return steps.flatMap((share) => [
    { x: x + width * share, y },
    { x: x + width * share, y: y + height },
    { x, y: y + height * share },
    { x: x + width, y: y + height * share },
  ]);
}

function expectSound(
  shape: TableShape,
  wedges: readonly PlacedWedge<string, string>[],
  counts: readonly number[],
): void {
  expect(wedges.map(({ blocks }) => blocks.length)).toEqual(counts);
  const boxes = wedges.flatMap(({ heading, blocks }) => [heading, ...blocks].map(({ box }) => box));
  for (const [at, box] of boxes.entries())
    expect(boxes.slice(at + 1).some((other) => overlap(box, other, 0.5))).toBe(false);
  for (const wedge of wedges) {
    const outline = outlineOf(shape, wedge);
    for (const { box, content } of [wedge.heading, ...wedge.blocks])
      for (const point of edgeOf(box)) {
        expect(isInside(outline, point), `${content} in ${wedge.id}`).toBe(true);
        expect(Math.hypot(point.x, point.y)).toBeGreaterThan(shape.ring);
      }
  }
}

describe('the rounded table', () => {
  it.each([
    [sheet, [0]],
    [sheet, [1]],
    [sheet, [14]],
    [sheet, [40]],
    [sheet, [3, 2]],
    [sheet, [20, 1]],
    [sheet, [1, 12, 1]],
    [sheet, [4, 4, 2, 3, 1]],
    [sheet, [0, 0, 0, 0, 0, 0]],
    [sheet, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]],
    [wall, [5, 6, 7, 3, 6, 9, 5, 8, 8, 3, 4, 4]],
    [wall, Array.from({ length: 14 }, () => 4)],
  ] as const)(
    '[EXPORT-22] %# has every block whole in its wedge, and none on another',
    (shape, counts) => {
      const sizes = shape === sheet ? [11, 9, 8, 7] : [14, 12, 10];
      const table = layoutTable(shape, sizes, wedgesOf(counts));
      expect(table).not.toBeNull();
      expectSound(shape, table?.wedges ?? [], counts);
    },
    60_000,
  );

  it('[EXPORT-22] takes the largest letters that hold all of it, and is the same each time', () => {
    const sizes = [14, 12, 11, 10, 9, 8, 7];
    const few = layoutTable(sheet, sizes, wedgesOf([1, 1, 1]));
    const many = layoutTable(sheet, sizes, wedgesOf([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]));
    expect(few?.size).toBe(14);
    expect(many?.size).toBeLessThan(14);
    expect(layoutTable(sheet, sizes, wedgesOf([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]))).toEqual(many);
    expect(layoutTable(sheet, sizes, wedgesOf([90, 90, 90]))).toBeNull();
  }, 60_000);

  it('[EXPORT-22] random boards: all of it, or nothing', () => {
    const counts = fc.array(fc.nat(7), { minLength: 1, maxLength: 14 });
    let found = 0;
    fc.assert(
      fc.property(counts, (some) => {
        const table = layoutTable(sheet, [9, 7], wedgesOf(some));
        if (table === null) return;
        found += 1;
        expectSound(sheet, table.wedges, some);
      }),
      { numRuns: randomRuns(12), seed: 20260302 },
    );
    expect(found).toBeGreaterThan(3);
  }, 120_000);

  it('[EXPORT-22] the first wedge stands at the top, the next ones clockwise', () => {
    const table = layoutTable(sheet, [8], wedgesOf([1, 1, 1, 1]));
    const turns = table?.wedges.map(({ heading: { box } }) => {
      const turn = Math.atan2(box.y + box.height / 2, box.x + box.width / 2) + Math.PI / 2;
      return turn < -0.1 ? turn + 2 * Math.PI : turn;
    });
    expect(turns?.[0]).toBeCloseTo(0, 1);
    expect(turns).toEqual(turns?.toSorted((a, b) => a - b));
  });
});

describe('names on lines', () => {
  it('[EXPORT-22] are whole however they are broken, and no line is wider than it may be', () => {
    const names = Array.from({ length: 22 }, (_, at) => nameAt(at));
    for (const name of names)
      for (const lines of breakName(name, { size: 8, mostWidth: 60, mostLines: 5 })) {
        const plain = (text: string) => text.replaceAll(/\s/g, '');
        expect(plain(lines.map(({ text }) => text).join(''))).toBe(plain(name));
        expect(widthOf(lines)).toBeLessThanOrEqual(60.01);
      }
  });

  it('[EXPORT-22] break between signs of Chinese, not before a comma, and not inside of what is one sign', () => {
    const broken = (name: string, mostWidth: number) =>
      (breakName(name, { size: 10, mostWidth, mostLines: 1 })[0] ?? []).map(({ text }) => text);
    expect(broken('健康、就业', 24)).toEqual(['健', '康、', '就业']);
    expect(broken('Work-based learning', 70)).toEqual(['Work-based', 'learning']);
    for (const line of broken('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 60)) expect(line.length % '👨‍👩‍👧'.length).toBe(0);
    for (const line of broken('e\u0301'.repeat(40), 60)) expect(line).toMatch(/^(?:e\u0301)+$/);
  });

  it('[EXPORT-22] what stands behind a name stays with its last word', () => {
    const forms = breakName('Regional Workforce Board', { size: 10, mostWidth: 200, mostLines: 4, tail: 24 });
    expect(forms.map((lines) => lines.length)).toEqual([1, 2, 3]);
    for (const lines of forms) {
      expect(lines.filter(({ tailAt }) => tailAt !== undefined)).toEqual([lines.at(-1)]);
      expect(lines.at(-1)?.text).toMatch(/Board$/);
    }
  });
});
