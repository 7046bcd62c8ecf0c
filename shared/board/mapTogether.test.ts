import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { writeBoard } from '#shared/map/file/writeBoard.ts';
import { listNames } from '#shared/map/PartnershipMap.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { commandFor, commandKinds } from '#shared/testing/mapCommands.ts';
import { randomRuns } from '#shared/testing/randomRuns.ts';
import { inspect } from '#shared/board/limits/inspect.ts';
import { applyChanges, readMap, storedCollection, writeTemplate } from './mapDocument.ts';
import { MapReader } from './MapReader.ts';
import { roots } from './roots.ts';

const origin = 'person';

/** Somebody with a copy of the board. */
class Peer {
  readonly doc = new Y.Doc();
  readonly reader: MapReader;
  private ids = 0;
  private readonly name: string;

  constructor(name: string, clientId: number, start: Uint8Array) {
    this.name = name;
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, start);
    this.reader = new MapReader(this.doc);
  }

  do(command: Command): boolean {
    const result = runCommand(this.reader.map(), command, {
      today: '2026-03-02',
      newId: () => `${this.name}${++this.ids}`,
    });
    if (result.ok) applyChanges(this.doc, result.changes, origin);
    return result.ok;
  }

  hear(other: Peer): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)));
  }
}

function startOf(template: string): Uint8Array {
  const read = readTemplate(template);
  if (!read) throw new Error('no template');
  const doc = new Y.Doc();
  doc.clientID = 1;
  writeTemplate(doc, read.map);
  return Y.encodeStateAsUpdate(doc);
}

function peers(template = 'employment'): [Peer, Peer, Peer] {
  const start = startOf(template);
  return [new Peer('a', 11, start), new Peer('b', 12, start), new Peer('c', 13, start)];
}

function merge(all: readonly Peer[]): void {
  for (const one of all) for (const other of all) if (one !== other) one.hear(other);
}

