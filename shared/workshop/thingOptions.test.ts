import { expect, it } from 'vitest';
import * as v from 'valibot';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { OpenActivity } from '#shared/wire/SealedRequest.ts';
import { thingOptions } from './thingOptions.ts';

const idea = (id: string, text: string): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text },
});

it('[SHEET-7] ideas, groups and interests are voted on under the words that they have', () => {
  const made = runCommands(
    mapOf({}),
    [
      { type: 'add', collection: 'sheets', id: 's', fields: {} },
      idea('a', 'Bus drivers'),
      idea('b', 'Drivers'),
      idea('c', `${'word '.repeat(100)}end`),
      idea('d', '  '),
      { type: 'mergeIdeas', ideas: ['a', 'b'] },
      { type: 'groupIdeas', id: 'g', ideas: ['c'], title: 'Words' },
      { type: 'groupIdeas', id: 'h', ideas: ['a'] },
      { type: 'add', collection: 'interests', id: 'growth', fields: { title: 'Growth' } },
      { type: 'add', collection: 'interests', id: 'blank', fields: {} },
    ],
    { today: '2026-03-02', newId: () => 'new' },
  );
  if (!made.ok) throw new Error(made.message);
  const labels = (on: Parameters<typeof thingOptions>[1]) =>
    thingOptions(made.map, on).map(({ id, label, ref }) => `${id} ${ref} ${label.slice(0, 11)}`);
  expect(labels({ kind: 'ideas', sheet: 's' })).toEqual(['o1 map:ideas/c word word w', 'o2 map:ideas/a Bus drivers']);
  expect(labels({ kind: 'groups', sheet: 's' })).toEqual(['o1 map:groups/g Words', 'o2 map:groups/h Bus drivers']);
  expect(labels({ kind: 'interests' })).toEqual(['o1 map:interests/growth Growth']);
  expect(labels({ kind: 'groups', sheet: 'gone' })).toEqual([]);
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `o${n}`, label: `${n}`, ref: null }));
  const vote = { kind: 'vote', id: 'a'.repeat(16), question: 'Which?', dots: 2, cap: 2 };
  expect(v.is(OpenActivity, { ...vote, options: thingOptions(made.map, { kind: 'ideas', sheet: 's' }) })).toBe(true);
  expect([40, 41].map((count) => v.is(OpenActivity, { ...vote, options: many(count) }))).toEqual([true, false]);
});
