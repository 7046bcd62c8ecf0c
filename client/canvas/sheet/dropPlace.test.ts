import { describe, expect, it } from 'vitest';
import { layoutSheets } from '#shared/views/sheet/layoutSheets.ts';
import { nothingOpened, type Sheet } from '#shared/views/sheet/SheetLayout.ts';
import { dropPlace } from './dropPlace.ts';

const note = (id: string) => ({ id, text: id, foot: 0 });
const sheet: Sheet = {
  id: 's',
  question: 'Who pays?',
  groups: [{ id: 'g', title: 'Money', rows: 0, ideas: ['a', 'b'].map(note) }],
  ungrouped: ['c', 'd'].map(note),
};
const layout = layoutSheets({ sheets: [sheet], top: 800, opened: nothingOpened });
const box = (id: string) => {
  const found = [...layout.ideas, ...layout.groups].find((one) => one.id === id)?.box;
  if (!found) throw new Error(id);
  return found;
};
const middle = (id: string) => ({ x: box(id).x + box(id).width / 2, y: box(id).y + box(id).height / 2 });

describe('dropPlace', () => {
  it('[SHEET-38] shows the group that receives them, and the slot between its notes', () => {
    const before = dropPlace(layout, { x: box('b').x + 2, y: middle('b').y }, new Set(['c']));
    expect(before?.target).toEqual(box('g'));
    expect(before?.slot).toMatchObject({ x: box('b').x - 6, height: box('b').height });
    const after = dropPlace(layout, { x: box('b').x + 140, y: middle('b').y }, new Set(['c']));
    expect(after?.slot?.x).toBe(box('b').x + box('b').width + 2);
  });

  it('[SHEET-38] shows the note with which they become a group, and nothing outside', () => {
    const { x, y } = box('d');
    expect(dropPlace(layout, middle('d'), new Set(['c']))).toMatchObject({
      target: { x: x - 6, y: y - 6 },
      slot: null,
    });
    expect(dropPlace(layout, { x: -5000, y: 0 }, new Set(['c']))).toBeNull();
  });
});
