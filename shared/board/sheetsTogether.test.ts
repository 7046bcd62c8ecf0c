import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { madeId } from '#shared/kinds/ids.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { writeBoard } from '#shared/map/file/writeBoard.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { sheetsOf, type SheetNote } from '#shared/map/readings/sheets.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { commandFor, commandKinds } from '#shared/testing/mapCommands.ts';
import { createRandom } from '#shared/testing/random.ts';
import { randomRuns } from '#shared/testing/randomRuns.ts';
import { sheetCommandFor, sheetCommandKinds } from '#shared/testing/sheetCommands.ts';
import { applyChanges, readMap, writeTemplate } from './mapDocument.ts';
import { MapReader } from './MapReader.ts';

const origin = 'person';

/** Somebody with a copy of the board. */
class Peer {
  readonly doc = new Y.Doc();
  private readonly reader: MapReader;
  private ids = 0;
  private readonly name: string;

  constructor(name: string, clientId: number, start: Uint8Array) {
    this.name = name;
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, start);
    this.reader = new MapReader(this.doc);
  }

  get map(): PartnershipMap {
    return this.reader.map();
  }

  do(command: Command): boolean {
    const newId = () => `${this.name}${++this.ids}`;
    const result = runCommand(this.map, command, { today: '2026-03-02', newId });
    if (result.ok) applyChanges(this.doc, result.changes, origin);
    return result.ok;
  }
}

