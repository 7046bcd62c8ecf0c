import { describe, expect, it } from 'vitest';
import { overlap } from '../frame/overlap.ts';
import type { Box } from '../frame/FrameLayout.ts';
import { textWidth } from '../frame/textWidth.ts';
import { layoutSheets, sheetsTop } from './layoutSheets.ts';
import { noteLines } from './noteSize.ts';
import { nothingOpened, type OpenedByHand, type Sheet, type SheetsLayout } from './SheetLayout.ts';
import { sheetMeasures } from './sheetMeasures.ts';
import { groupPlaceAt, sheetTarget } from './sheetTarget.ts';

const words = [
  'bus',
  'child care',
  'night shift',
  'a record',
  'employers who hire',
  'training',
  'Arbeitsmarktintegrationsberatungsstelle',
];

/** A text of about as many words as people write, sometimes a long one; the same for the same number. */
function textOf(number: number): string {
  const count = number % 17 === 0 ? 60 : 1 + (number % 9);
  return Array.from({ length: count }, (_, at) => words[(number * 3 + at * 5) % words.length]).join(' ');
}

function sheetOf(id: string, groups: readonly number[], loose: number): Sheet {
  let next = 0;
  const notes = (count: number) =>
    Array.from({ length: count }, () => ({ id: `${id}-n${next}`, text: textOf(next++), foot: next % 3 }));
  return {
    id,
    question: 'Who helps, who hinders, who pays, who lives with it?',
    groups: groups.map((count, at) => ({
      id: `${id}-g${at}`,
      title: textOf(at + 3),
      rows: at % 2,
      ideas: notes(count),
    })),
    ungrouped: notes(loose),
  };
}

const layout = (sheets: readonly Sheet[], opened: OpenedByHand = nothingOpened) =>
  layoutSheets({ sheets, top: 800, opened });
const allOpen = (sheet: Sheet): OpenedByHand =>
  new Map([...sheet.groups.map(({ id }) => [id, 1] as const), [sheet.id, 100]]);
const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;
const places = ({ groups, ideas }: SheetsLayout) =>
  new Map([...groups, ...ideas].map(({ id, box }) => [id, `${box.x} ${box.y} ${box.width} ${box.height}`]));

/** Every note in its group and sheet, nothing on anything else. */
function expectTidy(made: SheetsLayout): void {
  const sheetBox = new Map(made.sheets.map(({ id, box }) => [id, box]));
  const groupBox = new Map(made.groups.map(({ id, box }) => [id, box]));
  for (const { box, sheet } of made.groups) expect(isInside(box, sheetBox.get(sheet) as Box)).toBe(true);
  for (const { box, sheet, group } of made.ideas)
    expect(isInside(box, (group === null ? sheetBox.get(sheet) : groupBox.get(group)) as Box)).toBe(true);
  const apart = (boxes: readonly Box[]) => {
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1)) expect(overlap(one, other, 4), JSON.stringify([one, other])).toBe(false);
  };
  apart(made.sheets.map(({ box }) => box));
  apart([
    ...made.groups.map(({ box }) => box),
    ...made.ideas.filter(({ group }) => group === null).map(({ box }) => box),
  ]);
  for (const { id } of made.groups) apart(made.ideas.filter(({ group }) => group === id).map(({ box }) => box));
}

