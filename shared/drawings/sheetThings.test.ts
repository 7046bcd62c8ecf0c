import { describe, expect, it } from 'vitest';
import type { Command } from '../map/commands/Command.ts';
import { runCommands } from '../map/commands/runCommand.ts';
import { mapOf } from '../map/PartnershipMap.ts';
import { english } from '../testing/english.ts';
import { nothingOpened } from '../views/sheet/SheetLayout.ts';
import { noteColors, sheetPalettes } from '../views/sheet/sheetPalette.ts';
import { drawGroup } from './drawGroup.ts';
import { drawIdea } from './drawIdea.ts';
import { drawSheet } from './drawSheet.ts';
import type { Drawing, Shape } from './Shape.ts';
import { sheetWords } from './SheetLook.ts';
import { sheetThings } from './sheetThings.ts';

const look = { palette: sheetPalettes.light, words: sheetWords('en', english.t) };
const idea = (id: string, more: object = {}): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text: `Text of ${id}`, ...more },
});

function things(...more: readonly Command[]) {
  const made = runCommands(
    mapOf({}),
    [
      { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who pays?' } },
      { type: 'add', collection: 'groups', id: 'g', fields: { sheet_id: 's', title: 'Money', votes: 4 } },
      idea('a', { group_id: 'g', votes: 3 }),
      idea('b', { group_id: 'g' }),
      idea('c'),
      ...more,
    ],
    { today: '2026-03-02', newId: () => 'new' },
  );
  if (!made.ok) throw new Error(made.code);
  return sheetThings(made.map, { top: 800, opened: nothingOpened });
}

function flat(drawing: Drawing): readonly Shape[] {
  return drawing.flatMap((shape): readonly Shape[] =>
    shape.kind === 'part' ? flat(shape.shapes ?? []) : shape.kind === 'group' ? flat(shape.shapes) : [shape],
  );
}
const wordsOf = (drawing: Drawing) => flat(drawing).flatMap((shape) => (shape.kind === 'text' ? shape.text : []));
const dots = (drawing: Drawing) => flat(drawing).filter(({ kind }) => kind === 'circle').length;

describe('sheetThings', () => {
  const draw = (made: ReturnType<typeof things>, id: string) => {
    const facts = made.ideas.find(({ place }) => place.id === id)?.facts;
    if (!facts) throw new Error(`there is no ${id}`);
    return drawIdea(facts, look);
  };
  const drawn = (made: ReturnType<typeof things>) => {
    const [group] = made.groups;
    if (!group) throw new Error('there is no group');
    return drawGroup(group.facts, look);
  };

  it('[SHEET-24] a note says how often it was written, shows its votes as dots, and what became of it', () => {
    const made = things(
      { type: 'mergeIdeas', ideas: ['a', 'b'] },
      { type: 'make', sources: ['ideas/a'], to: { collection: 'interests' } },
      { type: 'make', sources: ['ideas/a'], to: { collection: 'actions' } },
    );
    expect(wordsOf(draw(made, 'a'))).toEqual([
      'Text of a',
      'Written twice',
      '3',
      expect.stringMatching(/^Now an interest/),
    ]);
    expect(dots(draw(made, 'a'))).toBeGreaterThan(0);
    expect(wordsOf(draw(made, 'c'))).toEqual(['Text of c']);
    expect(made.ideas.map(({ place }) => place.id)).toEqual(['a', 'c']);
    expect(wordsOf(draw(things(idea('d'), { type: 'mergeIdeas', ideas: ['a', 'b', 'd'] }), 'a'))).toContain(
      'Written 3 times',
    );
  });

  it('[SHEET-24] a group says how many notes it has, its own votes, and what became of it; an empty one where to drop', () => {
    const made = things({ type: 'make', sources: ['groups/g'], to: { collection: 'interests' } });
    expect(wordsOf(drawn(made))).toEqual(['Money', '2 notes', '4', 'Now an interest']);
    expect(dots(drawn(made))).toBe(4);
    expect(wordsOf(drawn(things({ type: 'moveIdeas', ideas: ['a', 'b'], group_id: null })))).toContain(
      'Drop notes here',
    );
  });

  it('[SHEET-24] notes have one color, or that of their group where the sheet says so', () => {
    const fill = (made: ReturnType<typeof things>, id: string) =>
      flat(draw(made, id)).find(({ kind }) => kind === 'rect');
    const plain = things();
    expect(plain.ideas.map(({ facts }) => facts.tint)).toEqual([null, null, null]);
    const colored = things({ type: 'edit', collection: 'sheets', id: 's', fields: { color_by: 'group' } });
    expect(colored.ideas.map(({ facts }) => facts.tint)).toEqual([0, 0, null]);
    expect(fill(colored, 'a')).toBeDefined();
    expect(
      flat(draw(colored, 'a')).some((shape) => 'fill' in shape && shape.fill === noteColors(look.palette, 0).fill),
    ).toBe(true);
  });

  it('[SHEET-24] the sheet says how much is on it, and how much is in no group', () => {
    const [sheet] = things().sheets;
    if (!sheet) throw new Error('there is no sheet');
    expect(wordsOf(drawSheet(sheet.facts, look)).slice(0, 2)).toEqual([
      'Who pays?',
      '3 notes · 1 group · 1 not grouped yet',
    ]);
  });
});