/** A sheet `s` of ideas `i0` to `i<n - 1>` with two groups. */
function startOf(ideas: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const template = readTemplate('blank');
  if (!template) throw new Error('no template');
  writeTemplate(doc, template.map);
  const first = new Peer('start', 2, Y.encodeStateAsUpdate(doc));
  first.do({ type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who?' } });
  for (let n = 0; n < ideas; n++)
    first.do({ type: 'add', collection: 'ideas', id: `i${n}`, fields: { sheet_id: 's', text: `Idea ${n}` } });
  first.do({ type: 'startRound', fields: {} });
  first.do({ type: 'add', collection: 'organizations', fields: { name: 'Transit' } });
  for (const id of ['g', 'h'])
    first.do({ type: 'add', collection: 'groups', id, fields: { sheet_id: 's', title: id.toUpperCase() } });
  return Y.encodeStateAsUpdate(first.doc);
}

function peersOf(count: number, ideas = 6): [Peer, Peer, ...Peer[]] {
  const start = startOf(ideas);
  const [one, two, ...more] = Array.from({ length: count }, (_, n) => new Peer(`p${n}-`, 11 + n, start));
  if (!one || !two) throw new Error('at least two');
  return [one, two, ...more];
}

function merge(peers: readonly Peer[]): void {
  const whole = new Y.Doc();
  for (const { doc } of peers) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  for (const { doc } of peers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole, Y.encodeStateVector(doc)));
}

const text = ({ idea: { id }, merged }: SheetNote): string => [id, ...merged.map((one) => one.id)].join('=');
const line = (notes: readonly SheetNote[]): string => notes.map(text).join(' ');

function read(map: PartnershipMap): string {
  return sheetsOf(map)
    .map(({ groups, ungrouped }) =>
      [...groups.map(({ group, notes }) => `${group.title}: ${line(notes)}`), line(ungrouped)].join(' | '),
    )
    .join(' // ');
}

/** Every idea of the map, as often as it stands on a sheet. */
function shownIdeas(map: PartnershipMap): readonly string[] {
  return sheetsOf(map).flatMap(({ groups, ungrouped }) =>
    [...groups.flatMap(({ notes }) => notes), ...ungrouped].flatMap(({ idea, merged }) =>
      [idea, ...merged].map(({ id }) => id),
    ),
  );
}

function expectEqual(peers: readonly Peer[]): PartnershipMap {
  const [map, ...others] = peers.map((peer) => peer.map);
  if (!map) throw new Error('nobody');
  for (const other of others) expect(other).toEqual(map);
  expect(readMap(peers[0]?.doc ?? new Y.Doc())).toEqual(map);
  expect(shownIdeas(map).toSorted()).toEqual(map.ideas.map(({ id }) => id).toSorted());
  return map;
}

describe('a sheet that several people change', () => {
  it('[SHEET-1] an idea that two people put into two groups at once stands in one of them', () => {
    const [a, b] = peersOf(2);
    a.do({ type: 'moveIdeas', ideas: ['i0', 'i1'], group_id: 'g' });
    b.do({ type: 'moveIdeas', ideas: ['i0'], group_id: 'h' });
    merge([a, b]);
    expect(read(expectEqual([a, b]))).toMatch(/^G: (i0 i1 \| H: |i1 \| H: i0) \| i2 i3 i4 i5$/);
  });

  it('[SHEET-2] a group that is taken away while somebody moves an idea into it leaves the idea in none', () => {
    const [a, b] = peersOf(2);
    a.do({ type: 'moveIdeas', ideas: ['i1'], group_id: 'g' });
    merge([a, b]);
    a.do({ type: 'remove', collection: 'groups', id: 'g' });
    b.do({ type: 'moveIdeas', ideas: ['i0'], group_id: 'g' });
    merge([a, b]);
    expect(read(expectEqual([a, b]))).toBe('H:  | i1 i0 i2 i3 i4 i5');
  });

  it('[SHEET-2] a group that is taken away while somebody makes it again with its undo has its ideas back', () => {
    const [a, b] = peersOf(2);
    a.do({ type: 'moveIdeas', ideas: ['i1'], group_id: 'g' });
    const undo = new Y.UndoManager([a.doc.getMap('map')], { trackedOrigins: new Set([origin]), captureTimeout: 0 });
    a.do({ type: 'remove', collection: 'groups', id: 'g' });
    merge([a, b]);
    b.do({ type: 'moveIdeas', ideas: ['i2'], group_id: 'h' });
    merge([a, b]);
    undo.undo();
    merge([a, b]);
    expect(read(expectEqual([a, b]))).toBe('G: i1 | H: i2 | i0 i3 i4 i5');
  });

  it('[SHEET-3] two people who merge two ideas into each other at once merge them once', () => {
    const [a, b] = peersOf(2);
    a.do({ type: 'mergeIdeas', ideas: ['i0', 'i1'] });
    b.do({ type: 'mergeIdeas', ideas: ['i1', 'i0'] });
    merge([a, b]);
    expect(read(expectEqual([a, b]))).toBe('G:  | H:  | i0=i1 i2 i3 i4 i5');
    a.do({ type: 'partIdeas', ideas: ['i1'] });
    expect(read(a.map)).toBe('G:  | H:  | i0 i1 i2 i3 i4 i5');
  });

  it('[SHEET-5] an idea that becomes an interest while somebody merges it is one interest, and merged', () => {
    const [a, b] = peersOf(2);
    a.do({ type: 'make', sources: ['ideas/i1', 'ideas/i2'], to: { collection: 'interests' } });
    b.do({ type: 'mergeIdeas', ideas: ['i0', 'i1'] });
    merge([a, b]);
    const map = expectEqual([a, b]);
    expect(read(map)).toBe('G:  | H:  | i0=i1 i2 i3 i4 i5');
    expect(map.interests.map(({ title, source }) => [title, source])).toEqual([
      ['Idea 1', 'ideas/i1'],
      ['Idea 2', 'ideas/i2'],
    ]);
  });

  it('[SHEET-5] two people who make the same of the same at once make one, with what either writes into it', () => {
    const [a, b] = peersOf(2);
    const id = madeId('groups/g', 'interests');
    for (const peer of [a, b]) peer.do({ type: 'make', sources: ['groups/g'], to: { collection: 'interests' } });
    merge([a, b]);
    a.do({ type: 'edit', collection: 'interests', id, fields: { weight: 'essential' } });
    b.do({ type: 'edit', collection: 'interests', id, fields: { description: 'Why' } });
    merge([a, b]);
    const made = expectEqual([a, b]).interests.filter(({ source }) => source === 'groups/g');
    expect(made).toMatchObject([{ id, title: 'G', weight: 'essential', description: 'Why' }]);
  });

  it('[SHEET-1] forty people who group eighty ideas at once have the same sheet', () => {
    const peers = peersOf(40, 80);
    const random = createRandom(7);
    for (let turn = 0; turn < 3; turn++) {
      for (const peer of peers) {
        const ideas = [0, 1, 2].map(() => `i${random.below(80)}`);
        const group = random.pick(peer.map.groups).id;
        const what = random.next();
        if (what < 0.2) peer.do({ type: 'groupIdeas', ideas, title: `Group ${turn}` });
        else if (what < 0.4) peer.do({ type: 'mergeIdeas', ideas });
        else if (what < 0.45) peer.do({ type: 'tidySheet', id: 's' });
        else peer.do({ type: 'moveIdeas', ideas, group_id: group, after: null });
      }
      merge(peers);
    }
    const map = expectEqual(peers);
    expect(map.groups.length).toBeGreaterThan(10);
    expect(map.ideas).toHaveLength(80);
  }, 60_000);

  it('[SHEET-1] [SHEET-2] [SHEET-3] [SHEET-5] whatever three people do, all have the same, each idea once, in files, too', () => {
    const step = fc.record({
      who: fc.nat(2),
      isOfSheets: fc.nat(4).map((number) => number > 0),
      what: fc.nat(commandKinds * sheetCommandKinds - 1),
      a: fc.nat(30),
      b: fc.nat(30),
      c: fc.nat(200),
      talks: fc.nat(9).map((number) => number === 0),
    });
    const doneBy = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 80, size: 'max' }), (steps) => {
        const peers = peersOf(3);
        for (const choice of steps) {
          const peer = peers[choice.who];
          if (peer === undefined) continue;
          const command = choice.isOfSheets ? sheetCommandFor(peer.map, choice) : commandFor(peer.map, choice);
          if (command !== null && peer.do(command)) doneBy.set(command.type, (doneBy.get(command.type) ?? 0) + 1);
          if (choice.talks) merge(peers);
        }
        merge(peers);
        const map = expectEqual(peers);
        const file = parseBoard(writeBoard(map));
        if (!file.ok) throw new Error(JSON.stringify(file.problems.slice(0, 3)));
        expect(read(file.map)).toBe(read(map));
      }),
      { numRuns: randomRuns(12) },
    );
    for (const type of ['groupIdeas', 'moveIdeas', 'mergeIdeas', 'partIdeas', 'tidySheet', 'make', 'markEssential'])
      expect(doneBy.get(type), type).toBeGreaterThan(5);
  }, 60_000);
});