describe('a map that several people change', () => {
  it('[MAP-10] of two links that two people make into a circle, one stays', () => {
    const [a, b] = peers();
    const link = (id: string, member: string): Command => ({
      type: 'member',
      collection: 'notes',
      id,
      field: 'links',
      member,
      on: true,
    });
    a.do(link('p203', 'p204'));
    b.do(link('p204', 'p203'));
    merge([a, b]);
    const links = (peer: Peer) =>
      ['p203', 'p204'].map((id) => peer.reader.map().notes.find((note) => note.id === id)?.links);
    expect([links(a), links(b)]).toEqual([
      [['p204'], []],
      [['p204'], []],
    ]);
  });

  it('[MAP-12] a decision made while somebody takes up the experiment again, waits', () => {
    const [a, b] = peers();
    a.do({ type: 'edit', collection: 'experiments', id: 'e2', fields: { decision: 'adopt' } });
    b.do({ type: 'edit', collection: 'experiments', id: 'e2', fields: { status: 'running' } });
    merge([a, b]);
    for (const peer of [a, b])
      expect(peer.reader.map().experiments.find((one) => one.id === 'e2')).toMatchObject({
        status: 'running',
        decision: null,
      });
    b.do({ type: 'edit', collection: 'experiments', id: 'e2', fields: { status: 'finished' } });
    expect(b.reader.map().experiments.find((one) => one.id === 'e2')?.decision).toBe('adopt');
  });

  it('[MAP-10] a note that changes its stage is no hypothesis any more', () => {
    const [a, b] = peers();
    a.do({ type: 'edit', collection: 'experiments', id: 'e5', fields: { hypothesis_note_id: 'h203' } });
    b.do({ type: 'edit', collection: 'notes', id: 'h203', fields: { stage: 'problem_defining' } });
    merge([a, b]);
    for (const peer of [a, b])
      expect(peer.reader.map().experiments.find((one) => one.id === 'e5')?.hypothesis_note_id).toBeNull();
  });

  it('[MAP-13] a pulse whose counts do not add up is not read', () => {
    const [a] = peers();
    const stored = storedCollection(a.doc, 'trust_pulses')?.get('pulse-2');
    if (!(stored instanceof Y.Map)) throw new Error('missing');
    stored.set('responded', 21);
    expect(a.reader.map().trust_pulses.map((pulse) => pulse.id)).toEqual(['pulse-1']);
  });

  it('[MAP-11] two people who start the next round at once start the same one', () => {
    const [a, b] = peers();
    a.do({ type: 'startRound', fields: {} });
    b.do({ type: 'startRound', fields: {} });
    merge([a, b]);
    expect(a.reader.map().iterations.map((round) => round.number)).toEqual([1, 2, 3]);
  });

  it('[MAP-11] a gap between rounds closes, and notes stay with their round', () => {
    const [a, b] = peers();
    a.do({ type: 'startRound', fields: { title: 'third' } });
    merge([a, b]);
    a.do({ type: 'remove', collection: 'iterations', id: '3' });
    b.do({ type: 'startRound', fields: { title: 'fourth' } });
    b.do({
      type: 'add',
      collection: 'notes',
      id: 'late',
      fields: { iteration: 4, stage: 'problem_defining', text: 'x' },
    });
    merge([a, b]);
    const map = a.reader.map();
    expect(map.iterations.map((round) => [round.id, round.number, round.title])).toEqual([
      ['1', 1, 'Why do trained people not stay?'],
      ['2', 2, 'Who cannot take the open jobs?'],
      ['4', 3, 'fourth'],
    ]);
    expect(map.notes.find((note) => note.id === 'late')?.iteration).toBe(3);
    expect(a.do({ type: 'edit', collection: 'notes', id: 'late', fields: { text: 'y', iteration: 3 } })).toBe(true);
    expect(a.reader.map().notes.find((note) => note.id === 'late')).toMatchObject({ iteration: 3, text: 'y' });
  });

  it('[MAP-13] what nobody should have written spoils only itself', () => {
    const [a] = peers();
    const before = a.reader.map();
    const organizations = storedCollection(a.doc, 'organizations');
    const one = organizations?.get('chamber');
    if (!(one instanceof Y.Map)) throw new Error('missing');
    one.set('sector', 42);
    one.set('stranger', true);
    organizations?.set('text', 'not an entity');
    storedCollection(a.doc, 'notes')?.set('half', new Y.Map([['text', 'no stage']]));
    a.doc.getMap('map').set('strangers', new Y.Map());
    const map = a.reader.map();
    expect(map.organizations.find((each) => each.id === 'chamber')).toEqual({
      ...before.organizations.find((each) => each.id === 'chamber'),
      sector: null,
    });
    expect(map.notes).toBe(before.notes);
    expect(map.organizations).toHaveLength(before.organizations.length);
  });

  it('[MAP-14] only what changed is another object', () => {
    const [a] = peers();
    const before = a.reader.map();
    let calls = 0;
    const stop = a.reader.subscribe(() => calls++);
    a.do({ type: 'edit', collection: 'organizations', id: 'chamber', fields: { name: 'Chamber' } });
    const after = a.reader.map();
    expect(calls).toBe(1);
    expect(after.organizations).not.toBe(before.organizations);
    expect(
      after.organizations.filter((one, place) => one !== before.organizations[place]).map((one) => one.id),
    ).toEqual(['chamber']);
    for (const list of listNames) if (list !== 'organizations') expect(after[list]).toBe(before[list]);
    expect(after.goal).toBe(before.goal);
    a.doc.getMap('canvas').set('x', new Y.Map());
    expect(a.reader.map()).toBe(after);
    stop();
  });

  it('[MAP-13] random commands of three people, merged in any order, give equal maps that keep every invariant', () => {
    const step = fc.record({
      who: fc.nat(2),
      what: fc.nat(commandKinds - 1),
      a: fc.nat(6),
      b: fc.nat(6),
      c: fc.nat(200),
      talk: fc.nat(9),
    });
    let done = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 25, maxLength: 60, size: 'max' }),
        fc.constantFrom('employment', 'detroit', 'blank'),
        (steps, template) => {
          const all = peers(template);
          for (const choice of steps) {
            const [one, other] = [all[choice.who], all[(choice.who + 1 + (choice.talk % 2)) % 3]];
            if (!one || !other) continue;
            const command = commandFor(one.reader.map(), choice);
            if (command && one.do(command)) done++;
            if (choice.talk === 0) one.hear(other);
          }
          merge(all);
          merge(all);
          const [map, ...others] = all.map((peer) => readMap(peer.doc));
          if (!map) throw new Error('no map');
          for (const other of others) expect(other).toEqual(map);
          for (const peer of all) expect(peer.reader.map()).toEqual(map);
          const file = parseBoard(writeBoard(map));
          expect(file.ok ? [] : file.problems).toEqual([]);
          expect(map.iterations.map((round) => round.number)).toEqual(map.iterations.map((_, place) => place + 1));
        },
      ),
      { numRuns: randomRuns(20) },
    );
    expect(done).toBeGreaterThan(200);
  }, 60_000);

  it('[ADMIT-7] nothing that a command writes is undone by the document\u2019s own inspection', () => {
    const choice = fc.record({ what: fc.nat(commandKinds - 1), a: fc.nat(200), b: fc.nat(200), c: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 20, maxLength: 40, size: 'max' }), (choices) => {
        const start = startOf('employment');
        const person = new Peer('a', 11, start);
        const server = new Y.Doc();
        Y.applyUpdate(server, start);
        for (const name of Object.values(roots)) server.getMap(name);
        person.doc.on('update', (update: Uint8Array) => {
          server.transact((transaction) => {
            Y.applyUpdate(server, update);
            expect(inspect(transaction)).toEqual([]);
          });
        });
        for (const one of choices) {
          const command = commandFor(person.reader.map(), one);
          if (command) person.do(command);
        }
        expect(readMap(server)).toEqual(person.reader.map());
      }),
      { numRuns: randomRuns(8) },
    );
  }, 60_000);
});
