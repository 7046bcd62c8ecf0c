import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import { listNames, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templateIds } from '#shared/templates/templates.ts';
import { applyChanges, readMap, storedCollection, writeTemplate } from './mapDocument.ts';
import { MapReader } from './MapReader.ts';

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

const byId = (map: PartnershipMap) =>
  Object.fromEntries(listNames.map((list) => [list, map[list].toSorted((a, b) => (a.id < b.id ? -1 : 1))]));

const withoutRatings = (map: PartnershipMap): PartnershipMap => ({
  ...map,
  organizations: map.organizations.map((one) => ({ ...one, influence: null, stake: null })),
});

describe('mapDocument', () => {
  it('[MAP-18] a card that two people move at once stands in both interests, and can be taken out of one', () => {
    const start = startOf('employment');
    const [ann, ben] = [new Peer('ann', 11, start), new Peer('ben', 12, start)];
    const placed = (peer: Peer, organization: string) =>
      peer.reader.map().placements.filter((one) => one.organization_id === organization);
    const moved = ann.reader.map().placements.find((one) => placed(ann, one.organization_id).length === 1);
    if (!moved) throw new Error('no placement');
    const [to = '', other = ''] = ann.reader
      .map()
      .interests.map(({ id }) => id)
      .filter((id) => id !== moved.interest_id);
    const { id, organization_id: organization } = moved;
    expect(ann.do({ type: 'movePlacement', id, interest_id: to })).toBe(true);
    expect(ben.do({ type: 'movePlacement', id, interest_id: other })).toBe(true);
    ann.hear(ben);
    ben.hear(ann);
    expect(ann.reader.map()).toEqual(ben.reader.map());
    expect(placed(ann, organization)).toHaveLength(2);
    expect(new Set(placed(ann, organization).map((one) => one.interest_id))).toEqual(new Set([to, other]));
    for (const person of ann.reader.map().representatives)
      if (person.organization_id === organization && person.interest_ids?.length)
        expect(person.interest_ids.toSorted()).toEqual([to, other].toSorted());
    const wrong = placed(ben, organization).find((one) => one.interest_id === to);
    expect(ben.do({ type: 'remove', collection: 'placements', id: wrong?.id ?? '' })).toBe(true);
    ann.hear(ben);
    expect(placed(ann, organization).map((one) => one.interest_id)).toEqual([other]);
  });

  it('[MAP-18] moved by both to the same interest it stands there once', () => {
    const start = startOf('employment');
    const [ann, ben] = [new Peer('ann', 11, start), new Peer('ben', 12, start)];
    const [moved] = ann.reader.map().placements;
    const to = ann.reader
      .map()
      .interests.find(
        ({ id }) =>
          !ann.reader
            .map()
            .placements.some((one) => one.organization_id === moved?.organization_id && one.interest_id === id),
      );
    const command = { type: 'movePlacement', id: moved?.id ?? '', interest_id: to?.id ?? '' } as const;
    for (const peer of [ann, ben]) expect(peer.do(command)).toBe(true);
    ann.hear(ben);
    ben.hear(ann);
    expect(ann.reader.map()).toEqual(ben.reader.map());
    const there = ann.reader
      .map()
      .placements.filter((one) => one.organization_id === moved?.organization_id && one.interest_id === to?.id);
    expect(there).toHaveLength(1);
  });

  it('[RATE-1] influence and stake of a file never stand in the document, and nothing reads them there', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, startOf('employment'));
    const stored = storedCollection(doc, 'organizations');
    expect(stored?.size).toBeGreaterThan(30);
    expect(JSON.stringify(stored)).not.toMatch(/influence|stake"/);
    const before = JSON.stringify(stored);
    applyChanges(
      doc,
      [{ op: 'set', collection: 'organizations', id: 'chamber', field: 'influence', value: 5 }],
      origin,
    );
    expect(JSON.stringify(stored)).toBe(before);
    const chamber = stored?.get('chamber');
    if (chamber instanceof Y.Map) chamber.set('influence', 5);
    expect(readMap(doc).organizations.find((one) => one.id === 'chamber')?.influence).toBeNull();
  });

  it('[RATE-1] a command that would write one is refused', () => {
    const [a] = peers();
    expect(a.do({ type: 'edit', collection: 'organizations', id: 'chamber', fields: { influence: 5 } })).toBe(false);
    expect(a.do({ type: 'add', collection: 'organizations', id: 'x', fields: { name: 'X', stake: 5 } })).toBe(false);
  });

  for (const template of templateIds)
    it(`[MAP-13] ${template} in a document reads as the map that was written`, () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, startOf(template));
      const read = readTemplate(template);
      expect(byId(readMap(doc))).toEqual(read && byId(withoutRatings(read.map)));
      expect(readMap(doc).goal).toEqual(read?.map.goal);
    });

  it('[MAP-6] the same placement added by two people is there once', () => {
    const [a, b] = peers();
    const command: Command = {
      type: 'place',
      organization_id: 'labor-council',
      interest_id: 'growth',
      part_of_work: 'practice',
    };
    expect([a.do(command), b.do(command)]).toEqual([true, true]);
    merge([a, b]);
    expect(
      a.reader
        .map()
        .placements.filter((one) => one.organization_id === 'labor-council' && one.interest_id === 'growth'),
    ).toHaveLength(1);
    expect(a.reader.map()).toEqual(b.reader.map());
  });

  it('[MAP-7] an interest deleted while somebody places into it leaves the organization not placed, and undo brings it home', () => {
    const [a, b] = peers();
    const undo = new Y.UndoManager([a.doc.getMap('map')], { trackedOrigins: new Set([origin]) });
    a.do({ type: 'remove', collection: 'interests', id: 'growth' });
    b.do({ type: 'place', organization_id: 'labor-council', interest_id: 'growth', part_of_work: 'practice' });
    merge([a, b]);
    const place = (peer: Peer) =>
      peer.reader.map().placements.find((one) => one.id === 'labor-council~growth~practice')?.interest_id;
    expect([place(a), place(b)]).toEqual([null, null]);
    expect(a.reader.map().organizations).toHaveLength(33);
    undo.undo();
    merge([a, b]);
    expect([place(a), place(b)]).toEqual(['growth', 'growth']);
  });

  it('[MAP-7] an organization deleted while somebody adds a person to it takes that person along', () => {
    const [a, b] = peers();
    a.do({ type: 'remove', collection: 'organizations', id: 'labor-council' });
    b.do({ type: 'add', collection: 'representatives', fields: { organization_id: 'labor-council', kind: 'doer' } });
    merge([a, b]);
    const map = b.reader.map();
    expect(map.representatives.some((person) => person.organization_id === 'labor-council')).toBe(false);
    expect(map.placements.some((one) => one.organization_id === 'labor-council')).toBe(false);
    expect(map.seats.some((seat) => seat.representative_id === 'r31')).toBe(false);
    expect(map).toEqual(a.reader.map());
  });

  it('[MAP-15] two fields, two members and two places of one text both stay', () => {
    const [a, b] = peers();
    a.do({
      type: 'edit',
      collection: 'goal',
      id: 'goal',
      fields: { statement: 'In the end, 90 percent of our region\u2019s labor force.' },
    });
    merge([a, b]);
    const seen = a.reader.map().goal.statement;
    a.do({ type: 'edit', collection: 'goal', id: 'goal', fields: { statement: `By 2033: ${seen}`, unit: 'percent' } });
    b.do({ type: 'edit', collection: 'goal', id: 'goal', fields: { statement: `${seen} All of it.`, place: 'Here' } });
    a.do({ type: 'member', collection: 'bodies', id: 'engagement', field: 'interest_ids', member: 'growth', on: true });
    b.do({ type: 'member', collection: 'bodies', id: 'engagement', field: 'interest_ids', member: 'rules', on: true });
    merge([a, b]);
    const { goal, bodies } = b.reader.map();
    expect(goal).toMatchObject({ statement: `By 2033: ${seen} All of it.`, unit: 'percent', place: 'Here' });
    expect(bodies.find((body) => body.id === 'engagement')?.interest_ids.toSorted()).toEqual([
      'first-hand',
      'growth',
      'job-quality',
      'rules',
    ]);
    expect(a.reader.map()).toEqual(b.reader.map());
  });

  it('[MAP-15] delete against edit: delete wins', () => {
    const [a, b] = peers();
    a.do({ type: 'remove', collection: 'notes', id: 'p206' });
    b.do({ type: 'edit', collection: 'notes', id: 'p206', fields: { text: 'Later' } });
    merge([a, b]);
    expect(a.reader.map().notes.some((note) => note.id === 'p206')).toBe(false);
    expect(a.reader.map()).toEqual(b.reader.map());
  });

  it('[MAP-8] a claim made while its placement goes, goes too', () => {
    const [a, b] = peers();
    b.do({ type: 'claim', id: 'r08', interest_id: 'rules', on: false });
    merge([a, b]);
    a.do({ type: 'remove', collection: 'placements', id: 'chamber~rules~policymaking' });
    b.do({ type: 'claim', id: 'r08', interest_id: 'rules', on: true });
    merge([a, b]);
    const claims = (peer: Peer) =>
      peer.reader.map().representatives.find((person) => person.id === 'r08')?.interest_ids;
    expect([claims(a), claims(b)]).toEqual([['growth'], ['growth']]);
  });
});
