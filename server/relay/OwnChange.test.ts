import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NotStoredError, StorageFullError } from '#server/store/Store.ts';
import { openTestRelay } from './openTestRelay.ts';

const canvas = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('canvas');
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
