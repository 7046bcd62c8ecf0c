import { describe, expect, it } from 'vitest';
import { groupWallFor, notesThatFit, wallFor } from './onWall.ts';

const notes = (count: number, text = 'Bus drivers'): readonly string[] => Array.from({ length: count }, () => text);
const group = { title: 'Getting to work', hasDots: false };

describe('notes on the wall', () => {
  it('[SCREEN-17] fewer notes stand on a wall with larger letters, up to twelve on a page', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 9, 10, 12].map(wallFor)).toEqual([1, 2, 3, 4, 6, 6, 9, 9, 12, 12]);
  });

  it('[SCREEN-17] up to eight groups stand on one page', () => {
    expect([1, 3, 4, 6, 7, 8].map(groupWallFor)).toEqual([1, 3, 4, 6, 8, 8]);
  });

  it('[SCREEN-17] a group shows what fits, and the line of how many more is never spent on one that would fit', () => {
    expect(notesThatFit({ ...group, notes: notes(6) }, 6)).toBe(6);
    expect(notesThatFit({ ...group, notes: notes(7) }, 6)).toBe(5);
    expect(notesThatFit({ ...group, notes: notes(13) }, 3)).toBe(13);
    expect(notesThatFit({ ...group, notes: notes(14) }, 3)).toBe(12);
    expect(notesThatFit({ ...group, notes: [] }, 6)).toBe(0);
  });

  it('[SCREEN-17] dots, a heading of two lines and notes of two lines take their room', () => {
    expect(notesThatFit({ ...group, hasDots: true, notes: notes(7) }, 6)).toBe(4);
    expect(notesThatFit({ ...group, title: 'Getting to work without a car', notes: notes(7) }, 6)).toBe(3);
    expect(notesThatFit({ ...group, notes: notes(7, 'Parents who share one car with a neighbor') }, 6)).toBe(2);
    expect(notesThatFit({ ...group, notes: notes(3, 'Parents who share one car with a neighbor') }, 6)).toBe(3);
  });
});
