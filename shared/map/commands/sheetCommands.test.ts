import { describe, expect, it } from 'vitest';
import { mapOf, type PartnershipMap } from '../PartnershipMap.ts';
import { sheetOf, sheetsOf, type SheetNote } from '../readings/sheets.ts';
import type { Command } from './Command.ts';
import { runCommand, runCommands } from './runCommand.ts';

const context = () => {
  let count = 0;
  return { today: '2026-03-02', newId: () => `new${++count}` };
};

function after(map: PartnershipMap, ...commands: Command[]): PartnershipMap {
  const result = runCommands(map, commands, context());
  if (!result.ok) throw new Error(`${result.at}: ${result.code} ${result.field}`);
  return result.map;
}

function code(map: PartnershipMap, command: Command): string {
  const result = runCommand(map, command, context());
  return result.ok ? `${result.changes.length} changes` : `${result.code}${result.field ? ` ${result.field}` : ''}`;
}

const idea = (id: string, text = id, sheet_id = 's'): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id, text },
});
const sheet = (id: string): Command => ({ type: 'add', collection: 'sheets', id, fields: { question: `Why ${id}?` } });

/** A sheet of six ideas, and another one with one. */
const start = after(mapOf({}), sheet('s'), sheet('t'), ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => idea(id)), {
  type: 'add',
  collection: 'ideas',
  id: 'other',
  fields: { sheet_id: 't', text: 'other' },
});

const noteText = ({ idea: { id }, merged }: SheetNote): string => [id, ...merged.map((one) => one.id)].join('=');
const line = (notes: readonly SheetNote[]): string => notes.map(noteText).join(' ');

/** `Title: a b=c | d`: the groups in their order, then what is in none; merged ideas behind the one that they were merged into. */
function read(map: PartnershipMap, id = 's'): string {
  const shown = sheetOf(map, id);
  if (shown === null) return 'gone';
  return [...shown.groups.map(({ group, notes }) => `${group.title}: ${line(notes)}`), line(shown.ungrouped)].join(
    ' | ',
  );
}

