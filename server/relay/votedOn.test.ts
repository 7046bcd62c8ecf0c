/** What an open vote holds in a room, whoever writes and by whatever way: by commands, by hand, from a tab that was away. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import type { Role } from '#shared/wire/roles.ts';
import { permitsOf } from '#shared/workshop/permits.ts';
import { voteRefusal } from '#shared/workshop/voteRefusal.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { openTestRelay } from '#server/testing/openTestRelay.ts';

const context = { today: '2026-03-02', newId: () => `new${++ids}` };
let ids = 0;

function does(peer: MemoryPeer, ...commands: Command[]): void {
  const done = runCommands(readMap(peer.doc), commands, context);
  if (!done.ok) throw new Error(`${done.code} ${done.field}`);
  peer.doc.transact(() => applyChanges(peer.doc, done.changes, null));
}

const listOf = (doc: Y.Doc, name: string): Y.Map<Y.Map<unknown>> => {
  const list = doc.getMap<Y.Map<Y.Map<unknown>>>('map').get(name);
  if (list === undefined) throw new Error(`no ${name}`);
  return list;
};
const idea = (id: string, text = id): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text },
});

const made = runCommands(
  mapOf({}),
  [
    { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who?' } },
    { type: 'add', collection: 'sheets', id: 't', fields: { question: 'Why?' } },
    ...['a', 'b', 'c', 'd', 'e'].map((id) => idea(id)),
    { type: 'groupIdeas', id: 'g', ideas: ['d'], title: 'Night' },
    { type: 'groupIdeas', id: 'h', ideas: ['e'], title: 'Day' },
    { type: 'mergeIdeas', ideas: ['c', 'd'] },
    { type: 'add', collection: 'interests', id: 'growth', fields: { title: 'Growth' } },
  ],
  context,
);
if (!made.ok) throw new Error(made.code);
const start: PartnershipMap = made.map;

/** What is there and what it says; that somebody tried leaves the day of a change, and a place. */
const said = ({ sheets, groups, ideas, interests }: PartnershipMap): unknown => ({
  sheets: sheets.map(({ id, question }) => [id, question]),
  groups: groups.map(({ id, sheet_id, title }) => [id, sheet_id, title]),
  ideas: ideas.map(({ id, sheet_id, text, merged_into }) => [id, sheet_id, text, merged_into].join()).toSorted(),
  interests: interests.map(({ id, title }) => [id, title]),
});

const options = new Set(['map:ideas/a', 'map:ideas/c', 'map:groups/g', 'map:interests/growth']);

/** A room in which the vote is open, with somebody of a role who writes and somebody who looks. */
async function roomWith(role: Role, voted: ReadonlySet<string> = options) {
  const permits = permitsOf({ ...emptyWorkshop, skeletonOpen: true });
  const room = await openTestRelay({}, { permits: () => permits, votedOn: () => voted });
  const board = await room.addBoard('voted', start);
  const hand = await room.join({ role, board });
  const other = await room.join({ role: 'facilitator', board });
  await room.settle();
  return { room, hand, other };
}

const held: Readonly<Record<string, (peer: MemoryPeer) => void>> = {
  'writes another text for one': (peer) =>
    does(peer, { type: 'edit', collection: 'ideas', id: 'a', fields: { text: 'another' } }),
  'removes one': (peer) => does(peer, { type: 'remove', collection: 'ideas', id: 'a' }),
  'merges one into another': (peer) => does(peer, { type: 'mergeIdeas', ideas: ['b', 'a'] }),
  'merges another into one': (peer) => does(peer, { type: 'mergeIdeas', ideas: ['a', 'b'] }),
  'parts what is merged into one': (peer) => does(peer, { type: 'partIdeas', ideas: ['d'] }),
  'renames a group': (peer) => does(peer, { type: 'edit', collection: 'groups', id: 'g', fields: { title: 'X' } }),
  'removes a group': (peer) => does(peer, { type: 'remove', collection: 'groups', id: 'g' }),
  'renames an interest': (peer) =>
    does(peer, { type: 'edit', collection: 'interests', id: 'growth', fields: { title: 'X' } }),
  'removes an interest': (peer) => does(peer, { type: 'remove', collection: 'interests', id: 'growth' }),
  'removes the sheet': (peer) => does(peer, { type: 'remove', collection: 'sheets', id: 's' }),
  'removes the sheet alone, by hand': (peer) => listOf(peer.doc, 'sheets').delete('s'),
  'replaces one by hand': (peer) => void listOf(peer.doc, 'ideas').set('a', new Y.Map([['sheet_id', 's']])),
  'replaces its text by hand': (peer) => void listOf(peer.doc, 'ideas').get('a')?.set('text', new Y.Text('X')),
  'takes it to another sheet by hand': (peer) => void listOf(peer.doc, 'ideas').get('a')?.set('sheet_id', 't'),
  'makes one that is merged into it by hand': (peer) =>
    void listOf(peer.doc, 'ideas').set(
      'z',
      new Y.Map([
        ['sheet_id', 's'],
        ['merged_into', 'a'],
      ]),
    ),
};