describe('layoutSheets', () => {
  it('[SHEET-20] [SHEET-21] nothing overlaps and nothing leaves its group, from an empty sheet to 200 notes in 20 groups', () => {
    const sheets = [
      sheetOf('empty', [], 0),
      sheetOf('revealed', [], 30),
      sheetOf('begun', [2], 28),
      sheetOf('small', [4, 3, 3, 2], 7),
      sheetOf('emptyGroup', [0, 5], 0),
      sheetOf('large', [5, 9, 1, 2], 30),
      sheetOf(
        'huge',
        Array.from({ length: 20 }, () => 10),
        12,
      ),
    ];
    expectTidy(layout(sheets));
    for (const sheet of sheets) expectTidy(layout([sheet], allOpen(sheet)));
  });

  it('[SHEET-21] every text has room for all of its letters', () => {
    const sheet = sheetOf('one', [30], 9);
    const texts = new Map(
      [...sheet.groups.flatMap(({ ideas }) => ideas), ...sheet.ungrouped].map((idea) => [idea.id, idea]),
    );
    for (const { id, box } of layout([sheet]).ideas) {
      const idea = texts.get(id);
      if (!idea) throw new Error(id);
      const lines = noteLines(idea.text, box.width);
      const { padX, padY, line, size } = sheetMeasures.note;
      expect(lines.join('').replaceAll(' ', '')).toBe(idea.text.replaceAll(' ', ''));
      for (const one of lines) expect(textWidth(one, size)).toBeLessThanOrEqual(box.width - padX * 2);
      expect(lines.length * line + padY * 2 + idea.foot * sheetMeasures.foot).toBeLessThanOrEqual(box.height);
    }
  });

  it('[SHEET-22] one note more in a group moves only what stands below it in its column, and what is in no group', () => {
    const before = sheetOf('one', [4, 3, 3, 2, 5, 4, 2], 6);
    const after = {
      ...before,
      groups: before.groups.map((group, at) =>
        at === 1
          ? { ...group, ideas: [...group.ideas, ...['x', 'y'].map((id) => ({ id, text: 'new', foot: 0 }))] }
          : group,
      ),
    };
    const [was, is] = [places(layout([before])), places(layout([after]))];
    const column = new Set(
      [1, 4].flatMap((at) => [`one-g${at}`, ...(before.groups[at]?.ideas ?? []).map(({ id }) => id)]),
    );
    const moved = [...was].filter(([id, place]) => is.get(id) !== place).map(([id]) => id);
    const loose = new Set(before.ungrouped.map(({ id }) => id));
    expect(moved.filter((id) => !column.has(id) && !loose.has(id))).toEqual([]);
    expect(moved).toContain('one-g4');
    // the notes that stood in the group stay where they were
    expect(before.groups[1]?.ideas.every(({ id }) => was.get(id) === is.get(id))).toBe(true);
  });

  it('[SHEET-22] a new group moves no other group, but where one column more comes', () => {
    const groupsAt = (count: number) =>
      places({
        ...layout([
          sheetOf(
            'one',
            Array.from({ length: count }, () => 1),
            0,
          ),
        ]),
        ideas: [],
      });
    for (let count = 1; count < 24; count += 1) {
      const [was, is] = [groupsAt(count), groupsAt(count + 1)];
      const stays = [...was].every(([id, place]) => is.get(id) === place);
      expect(stays, `${count} groups`).toBe(![9, 16].includes(count));
    }
  });

  it('[SHEET-20] a sheet keeps its slot while the one above it grows within its own, also when somebody folds there', () => {
    const brief = (sheet: Sheet): Sheet => ({
      ...sheet,
      ungrouped: sheet.ungrouped.map((idea) => ({ ...idea, text: 'bus' })),
    });
    const second = sheetOf('two', [2], 3);
    const top = (first: Sheet, opened?: OpenedByHand) => layout([first, second], opened).sheets[1]?.box.y;
    expect(top(brief(sheetOf('one', [], 1)))).toBe(top(brief(sheetOf('one', [], 30))));
    const large = sheetOf('one', [20, 20, 20], 30);
    expect(top(large)).toBe(top(large, allOpen(large)));
    const small = sheetOf('one', [12, 12], 2);
    expect(top(small)).toBe(top(small, new Map([['one-g0', 1]])));
    expect(sheetsTop(640)).toBe(800);
    expect(sheetsTop(641)).toBe(1600);
  });

  it('[SHEET-23] from 40 notes on groups fold and eight notes without a group are shown, more on request', () => {
    const folded = (sheet: Sheet) => layout([sheet]).groups.filter(({ isFolded }) => isFolded).length;
    expect(folded(sheetOf('one', [10, 10], 19))).toBe(0);
    expect(layout([sheetOf('one', [10, 10], 19)]).sheets[0]).toMatchObject({ hidden: 0, more: null });
    const large = sheetOf('one', [10, 10], 20);
    expect(folded(large)).toBe(2);
    expect(layout([large]).ideas).toHaveLength(8);
    expect(layout([large]).sheets[0]?.hidden).toBe(12);
    const opened = layout(
      [large],
      new Map([
        ['one-g1', 1],
        ['one', 1],
      ]),
    );
    expect(opened.groups.map(({ isFolded }) => isFolded)).toEqual([true, false]);
    expect(opened.ideas).toHaveLength(10 + 16);
    expect(layout([large], new Map([['one', 2]])).sheets[0]).toMatchObject({ hidden: 0, more: null });
  });
});

describe('sheetTarget', () => {
  const made = layout([sheetOf('one', [4, 3], 5)]);
  const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
  const idea = (id: string) => made.ideas.find((one) => one.id === id)?.box as Box;
  const first = ([one]: readonly { readonly box: Box }[]): Box => {
    if (!one) throw new Error('there is none');
    return one.box;
  };
  const nobody = new Set<string>();

  it('[SHEET-30] in a group it is the place among its notes, without those in the hand', () => {
    expect(sheetTarget(made, middle(idea('one-n1')), new Set(['one-n1']))).toMatchObject({ group: 'one-g0', place: 1 });
    const corner = idea('one-n0');
    expect(sheetTarget(made, { x: corner.x + 1, y: corner.y + 9 }, nobody)).toMatchObject({ part: 'group', place: 0 });
    const { x, y, height } = first(made.groups);
    expect(sheetTarget(made, { x: x + 2, y: y + height - 2 }, nobody)).toMatchObject({ part: 'group', place: 4 });
  });

  it('[SHEET-30] on a note in no group it is that note, beside it no group, outside nothing', () => {
    expect(sheetTarget(made, middle(idea('one-n8')), nobody)).toMatchObject({ part: 'idea', idea: 'one-n8' });
    expect(sheetTarget(made, middle(idea('one-n8')), new Set(['one-n8']))).toMatchObject({ part: 'ungrouped' });
    const { x, y } = first(made.sheets);
    expect(sheetTarget(made, { x: x + 20, y: y + 20 }, nobody)).toMatchObject({ part: 'ungrouped', place: 0 });
    expect(sheetTarget(made, { x: x - 1, y: y + 20 }, nobody)).toBeNull();
  });

  it('[SHEET-31] a group takes the place of the nearest one on its own sheet', () => {
    expect(groupPlaceAt(made, 'one-g0', middle(made.groups[1]?.box as Box))).toBe(1);
    expect(groupPlaceAt(made, 'one-g0', { x: -5000, y: 0 })).toBeNull();
  });
});
