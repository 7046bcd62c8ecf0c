/** The rules of SPEC.md about the document, proven with real Yjs documents over an in-memory wire. */
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { syncKinds } from '#shared/wire/messages.ts';
import { ApplyFault } from '#server/relay/tick/AppliedTick.ts';
import { RoomDocument } from '#server/relay/document/RoomDocument.ts';
import { openTestRelay, personId } from '#server/testing/openTestRelay.ts';
import { canvas, draw, state, updatesIn, said, lastSaved, pair } from '#server/testing/relayPeers.ts';

describe('sync', () => {
  it('[SYNC-1] a joiner sees the whole document and edits reach the others', async () => {
    const { t, a, b } = await pair();
    expect(a.isSynced && b.isSynced).toBe(true);
    draw(a, 'shape:1');
    await t.settle();
    expect(canvas(b.doc).get('shape:1')?.toJSON()).toEqual({ pos: [1, 2, 0] });
    const c = await t.join({ hello: false });
    expect(state(c.doc)).toEqual(state(a.doc));
    expect(said(c, 'welcome')).toEqual([]);
    expect(t.errors).toEqual([]);
  });

  it('[SYNC-2] nobody sees an update and its sender is told nothing before the disk has it', async () => {
    const { t, a, b } = await pair();
    const before = lastSaved(a);
    const release = t.store.hold('append');
    draw(a, 'shape:1');
    await t.settle();
    const c = await t.join();
    expect(canvas(b.doc).has('shape:1')).toBe(false);
    expect(canvas(c.doc).has('shape:1')).toBe(false);
    expect(lastSaved(a)).toEqual(before);
    release();
    await t.settle(100);
    expect(canvas(b.doc).has('shape:1')).toBe(true);
    expect(canvas(c.doc).has('shape:1')).toBe(true);
    expect(lastSaved(a)).toMatchObject({ frames: 2 });
    expect(canvas(await t.stored()).has('shape:1')).toBe(true);
  });

  it('[SYNC-4] a document that fails to load closes the join with 4507 and stores nothing', async () => {
    const t = await openTestRelay();
    t.store.fail('loadDocument');
    const a = await t.join();
    expect(a.closed).toMatchObject({ code: 4507 });
    expect(t.store.calls).not.toContain('append');
    expect(t.store.calls).not.toContain('compact');
    await t.rejoin(a);
    expect(a.isSynced).toBe(true);
    expect(canvas(a.doc).size).toBeGreaterThan(0);
  });

  it('[SYNC-5] joining changes no record', async () => {
    const { t } = await pair();
    const before = state(await t.stored());
    for (let i = 0; i < 5; i++) await t.join();
    expect(state(await t.stored())).toEqual(before);
  });

  it('[SYNC-6] what arrives in one tick is one journal row and one message for everybody', async () => {
    const t = await openTestRelay();
    const peers = [await t.join(), await t.join(), await t.join()];
    const rows = t.store.calls.filter((call) => call === 'append').length;
    const messages = peers.map(updatesIn);
    peers.forEach((peer, i) => {
      draw(peer, `shape:a${i}`);
      draw(peer, `shape:b${i}`);
    });
    await t.settle();
    expect(t.store.calls.filter((call) => call === 'append').length).toBe(rows + 1);
    expect(peers.map(updatesIn)).toEqual(messages.map((count) => count + 1));
  });

  it('[SYNC-7] many joiners cost one encoding, also while others edit', async () => {
    const { t, a } = await pair();
    draw(a, 'shape:1');
    const first = await t.join();
    draw(a, 'shape:2');
    await t.settle();
    const second = await t.join();
    expect(state(first.doc)).toEqual(state(a.doc));
    expect(state(second.doc)).toEqual(state(a.doc));
    // step 2 comes last, so that whoever is synced has everything
    const syncs = second.messagesRead
      .filter((message) => message[0] === 0 && message[1] !== 0)
      .map((message) => message[1]);
    expect(syncs[0]).toBe(syncKinds.update);
    expect(syncs.at(-1)).toBe(syncKinds.step2);
  });

  it('[SYNC-8] [SYNC-14] a full disk makes the room read-only, shows nothing unsaved, and goes on by itself', async () => {
    const { t, a, b } = await pair();
    const other = await t.addBoard('other');
    const c = await t.join({ board: other });
    t.store.isFull = true;
    draw(a, 'shape:1');
    await t.settle();
    draw(a, 'shape:2');
    await t.settle();
    expect(said(a, 'mode')).toEqual([{ type: 'mode', readOnly: 'storage' }]);
    expect(said(b, 'mode')).toEqual([{ type: 'mode', readOnly: 'storage' }]);
    expect(said(c, 'mode')).toEqual([]);
    expect(said(a, 'refused')).toEqual([]);
    expect(canvas(b.doc).has('shape:1')).toBe(false);
    const d = await t.join();
    expect(d.isSynced).toBe(true);
    expect(canvas(d.doc).has('shape:1')).toBe(false);
    expect(said(a, 'saved').at(-1)).toMatchObject({ frames: 1 });
    t.store.isFull = false;
    await t.settle(60_000 / 2);
    await t.settle(200);
    expect(said(a, 'mode').at(-1)).toEqual({ type: 'mode', readOnly: null });
    expect(canvas(b.doc).has('shape:1') && canvas(b.doc).has('shape:2')).toBe(true);
    expect(said(a, 'saved').at(-1)).toMatchObject({ frames: a.closed === null ? 4 : 0 });
    expect(state(await t.stored())).toEqual(state(a.doc));
  });

  it('[SYNC-8] another failure of the store ends the room with 4503 and people come back to what was saved', async () => {
    const { t, a, b } = await pair();
    t.store.fail('append');
    draw(a, 'shape:1');
    await t.settle();
    expect(a.closed).toMatchObject({ code: 4503 });
    expect(canvas(b.doc).has('shape:1')).toBe(false);
    await t.rejoin(a);
    await t.rejoin(b);
    expect(canvas(b.doc).has('shape:1')).toBe(true);
  });

  it('[SYNC-9] saved counts document messages, at once when quiet and at most every 100 ms under load', async () => {
    const { t, a } = await pair();
    await t.settle(200);
    const before = said(a, 'saved').length;
    draw(a, 'shape:1');
    await t.settle();
    expect(said(a, 'saved').length).toBe(before + 1);
    for (let i = 0; i < 5; i++) {
      draw(a, `shape:${i + 2}`);
      await t.settle(10);
    }
    expect(said(a, 'saved').length).toBe(before + 1);
    await t.settle(100);
    expect(said(a, 'saved').length).toBe(before + 2);
    expect(lastSaved(a)).toMatchObject({ frames: 7 });
  });

  it('[SYNC-9] edits made while disconnected are asked for on return', async () => {
    const { t, a, b } = await pair();
    a.disconnect();
    draw(a, 'shape:offline');
    draw(b, 'shape:online');
    await t.settle();
    await t.rejoin(a);
    expect(state(a.doc)).toEqual(state(b.doc));
    expect(canvas(b.doc).has('shape:offline')).toBe(true);
  });

  it('[SYNC-13] what builds on a refused message is refused too, and a new connection starts from the server', async () => {
    const { t, a, b } = await pair();
    const before = state(b.doc);
    draw(a, 'shape:big', { text: 'x'.repeat(300_000) });
    await t.settle();
    draw(a, 'shape:after');
    await t.settle(100);
    expect(said(a, 'refused')).toMatchObject([{ code: 'tooLarge' }, { code: 'tooLarge' }]);
    expect(state(b.doc)).toEqual(before);
    expect(state(await t.stored())).toEqual(before);
    const again = await t.join({ person: 1 });
    draw(again, 'shape:anew');
    await t.settle(100);
    expect(canvas(b.doc).has('shape:anew')).toBe(true);
  });

  it('[SYNC-15] the step 2 comes last: whoever has read it has everything committed', async () => {
    const { t, a } = await pair();
    for (let i = 0; i < 5; i++) {
      draw(a, `shape:${i}`);
      await t.settle();
    }
    const c = await t.join();
    const sync = c.messagesRead.filter((message) => message[0] === 0);
    const steps = sync.map((message) => message[1]);
    const last = steps.indexOf(syncKinds.step2);
    expect(steps.filter((kind) => kind === syncKinds.step2)).toHaveLength(1);
    expect(steps.lastIndexOf(syncKinds.update)).toBeLessThan(last);
    const read = new Y.Doc();
    for (const message of sync.slice(0, last + 1))
      if (message[1] !== syncKinds.step1) {
        const decoder = decoding.createDecoder(message.subarray(2));
        Y.applyUpdate(read, decoding.readVarUint8Array(decoder));
      }
    expect(state(read)).toEqual(state(await t.stored()));
  });

  it('[SYNC-10] a room without people is compacted, unloaded and comes back equal; a join in between waits', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:1');
    await t.settle();
    a.disconnect();
    b.disconnect();
    await t.settle();
    const release = t.store.hold('compact');
    await t.settle(30_000);
    const c = await t.join();
    expect(c.isSynced).toBe(false);
    expect(c.closed).toBeNull();
    release();
    await t.settle();
    expect(c.isSynced).toBe(true);
    expect(state(c.doc)).toEqual(state(a.doc));
    expect(t.store.calls.filter((call) => call === 'loadDocument').length).toBe(2);
    expect((await t.store.loadDocument(t.board))?.updates).toEqual([]);
    c.disconnect();
    await t.settle(30_000);
    await t.settle();
    expect(t.relay.gauges().rooms).toBe(0);
    expect(t.clock.timers).toBe(0);
  });

  it('[SYNC-10] a growing journal is compacted while people work', async () => {
    const { t, a, b } = await pair();
    for (let i = 0; i < 40; i++) {
      draw(a, `shape:${i}`, { notes: 'x'.repeat(40_000) });
      await t.settle(100);
    }
    expect(t.count('compactions')).toBeGreaterThan(0);
    await t.settle(100);
    expect(state(await t.stored())).toEqual(state(b.doc));
  });

  it('[DOOR-8] unknown and deleted boards and removed people are told so', async () => {
    const { t, a, b } = await pair();
    const ghost = await t.join({ board: (await t.addBoard('gone')) && (t.board.replace('board', 'ghost') as never) });
    expect(ghost.closed).toMatchObject({ code: 4404 });
    t.relay.removePerson(t.board, personId(1));
    expect(a.closed).toMatchObject({ code: 4406 });
    expect(b.closed).toBeNull();
    await t.relay.deleteBoard(t.board);
    expect(b.closed).toMatchObject({ code: 4410 });
    await t.rejoin(b);
    expect(b.closed).toMatchObject({ code: 4410 });
  });

  it('[DOOR-9] a rename is pushed and a changed role holds at once', async () => {
    const { t, a, b } = await pair();
    t.relay.renameBoard(t.board, 'New');
    t.relay.changeRole(t.board, personId(1), 'observer');
    await t.settle();
    expect(said(b, 'board')).toEqual([{ type: 'board', title: 'New' }]);
    expect(said(a, 'mode')).toEqual([{ type: 'mode', readOnly: 'observer' }]);
    draw(a, 'shape:1');
    await t.settle();
    expect(canvas(b.doc).has('shape:1')).toBe(false);
  });

  it('[DOOR-9] a role that changes while the room is loading holds from the first message on', async () => {
    const { t } = await pair();
    const board = await t.addBoard('other');
    const release = t.store.hold('loadDocument');
    const c = await t.join({ person: 3, role: 'observer', board });
    t.relay.changeRole(board, personId(3), 'participant');
    release();
    await t.settle();
    expect(t.errors).toEqual([]);
    expect(said(c, 'welcome')).toMatchObject([{ readOnly: null }]);
    draw(c, 'shape:1');
    await t.settle();
    const d = await t.join({ person: 4, board });
    expect(canvas(d.doc).has('shape:1')).toBe(true);
  });

  it('[SYNC-16] a message on which Yjs fails costs only its sender the line; the document is loaded again and nothing else is lost', async () => {
    const { t, a, b } = await pair();
    const original = RoomDocument.prototype.apply;
    // what no known message does: fail in the middle of applying the first message of a tick
    RoomDocument.prototype.apply = function (messages) {
      RoomDocument.prototype.apply = original;
      this.completeCollections();
      throw new ApplyFault(0, new Error(`failed on one of ${messages.length}`));
    };
    draw(a, 'shape:1');
    draw(b, 'shape:2');
    await t.settle();
    expect(a.closed).toMatchObject({ code: 4400 });
    expect(b.closed).toBeNull();
    await t.settle(100);
    expect(canvas(await t.stored()).has('shape:1')).toBe(false);
    expect(canvas(await t.stored()).has('shape:2')).toBe(true);
    expect(lastSaved(b)).toMatchObject({ frames: 2 });
  });

  it('[SYNC-16] where it is not known whose message Yjs failed on, each is applied by itself and only its sender goes', async () => {
    const { t, a, b } = await pair();
    const c = await t.join({ person: 3 });
    const original = RoomDocument.prototype.apply;
    const sizes: number[] = [];
    // fails after all messages were applied, as undoing what they brought can, whenever that of one person is among them
    RoomDocument.prototype.apply = function (messages, ...rest) {
      sizes.push(messages.length);
      const applied = original.call(this, messages, ...rest);
      if (messages.some(({ person }) => person === personId(2)))
        throw new ApplyFault(-1, new Error('failed at the end'));
      return applied;
    };
    try {
      draw(a, 'shape:1');
      draw(b, 'shape:2');
      draw(c, 'shape:3');
      await t.settle(100);
    } finally {
      RoomDocument.prototype.apply = original;
    }
    expect([a.closed, b.closed, c.closed]).toMatchObject([null, { code: 4400 }, null]);
    expect(sizes[0]).toBe(3);
    expect(sizes.slice(1).every((size) => size === 1)).toBe(true);
    const stored = canvas(await t.stored());
    expect(['shape:1', 'shape:2', 'shape:3'].map((id) => stored.has(id))).toEqual([true, false, true]);
    draw(a, 'shape:4');
    await t.settle(100);
    expect(canvas(c.doc).has('shape:4')).toBe(true);
  });

  it('[SYNC-11] a stop commits what arrived, closes with 4503 and takes nobody new', async () => {
    const { t, a } = await pair();
    draw(a, 'shape:1');
    a.flushOut();
    await t.relay.stop();
    expect(a.closed).toMatchObject({ code: 4503 });
    expect(canvas(await t.stored()).has('shape:1')).toBe(true);
    await t.rejoin(a);
    expect(a.closed).toMatchObject({ code: 4503 });
  });
});
