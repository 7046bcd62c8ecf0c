import { describe, expect, it } from 'vitest';
import { heightAtStart, tableBreaks } from './tableBreaks.ts';

const rows = (count: number, height = 10): readonly number[] => Array.from({ length: count }, () => height);
/** How many rows stand on each page. */
function pages(heights: readonly number[], room: number, freshRoom: number): readonly number[] {
  const edges = [0, ...tableBreaks(heights, room, freshRoom), heights.length];
  return edges.slice(1).map((end, at) => end - (edges[at] ?? 0));
}

describe('where a table goes on', () => {
  it('[EXPORT-17] never leaves one or two rows over', () => {
    expect(pages(rows(10), 100, 100)).toEqual([10]);
    expect(pages(rows(11), 100, 100)).toEqual([8, 3]);
    expect(pages(rows(12), 100, 100)).toEqual([9, 3]);
    expect(pages(rows(13), 100, 100)).toEqual([10, 3]);
    expect(pages(rows(14), 100, 100)).toEqual([10, 4]);
    expect(pages(rows(21), 100, 100)).toEqual([10, 8, 3]);
    // nor takes so many that the first page keeps one
    expect(pages(rows(5), 40, 100)).toEqual([2, 3]);
    expect(pages(rows(4), 30, 100)).toEqual([2, 2]);
    // where a page cannot hold three more, as many as it can
    expect(pages([10, 10, 40, 40, 40], 100, 100)).toEqual([3, 2]);
  });

  it('[EXPORT-17] begins with two rows, and stands whole where it has up to four', () => {
    expect(heightAtStart(rows(1))).toBe(10);
    expect(heightAtStart(rows(4))).toBe(40);
    expect(heightAtStart(rows(5))).toBe(20);
    expect(heightAtStart([])).toBe(0);
  });
});
