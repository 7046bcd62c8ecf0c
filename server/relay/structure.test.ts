/** What hangs on what in an update: types in types, and parts that hang on anything at random. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRandom } from '#shared/testing/random.ts';
import { forgedUpdates } from '#server/testing/hostile/forgedUpdates.ts';
import { randomStructure } from '#server/testing/hostile/randomStructure.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import type { DocumentMessage } from '#server/relay/tick/AppliedTick.ts';
import { RoomDocument } from '#server/relay/document/RoomDocument.ts';

function openDocument(updates: readonly Uint8Array[] = []): RoomDocument {
  return new RoomDocument({ snapshot: null, updates, owners: new Map() }, (encode) => encode());
}

function apply(document: RoomDocument, ...bodies: readonly Uint8Array[]) {
  const messages = bodies.map((body, at): DocumentMessage => ({ kind: 'update', body, person: personId(at) }));
  return document.apply(messages, (_index, run) => run());
}

/** A document in which `levels` maps stand in each other, one update for each. */
function levelByLevel(levels: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let map: Y.Map<unknown> = doc.getMap('canvas');
  for (let level = 0; level < levels; level++) {
    const inner = new Y.Map<unknown>();
    map.set(level === 0 ? 'shape:1' : 'inner', inner);
    map = inner;
  }
  return updates;
}

describe('the structure of an update', () => {
  it('[ADMIT-2] types stand at most three deep, in one update or one after the other', () => {
    for (const depth of [4, 100, 2_600])
      expect(apply(openDocument(), forgedUpdates.deepTypes(depth)).admissions, `${depth}`).toEqual(['invalid']);
    expect(apply(openDocument(), forgedUpdates.deepTypes(3)).admissions).toEqual(['take']);
    const levels = levelByLevel(4);
    const [fourth = new Uint8Array()] = levels.splice(3);
    expect(apply(openDocument(levels), fourth).admissions).toEqual(['invalid']);
  });

  it('[ADMIT-2] a text in an entity in a collection is as deep as a board goes', () => {
    const doc = new Y.Doc();
    const text = new Y.Text('more jobs');
    const collections: Y.Map<unknown> = doc.getMap('map');
    collections.set('interests', new Y.Map([['i1', new Y.Map<unknown>([['title', text]])]]));
    expect(apply(openDocument(), Y.encodeStateAsUpdate(doc)).admissions).toEqual(['take']);
  });

  it('[ADMIT-2] parts that hang on anything are refused, or applied without an error and whole', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = createRandom(seed);
      const document = openDocument();
      const mirror = new Y.Doc();
      const admissions = new Set<string>();
      for (let round = 0; round < 150; round++) {
        const client = 1 + random.below(3);
        const body = randomStructure(random, mirror, client, 12);
        const applied = document.apply([{ kind: 'update', body, person: personId(client) }], (_index, run) => run());
        for (const admission of applied.admissions) admissions.add(admission);
        if (applied.update !== null) Y.applyUpdate(mirror, applied.update);
        expect(document.isWhole).toBe(true);
      }
      expect([...admissions]).toContain('take');
      expect(Y.encodeStateVector(mirror)).toEqual(Y.encodeStateVectorFromUpdate(document.answers.fullState()));
    }
  });
});