describe('sheets', () => {
  it('[SHEET-2] group several ideas at once, in the order in which they were named', () => {
    const map = after(start, { type: 'groupIdeas', id: 'g', ideas: ['d', 'a'], title: 'Night' });
    expect(read(map)).toBe('Night: d a | b c e f');
    expect(read(map, 't')).toBe('other');
    expect(map.groups).toMatchObject([{ id: 'g', sheet_id: 's', title: 'Night', created_on: '2026-03-02' }]);
    expect(read(after(map, { type: 'groupIdeas', ideas: ['b'], title: 'Day', after: null }))).toBe(
      'Day: b | Night: d a | c e f',
    );
  });

  it('[SHEET-2] move ideas to a group and out of it, to the place that was named', () => {
    const map = after(
      start,
      { type: 'groupIdeas', id: 'g', ideas: ['a', 'b'], title: 'G' },
      { type: 'moveIdeas', ideas: ['f', 'c'], group_id: 'g', after: 'a' },
    );
    expect(read(map)).toBe('G: a f c b | d e');
    expect(read(after(map, { type: 'moveIdeas', ideas: ['b'], group_id: 'g', after: null }))).toBe('G: b a f c | d e');
    expect(read(after(map, { type: 'moveIdeas', ideas: ['a'], group_id: null }))).toBe('G: f c b | d e a');
    expect(read(after(map, { type: 'moveIdeas', ideas: ['a'], group_id: null, after: 'd' }))).toBe('G: f c b | d a e');
    // what is there already stays, unless a place was named
    expect(code(map, { type: 'moveIdeas', ideas: ['f'], group_id: 'g' })).toBe('0 changes');
    // behind one that was taken away meanwhile: at the end
    expect(read(after(map, { type: 'moveIdeas', ideas: ['a'], group_id: 'g', after: 'gone' }))).toBe(
      'G: f c b a | d e',
    );
  });

  it('[SHEET-2] find room between equal places', () => {
    const equal = { ...start, ideas: start.ideas.map((one) => ({ ...one, order: 'V' })) };
    expect(read(after(equal, { type: 'moveIdeas', ideas: ['f'], group_id: null, after: 'b' }))).toBe('a b f c d e');
  });

  it('[SHEET-2] take one group away and keep what stood in it', () => {
    const map = after(start, { type: 'groupIdeas', id: 'g', ideas: ['a', 'b'] });
    expect(read(after(map, { type: 'remove', collection: 'groups', id: 'g' }))).toBe('a b c d e f');
    expect(after(map, { type: 'remove', collection: 'sheets', id: 's' })).toMatchObject({
      groups: [],
      ideas: [{ id: 'other' }],
    });
  });

  it('[SHEET-2] leave out ideas that are gone, and refuse where none is left, or on another sheet', () => {
    expect(read(after(start, { type: 'groupIdeas', ideas: ['gone', 'a'], title: 'G' }))).toBe('G: a | b c d e f');
    expect(code(start, { type: 'groupIdeas', ideas: ['gone'] })).toBe('unknown');
    expect(code(start, { type: 'groupIdeas', ideas: ['a', 'other'] })).toBe('otherSheet ideas');
    expect(code(start, { type: 'mergeIdeas', ideas: ['a', 'other'] })).toBe('otherSheet ideas');
    const map = after(start, { type: 'groupIdeas', id: 'g', ideas: ['a'] });
    expect(code(map, { type: 'groupIdeas', id: 'g', ideas: ['b'] })).toBe('exists');
    expect(code(map, { type: 'moveIdeas', ideas: ['other'], group_id: 'g' })).toBe('otherSheet group_id');
    expect(code(map, { type: 'moveIdeas', ideas: ['b'], group_id: 'gone' })).toBe('reference group_id');
    expect(code(map, { type: 'edit', collection: 'ideas', id: 'other', fields: { group_id: 'g' } })).toBe(
      'otherSheet group_id',
    );
    expect(code(map, { type: 'edit', collection: 'ideas', id: 'other', fields: { merged_into: 'a' } })).toBe(
      'otherSheet merged_into',
    );
    expect(code(map, { type: 'tidySheet', id: 'gone' })).toBe('unknown');
  });

  it('[SHEET-3] merge ideas into one that keeps all texts and its place, and part them again beside it', () => {
    const map = after(
      start,
      { type: 'groupIdeas', id: 'g', ideas: ['a', 'b'], title: 'G' },
      { type: 'mergeIdeas', ideas: ['b', 'd', 'e'] },
    );
    expect(read(map)).toBe('G: a b=d=e | c f');
    expect(sheetsOf(map)[0]?.groups[0]?.notes[1]).toMatchObject({ count: 3, merged: [{ text: 'd' }, { text: 'e' }] });
    expect(read(after(map, { type: 'mergeIdeas', ideas: ['a', 'b'], into: 'c' }))).toBe('G:  | c=a=b=d=e f');
    expect(read(after(map, { type: 'partIdeas', ideas: ['d'] }))).toBe('G: a b=e d | c f');
    expect(read(after(map, { type: 'partIdeas', ideas: ['b'] }))).toBe('G: a b d e | c f');
    // what is merged goes along
    expect(read(after(map, { type: 'moveIdeas', ideas: ['e'], group_id: null, after: null }))).toBe('G: a | b=d=e c f');
    expect(code(map, { type: 'mergeIdeas', ideas: ['b', 'e'] })).toBe('0 changes');
    expect(code(map, { type: 'partIdeas', ideas: ['a'] })).toBe('0 changes');
  });

  it('[SHEET-3] part one out of a chain and leave the others merged', () => {
    const map = after(start, { type: 'mergeIdeas', ideas: ['b', 'c'] }, { type: 'mergeIdeas', ideas: ['a', 'b'] });
    expect(read(map)).toBe('a=b=c d e f');
    expect(read(after(map, { type: 'partIdeas', ideas: ['b'] }))).toBe('a=c b d e f');
  });

  it('[SHEET-3] read what merges leave behind: circles, groups that are gone or elsewhere, ideas that are gone', () => {
    const to = (links: Readonly<Record<string, Partial<PartnershipMap['ideas'][number]>>>): PartnershipMap => ({
      ...start,
      ideas: start.ideas.map((one) => ({ ...one, ...links[one.id] })),
    });
    const circle = to({ c: { merged_into: 'b' }, b: { merged_into: 'd' }, d: { merged_into: 'c' } });
    expect(read(circle)).toBe('a b=c=d e f');
    expect(read(to({ a: { merged_into: 'a' }, b: { merged_into: 'c' }, c: { merged_into: 'b' } }))).toBe('a b=c d e f');
    expect(read(to({ e: { merged_into: 'c' }, c: { merged_into: 'b' }, b: { merged_into: 'c' } }))).toBe('a b=c=e d f');
    // one press parts and merges what is in a circle, too
    expect(read(after(circle, { type: 'partIdeas', ideas: ['c'] }))).toBe('a b=d c e f');
    expect(read(after(circle, { type: 'partIdeas', ideas: ['b'] }))).toBe('a b c d e f');
    expect(read(after(circle, { type: 'mergeIdeas', ideas: ['a', 'b'] }))).toBe('a=b=c=d e f');
    const far = after(start, { type: 'add', collection: 'groups', id: 'far', fields: { sheet_id: 't', title: 'Far' } });
    const astray = {
      ...far,
      ideas: far.ideas.map((one) =>
        one.id === 'a' ? { ...one, group_id: 'far' } : one.id === 'b' ? { ...one, merged_into: 'other' } : one,
      ),
    };
    expect([read(astray), read(astray, 't')]).toEqual(['a b c d e f', 'Far:  | other']);
    const merged = after(start, { type: 'mergeIdeas', ideas: ['a', 'b', 'c'] });
    expect(read(after(merged, { type: 'remove', collection: 'ideas', id: 'a' }))).toBe('b c d e f');
  });

  it('[SHEET-4] sort by votes, length and mixed, without writing anything', () => {
    const sorted = (map: PartnershipMap, sort: 'groups' | 'votes' | 'length' | 'shuffle') =>
      read(after(map, { type: 'edit', collection: 'sheets', id: 's', fields: { sort } }));
    const votes = after(
      start,
      { type: 'groupIdeas', id: 'g', ideas: ['e'], title: 'G' },
      { type: 'groupIdeas', id: 'h', ideas: ['f'], title: 'H' },
      { type: 'edit', collection: 'groups', id: 'h', fields: { votes: 3 } },
      { type: 'edit', collection: 'groups', id: 'g', fields: { votes: 0 } },
      { type: 'edit', collection: 'ideas', id: 'c', fields: { votes: 4 } },
      { type: 'edit', collection: 'ideas', id: 'b', fields: { votes: 0 } },
    );
    expect(sorted(votes, 'votes')).toBe('H: f | G: e | c b a d');
    expect(sorted(votes, 'groups')).toBe('G: e | H: f | a b c d');
    const long = after(start, { type: 'edit', collection: 'ideas', id: 'a', fields: { text: 'a long text' } });
    expect(sorted(long, 'length')).toBe('b c d e f a');
    const mixed = sorted(start, 'shuffle');
    expect(mixed).not.toBe('a b c d e f');
    expect(mixed.split(' ').toSorted().join(' ')).toBe('a b c d e f');
  });

  it('[SHEET-4] become tidy at one press: the order that is shown becomes the one by hand', () => {
    const shuffled = after(
      start,
      { type: 'groupIdeas', id: 'g', ideas: ['e', 'd', 'f'], title: 'G' },
      { type: 'mergeIdeas', ideas: ['b', 'c'] },
      { type: 'edit', collection: 'sheets', id: 's', fields: { sort: 'shuffle' } },
    );
    const tidy = after(shuffled, { type: 'tidySheet', id: 's' });
    expect(read(tidy)).toBe(read(shuffled));
    expect(tidy.sheets[0]?.sort).toBe('groups');
    expect(code(tidy, { type: 'tidySheet', id: 's' })).toBe('0 changes');
  });
});
