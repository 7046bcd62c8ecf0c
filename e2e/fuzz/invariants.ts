/** What must hold: after every step, and when everything has come to rest. Faults are sentences in `world.faults`. */
import { isDeepStrictEqual } from 'node:util';
import type { TLRecord } from '@tldraw/tldraw';
import * as Y from 'yjs';
import { type Peer, peerOf } from '#client/binding/testPeers.ts';
import { isOfMap } from '#client/canvas/projected/isOfMap.ts';
import { openedOn } from '#client/canvas/projected/openedOn.ts';
import { projectViews } from '#client/canvas/projected/testing/projectViews.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { writeBoard } from '#shared/map/file/writeBoard.ts';
import { sheetsOf } from '#shared/map/readings/sheets.ts';
import { roots } from '#shared/board/roots.ts';
import { nothingOpened } from '#shared/views/sheet/SheetLayout.ts';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { fuzzSetting, viewParts, viewsOfTab, viewShapesOf } from './viewsOfTab.ts';
import { firstDifference } from './firstDifference.ts';
import type { FuzzPerson } from './FuzzPerson.ts';
import type { World } from './World.ts';

/** Records that were found valid. tldraw freezes each record and replaces it: what was looked at once needs no second look. */
const sound = new WeakSet<TLRecord>();

function validate({ store }: Peer): void {
  for (const record of store.allRecords()) {
    if (sound.has(record)) continue;
    store.schema.validateRecord(store, record, 'tests', null);
    sound.add(record);
  }
}

/** After each step. */
export function afterStep(world: World): void {
  for (const error of world.server.errors.splice(0)) world.faults.push(`the relay logged: ${String(error)}`);
  for (const person of world.people) {
    const who = `tab ${person.setup.clientId}`;
    try {
      validate(person.peer);
    } catch (fault) {
      world.faults.push(`${who}: its store is not valid: ${String(fault)}`);
    }
    const { closed } = person.line;
    // a board whose loading the run let fail is asked for again; whatever else hinders loading stands in the log
    if (closed && closed.code !== closeCodes.restarting && closed.code !== closeCodes.boardUnreadable)
      world.faults.push(`${who}: closed with ${closed.code} ${closed.reason}`);
    if (person.setup.role === 'observer' && Y.getState(person.doc.store, person.doc.clientID) > 0)
      world.faults.push(`${who}: an observer wrote`);
  }
}

/** When everything has come to rest. */
export async function atRest(world: World): Promise<void> {
  const stored = await world.server.stored();
  const [first] = world.people;
  if (!first) return;
  for (const person of world.people) {
    checkViews(world, person);
    // what somebody opened is theirs alone; everything else is the same for all
    openedOn(person.editor).set(nothingOpened);
    person.views.show();
  }
  for (const person of world.people) {
    equalDocuments(world, `tab ${person.setup.clientId} and the store`, person.doc, stored);
    compare(
      world,
      `the canvas of tab ${person.setup.clientId} and of ${first.setup.clientId}`,
      person.peer.shown(),
      first.peer.shown(),
    );
    checkMap(world, person);
    if (person.doc.store.pendingStructs) world.faults.push(`tab ${person.setup.clientId}: parts wait for others`);
  }
  everythingSaved(world, stored);
  freshTab(world, first);
}

function equalDocuments(world: World, what: string, a: Y.Doc, b: Y.Doc): void {
  compare(world, `content: ${what}`, contentOf(a), contentOf(b));
  if (!Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)))
    world.faults.push(`${what} differ in what was written or deleted`);
}

function contentOf(doc: Y.Doc): unknown {
  return Object.fromEntries(Object.values(roots).map((root) => [root, doc.getMap(root).toJSON()]));
}

function compare(world: World, what: string, a: unknown, b: unknown): void {
  if (!isDeepStrictEqual(a, b)) world.faults.push(`differ: ${what}: ${firstDifference(a, b)}`);
}

function checkMap(world: World, person: FuzzPerson): void {
  const who = `the map of tab ${person.setup.clientId}`;
  const map = readMap(person.doc);
  compare(world, `${who}, read anew and followed`, person.reader.map(), map);
  const file = parseBoard(writeBoard(map));
  if (!file.ok) world.faults.push(`${who} breaks its rules: ${JSON.stringify(file.problems.slice(0, 3))}`);
  const shown = sheetsOf(map).flatMap(({ groups, ungrouped }) =>
    [...groups.flatMap(({ notes }) => notes), ...ungrouped].flatMap(({ idea, merged }) => [idea, ...merged]),
  );
  if (shown.length !== map.ideas.length || new Set(shown).size !== shown.length)
    world.faults.push(`${who}: ${shown.length} ideas stand on sheets, of ${map.ideas.length}`);
  map.iterations.forEach((round, place) => {
    if (round.number !== place + 1) world.faults.push(`${who}: round ${round.number} stands at ${place + 1}`);
  });
}

/** FRAME-20, FRAME-21: the canvas shows the map and nothing else of its views, and the document has nothing of them. */
function checkViews(world: World, person: FuzzPerson): void {
  const who = `tab ${person.setup.clientId}`;
  const byKey = (records: readonly { readonly id: string }[]) =>
    Object.fromEntries(records.map((record) => [record.id, record]));
  const shown = viewShapesOf(person.peer).map(({ shape }) => shape);
  compare(
    world,
    `the views of ${who} and the map`,
    byKey(shown),
    byKey(projectViews(person.reader.map(), { ...fuzzSetting, opened: openedOn(person.editor).get() })),
  );
  if (world.stranger) return;
  for (const [id, record] of person.peer.canvas().entries())
    if (isOfMap(id, record instanceof Y.Map ? record.toJSON() : null))
      world.faults.push(`${who}: the document holds ${id} of the map`);
}

/** What was called saved is there, whatever happened to the server since. */
function everythingSaved(world: World, stored: Y.Doc): void {
  const there = Y.snapshot(stored);
  const check = (updates: readonly Uint8Array[], who: string) => {
    for (const update of updates)
      if (!Y.snapshotContainsUpdate(there, update)) world.faults.push(`${who}: something called saved is not stored`);
  };
  check(world.savedBefore.splice(0), 'a page that was closed');
  for (const person of world.people) check(person.saved.splice(0), `tab ${person.setup.clientId}`);
}

/** Somebody who opens the board now sees the same, and writes nothing. */
function freshTab(world: World, first: FuzzPerson): void {
  const fresh = peerOf(first.doc, { random: () => 0.5, isElsewhere: isOfMap }, viewParts);
  const reader = new MapReader(fresh.doc);
  const views = viewsOfTab(fresh, reader, { newId: () => 'none', run: () => null });
  compare(world, 'the canvas of a new tab', fresh.shown(), first.peer.shown());
  compare(
    world,
    'what is set aside',
    fresh.binding.setAside().toSorted(byId),
    first.peer.binding.setAside().toSorted(byId),
  );
  if (fresh.sent() > 0) world.faults.push('a new tab wrote something');
  if (!world.stranger && fresh.binding.setAside().length > 0)
    world.faults.push(`set aside: ${JSON.stringify(fresh.binding.setAside()[0])}`);
  views.dispose();
  reader.close();
  fresh.leave();
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