const free: Readonly<Record<string, (peer: MemoryPeer) => void>> = {
  'moves an option to a group': (peer) => does(peer, { type: 'moveIdeas', ideas: ['a'], group_id: 'h' }),
  'makes an interest of one': (peer) =>
    does(peer, { type: 'make', sources: ['ideas/a'], to: { collection: 'interests' } }),
  'writes in what is no option': (peer) =>
    does(peer, { type: 'edit', collection: 'ideas', id: 'b', fields: { text: 'another' } }),
  'removes what is no option': (peer) => does(peer, { type: 'remove', collection: 'ideas', id: 'b' }),
  'merges what is no option': (peer) => does(peer, { type: 'mergeIdeas', ideas: ['b', 'e'] }),
  'removes another sheet': (peer) => does(peer, { type: 'remove', collection: 'sheets', id: 't' }),
  'adds an idea': (peer) => does(peer, idea('new')),
  'gives an interest a weight': (peer) =>
    does(peer, { type: 'edit', collection: 'interests', id: 'growth', fields: { weight: 'essential' } }),
};

describe.each(['facilitator', 'participant'] as const)('a room in which people vote on things (%s)', (role) => {
  it.each(Object.entries(held))('[SHEET-8] keeps its options when somebody %s', async (_name, act) => {
    const { room, hand, other } = await roomWith(role);
    const before = said(readMap(other.doc));
    act(hand);
    await room.settle(100);
    expect(said(readMap(other.doc))).toEqual(before);
    expect(readMap(hand.doc)).toEqual(readMap(other.doc));
    expect(hand.messages.filter(({ type }) => type === 'undone')).toMatchObject([{ reason: 'voting' }]);
    expect(room.errors).toEqual([]);
  });

  it.each(Object.entries(free))('[SHEET-8] takes it when somebody %s', async (_name, act) => {
    const { room, hand, other } = await roomWith(role);
    const before = readMap(other.doc);
    act(hand);
    await room.settle(100);
    expect(readMap(other.doc)).toEqual(readMap(hand.doc));
    expect(readMap(other.doc)).not.toEqual(before);
    expect(hand.messages.filter(({ type }) => type === 'undone')).toEqual([]);
  });

  it.each(Object.entries(held))('[SHEET-8] takes it after the vote when somebody %s', async (_name, act) => {
    const { room, hand, other } = await roomWith(role, new Set());
    const before = other.doc.getMap('map').toJSON();
    act(hand);
    await room.settle(100);
    expect(other.doc.getMap('map').toJSON()).not.toEqual(before);
    expect(hand.messages.filter(({ type }) => type === 'undone')).toEqual([]);
  });
});

describe('several people in one tick', () => {
  it('[SHEET-8] only what is held comes back, and only its writer hears of it', async () => {
    const { room, hand, other } = await roomWith('participant');
    does(hand, { type: 'edit', collection: 'ideas', id: 'a', fields: { text: 'another' } });
    does(hand, { type: 'moveIdeas', ideas: ['b'], group_id: 'h' });
    does(other, { type: 'edit', collection: 'ideas', id: 'b', fields: { text: 'b, too' } });
    await room.settle(100);
    const map = readMap(other.doc);
    expect(map).toEqual(readMap(hand.doc));
    expect(map.ideas.find(({ id }) => id === 'a')?.text).toBe('a');
    expect(map.ideas.find(({ id }) => id === 'b')).toMatchObject({ text: 'b, too', group_id: 'h' });
    expect(hand.messages.filter(({ type }) => type === 'undone')).toHaveLength(1);
    expect(other.messages.filter(({ type }) => type === 'undone')).toEqual([]);
  });
});

describe('the page', () => {
  it('[SHEET-8] refuses the same acts before they are sent', () => {
    const refusalOf = (...commands: Command[]) => {
      const done = runCommands(start, commands, context);
      return done.ok ? voteRefusal(options, start, done.changes) : done.code;
    };
    expect(refusalOf({ type: 'edit', collection: 'ideas', id: 'a', fields: { text: 'X' } })).toBe('voting');
    expect(refusalOf({ type: 'edit', collection: 'groups', id: 'g', fields: { title: 'X' } })).toBe('voting');
    expect(refusalOf({ type: 'remove', collection: 'ideas', id: 'a' })).toBe('voting');
    expect(refusalOf({ type: 'remove', collection: 'sheets', id: 's' })).toBe('voting');
    expect(refusalOf({ type: 'mergeIdeas', ideas: ['a', 'b'] })).toBe('voting');
    expect(refusalOf({ type: 'mergeIdeas', ideas: ['b', 'a'] })).toBe('voting');
    expect(refusalOf({ type: 'partIdeas', ideas: ['d'] })).toBe('voting');
    expect(refusalOf({ type: 'remove', collection: 'sheets', id: 't' })).toBeNull();
    expect(refusalOf({ type: 'moveIdeas', ideas: ['a'], group_id: 'h' })).toBeNull();
    expect(refusalOf({ type: 'mergeIdeas', ideas: ['b', 'e'] })).toBeNull();
    expect(refusalOf({ type: 'make', sources: ['ideas/a'], to: { collection: 'interests' } })).toBeNull();
    expect(refusalOf(idea('new'))).toBeNull();
  });
});
