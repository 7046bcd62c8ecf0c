import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NotStoredError, StorageFullError } from '#server/store/storeErrors.ts';
import { closedGate } from '#server/testing/closedGate.ts';
import { openTestRelay, type TestRelay } from '#server/testing/openTestRelay.ts';

const canvas = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('canvas');
/** What `edit` would write into what is on disk, made by another program. */
async function made<T>(t: TestRelay, edits: readonly ((doc: Y.Doc) => void)[], value: T) {
  const doc = await t.stored();
  const pieces: Uint8Array[] = [];
  doc.on('update', (piece: Uint8Array) => pieces.push(piece));
  for (const edit of edits) doc.transact(() => edit(doc));
  return { pieces, update: Y.mergeUpdates(pieces), state: Y.encodeStateAsUpdate(doc), value };
}
const write = (id: string) => (doc: Y.Doc) => {
  canvas(doc).set(id, new Y.Map([['pos', [1, 2, 0]]]));
  return id;
};

describe('a change that the server makes', () => {
  it('[SYNC-18] is on disk and at everybody when its promise resolves, and nobody undoes it', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    const release = t.store.hold('append');
    let done = '';
    const change = t.relay.change(t.board, write('shape:1')).then((id) => (done = id));
    await t.settle();
    expect(done).toBe('');
    expect(canvas(a.doc).has('shape:1')).toBe(false);
    release();
    await t.settle();
    await change;
    expect(done).toBe('shape:1');
    expect(canvas(a.doc).has('shape:1')).toBe(true);
    expect(canvas(await t.stored()).has('shape:1')).toBe(true);
    expect(t.errors).toEqual([]);
  });

  it('[SYNC-18] opens a board that nobody has open, and looking writes nothing', async () => {
    const t = await openTestRelay();
    const first = t.relay.change(t.board, write('shape:1'));
    const size = t.relay.change(t.board, (doc) => canvas(doc).size);
    await t.settle();
    expect(await first).toBe('shape:1');
    const appends = t.store.calls.filter((call) => call === 'append').length;
    expect(await size).toBeGreaterThan(1);
    expect(t.store.calls.filter((call) => call === 'append').length).toBe(appends);
    expect(canvas(await t.stored()).has('shape:1')).toBe(true);
  });

  it('[SYNC-18] keeps its order among edits that come at the same time, and finds a board that is just closing', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    canvas(a.doc).set('shape:a', new Y.Map([['pos', [0, 0, 0]]]));
    const change = t.relay.change(t.board, write('shape:b'));
    await t.settle();
    await change;
    expect([...canvas(await t.stored()).keys()]).toEqual(expect.arrayContaining(['shape:a', 'shape:b']));
    const release = t.store.hold('compact');
    a.disconnect();
    await t.settle(31_000);
    const late = t.relay.change(t.board, write('shape:c'));
    release();
    await t.settle();
    await late;
    expect(canvas(await t.stored()).has('shape:c')).toBe(true);
    expect(t.errors).toEqual([]);
  });

  it('[SYNC-18] a full disk rejects it and keeps nothing of it; it works again when there is room', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    t.store.isFull = true;
    const refused = expect(t.relay.change(t.board, write('shape:1'))).rejects.toBeInstanceOf(StorageFullError);
    await t.settle();
    await refused;
    expect(canvas(a.doc).has('shape:1')).toBe(false);
    t.store.isFull = false;
    const change = t.relay.change(t.board, write('shape:1'));
    await t.settle(10_000);
    await change;
    expect(canvas(a.doc).has('shape:1')).toBe(true);
  });

  it('[SYNC-18] is refused for a board that does not exist, and what throws in the middle leaves no half change', async () => {
    const t = await openTestRelay();
    const unknown = await t.addBoard('gone');
    await t.store.deleteBoard(unknown);
    const refused = expect(t.relay.change(unknown, write('shape:1'))).rejects.toBeInstanceOf(NotStoredError);
    await t.settle();
    await refused;
    const broken = expect(
      t.relay.change(t.board, (doc) => {
        write('shape:1')(doc);
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    await t.settle();
    await broken;
    expect(t.errors).toHaveLength(1);
    const a = await t.join();
    expect(canvas(a.doc).has('shape:1')).toBe(false);
  });
});

describe('a change that is made elsewhere', () => {
  it('[SYNC-18] [SYNC-19] edits wait for it and come on top; everybody gets it as one message, and nobody half of it', async () => {
    const t = await openTestRelay();
    const [a, b] = [await t.join(), await t.join()];
    canvas(a.doc).set('shape:early', new Y.Map([['pos', [0, 0, 0]]]));
    await t.settle(1_000);
    const seen: string[][] = [];
    b.doc.on('update', () => seen.push([...canvas(b.doc).keys()].filter((id) => id.startsWith('shape:'))));
    const gate = closedGate();
    const change = t.relay.changeMade(t.board, async () => {
      await gate.promise;
      return made(t, [write('shape:1'), (doc) => canvas(doc).delete('shape:early'), write('shape:2')], 'done');
    });
    await t.settle(100);
    canvas(a.doc).set('shape:late', new Y.Map([['pos', [5, 5, 0]]]));
    await t.settle(1_000);
    // presence, joiners and other rooms go on; the edit waits
    const c = await t.join();
    expect(seen).toEqual([]);
    const appends = t.store.calls.filter((call) => call === 'append').length;
    gate.open();
    await t.settle(1_000);
    expect(await change).toBe('done');
    expect(seen).toEqual([
      ['shape:1', 'shape:2'],
      ['shape:1', 'shape:2', 'shape:late'],
    ]);
    expect(t.store.calls.filter((call) => call === 'append').length).toBe(appends + 2);
    for (const doc of [a.doc, c.doc, await t.stored()])
      expect([...canvas(doc).keys()].filter((id) => id.startsWith('shape:')).toSorted()).toEqual(seen[1]);
    expect(t.errors).toEqual([]);
  });

  it('[SYNC-19] nothing of it is shown or on disk before all of it is', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    const release = t.store.hold('append');
    const change = t.relay.changeMade(t.board, () => made(t, [write('shape:1'), write('shape:2')], null));
    await t.settle(1_000);
    const b = await t.join();
    for (const doc of [a.doc, b.doc, await t.stored()]) expect(canvas(doc).has('shape:1')).toBe(false);
    release();
    await t.settle(1_000);
    await change;
    for (const doc of [a.doc, b.doc, await t.stored()])
      expect(['shape:1', 'shape:2'].map((id) => canvas(doc).has(id))).toEqual([true, true]);
    // who comes now gets what was encoded elsewhere
    const c = await t.join();
    expect(Y.encodeStateVector(c.doc)).toEqual(Y.encodeStateVector(a.doc));
    // and what the server writes from now on is still accepted under its own id
    const next = t.relay.change(t.board, write('shape:3'));
    await t.settle(1_000);
    await next;
    expect(canvas(c.doc).has('shape:3')).toBe(true);
    expect(t.errors).toEqual([]);
  });

  it('[SYNC-19] when making it fails, nothing has happened and waiting edits go on', async () => {
    const t = await openTestRelay();
    const [a, b] = [await t.join(), await t.join()];
    const gate = closedGate();
    const refused = expect(
      t.relay.changeMade(t.board, async () => {
        await gate.promise;
        throw new Error('no thread');
      }),
    ).rejects.toThrow('no thread');
    await t.settle();
    canvas(a.doc).set('shape:a', new Y.Map([['pos', [0, 0, 0]]]));
    const c = await t.join();
    await t.settle(1_000);
    gate.open();
    await t.settle(1_000);
    await refused;
    for (const doc of [b.doc, c.doc]) expect(canvas(doc).has('shape:a')).toBe(true);
    expect(t.errors).toEqual([]);
  });

  it('[SYNC-19] what was made from another state ends the room instead of half a change', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    const foreign = new Y.Doc();
    write('shape:lost')(foreign);
    const vector = Y.encodeStateVector(foreign);
    write('shape:2')(foreign);
    const update = Y.encodeStateAsUpdate(foreign, vector);
    const broken = expect(
      t.relay.changeMade(t.board, async () => ({ update, pieces: [update], state: update, value: null })),
    ).rejects.toThrow('another state');
    await t.settle(1_000);
    await broken;
    expect(a.closed?.code).toBe(4503);
    expect(canvas(await t.stored()).has('shape:2')).toBe(false);
    await t.rejoin(a);
    expect(canvas(a.doc).has('shape:2')).toBe(false);
  });

  it('[SYNC-19] a room that is closed meanwhile keeps nothing of it', async () => {
    const t = await openTestRelay();
    await t.join();
    const gate = closedGate();
    const refused = expect(
      t.relay.changeMade(t.board, async () => {
        await gate.promise;
        return made(t, [write('shape:1')], null);
      }),
    ).rejects.toThrow('closed');
    await t.settle();
    const gone = t.relay.deleteBoard(t.board);
    gate.open();
    await t.settle(1_000);
    await Promise.all([refused, gone]);
    expect(canvas(await t.stored()).has('shape:1')).toBe(false);
  });
});
