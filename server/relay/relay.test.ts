/** The rules of SPEC.md that live in the relay, proven with real Yjs documents over an in-memory wire. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { presenceMessage, syncMessage } from '#shared/testing/MemoryPeer.ts';
import { collectionNames } from '#shared/map/collections.ts';
import { protocolVersion, syncKinds } from '#shared/wire/messages.ts';
import { forgedUpdates, updateOf } from '#server/testing/hostile/forgedUpdates.ts';
import { ApplyFault } from '#server/relay/tick/AppliedTick.ts';
import { RoomDocument } from '#server/relay/document/RoomDocument.ts';
import { openTestRelay, personId, type TestRelay } from '#server/testing/openTestRelay.ts';

const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
const map = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('map');
const draw = (peer: MemoryPeer, id: string, fields: Record<string, unknown> = { pos: [1, 2, 0] }): void =>
  void canvas(peer.doc).set(id, new Y.Map(Object.entries(fields)));
const state = (doc: Y.Doc): unknown => ({
  canvas: canvas(doc).toJSON(),
  map: map(doc).toJSON(),
  meta: doc.getMap('meta').toJSON(),
});
const updatesIn = (peer: MemoryPeer): number =>
  peer.messagesRead.filter((message) => message[0] === 0 && message[1] === 2).length;
const said = (peer: MemoryPeer, type: string): unknown[] => peer.messages.filter((message) => message.type === type);
const lastSaved = (peer: MemoryPeer): unknown => said(peer, 'saved').at(-1);

async function pair(limits = {}): Promise<{ t: TestRelay; a: MemoryPeer; b: MemoryPeer }> {
  const t = await openTestRelay(limits);
  return { t, a: await t.join(), b: await t.join() };
}

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

describe('admit', () => {
  it('[ADMIT-1] messages that cannot be read close their sender with 4400', async () => {
    const t = await openTestRelay();
    const messages = [
      [],
      [7],
      [0],
      [0, 9, 0],
      [0, 2, 5, 0],
      [0, 2, 2, 0, 0, 1],
      [1, 3, 1],
      [10, 2, 123],
      [10, 2, 123, 125],
      [2, 0],
      [0, 0, 2, 1, 200],
    ];
    for (const message of messages) {
      const peer = await t.join({ person: 99 });
      peer.raw(new Uint8Array(message));
      await t.settle();
      expect(peer.closed, `message ${message.join(' ')}`).toMatchObject({ code: 4400 });
    }
    const peer = await t.join();
    peer.text();
    expect(peer.closed).toMatchObject({ code: 4400 });
  });

  it('[ADMIT-11] a page of another version of the protocol is closed with 4426, and nothing it sends counts', async () => {
    for (const protocol of [protocolVersion - 1, protocolVersion + 1]) {
      const t = await openTestRelay();
      const other = await t.join({ hello: false });
      other.say({ type: 'hello', protocol });
      draw(other, 'shape:foreign');
      await t.settle(100);
      expect(other.closed).toMatchObject({ code: 4426 });
      expect(canvas(await t.stored()).has('shape:foreign')).toBe(false);
    }
  });

  it('[ADMIT-2] forged claims never reach Yjs', async () => {
    const { t, b } = await pair();
    const before = state(b.doc);
    for (const forge of [
      forgedUpdates.manyParts,
      forgedUpdates.manyPartsBehind,
      forgedUpdates.manyClients,
      forgedUpdates.manyDeletes,
    ]) {
      const peer = await t.join({ person: 99 });
      peer.raw(syncMessage(syncKinds.update, forge()));
      await t.settle();
      expect(peer.closed).toMatchObject({ code: 4400 });
    }
    expect(state(b.doc)).toEqual(before);
    expect(t.errors).toEqual([]);
  });

  it('[ADMIT-2] unknown roots, the server own root and refused keys are not taken', async () => {
    const { t, a, b } = await pair();
    const before = state(b.doc);
    const refused = [
      updateOf((doc) => doc.getMap('other').set('x', 1)),
      updateOf((doc) => doc.getMap('meta').set('version', 99)),
      updateOf((doc) => doc.getMap('canvas').set('__proto__', new Y.Map())),
      updateOf((doc) => doc.getMap('canvas').set('shape:x', new Y.Map([['then', 1]]))),
      updateOf((doc) => doc.getMap('canvas').set('shape:x', new Y.Map([['meta', [{ constructor: 1 }]]]))),
      updateOf((doc) => doc.getMap('canvas').set('shape:x', new Y.Array())),
    ];
    for (const update of refused) a.raw(syncMessage(syncKinds.update, update));
    await t.settle();
    expect(said(a, 'refused').map((message) => (message as { code: string }).code)).toEqual([
      'unknownRoot',
      'unknownRoot',
      'invalid',
      'invalid',
      'invalid',
      'invalid',
    ]);
    expect(a.closed).toBeNull();
    expect(state(b.doc)).toEqual(before);
  });

  it('[ADMIT-10] the collections of the map are written by the server alone', async () => {
    const { t, a, b } = await pair();
    const before = state(b.doc);
    expect([...map(b.doc).keys()].toSorted()).toEqual([...collectionNames].toSorted());
    for (const key of ['interests', 'of-my-own']) {
      map(a.doc).set(key, new Y.Map([['x', 1]]));
      await t.settle(100);
    }
    map(a.doc).delete('organizations');
    await t.settle(100);
    expect(state(b.doc)).toEqual(before);
    expect(state(await t.stored())).toEqual(before);
  });

  it('[ADMIT-3] parts under the client id of another are refused, online or offline', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:1');
    await t.settle();
    const clock = Y.getState(a.doc.store, a.doc.clientID);
    a.disconnect();
    for (let i = 0; i < 50; i++) draw(a, `shape:off${i}`);
    b.raw(syncMessage(syncKinds.update, forgedUpdates.silence(a.doc.clientID, clock)));
    await t.settle();
    expect(said(b, 'refused')).toEqual([expect.objectContaining({ code: 'notYours' })]);
    await t.rejoin(a);
    expect(canvas(a.doc).has('shape:off49')).toBe(true);
    const c = await t.join();
    expect(canvas(c.doc).size).toBe(canvas(a.doc).size);
  });

  it('[ADMIT-3] a client id that was only shown in presence is already taken', async () => {
    const { t, a, b } = await pair();
    a.show({ cursor: { x: 1, y: 1 } });
    await t.settle(40);
    b.raw(syncMessage(syncKinds.update, forgedUpdates.silence(a.doc.clientID, 0)));
    await t.settle();
    expect(said(b, 'refused')).toEqual([expect.objectContaining({ code: 'notYours' })]);
  });

  it('[ADMIT-3] the claim survives an unload', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:1');
    await t.settle();
    const clock = Y.getState(a.doc.store, a.doc.clientID);
    a.disconnect();
    b.disconnect();
    await t.settle(30_000);
    await t.settle();
    expect(t.relay.gauges().rooms).toBe(0);
    const c = await t.join();
    c.raw(syncMessage(syncKinds.update, forgedUpdates.silence(a.doc.clientID, clock)));
    await t.settle();
    expect(said(c, 'refused')).toEqual([expect.objectContaining({ code: 'notYours' })]);
  });

  it('[ADMIT-3] a step 2 may carry parts of others that the server has already', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:1');
    await t.settle();
    const everything = Y.encodeStateAsUpdate(b.doc);
    draw(b, 'shape:2');
    b.raw(syncMessage(syncKinds.update, everything));
    await t.settle();
    expect(said(b, 'refused')).toEqual([]);
    expect(canvas(a.doc).has('shape:2')).toBe(true);
  });

  it('[ADMIT-4] an observer changes nothing and the third try closes with 4403', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    const o = await t.join({ role: 'observer' });
    expect(o.messages[0]).toMatchObject({ type: 'welcome', readOnly: 'observer' });
    for (let i = 0; i < 3; i++) {
      expect(o.closed).toBeNull();
      draw(o, `shape:${i}`);
      await t.settle();
    }
    expect(said(o, 'refused')).toHaveLength(3);
    expect(o.closed).toMatchObject({ code: 4403 });
    expect(canvas(a.doc).has('shape:0')).toBe(false);
    const p = await t.join({ role: 'observer' });
    p.raw(syncMessage(syncKinds.step2, Y.encodeStateAsUpdate(o.doc)));
    await t.settle();
    expect(said(p, 'refused')).toEqual([{ type: 'refused', frame: 1, code: 'role' }]);
  });

  it('[ADMIT-5] a board of ten years still answers a device that names all of its writing ids', async () => {
    const t = await openTestRelay();
    // 60 people, each week one page load with an edit, for ten years
    const clients = 31_200;
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients);
      for (let n = 0; n < clients; n++) {
        for (const number of [1, 0xffff_ffff - n, 0]) encoding.writeVarUint(encoder, number);
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeVarUint(encoder, 0);
    });
    await t.store.append(t.board, { update, claims: [] });
    const old = await t.join();
    expect(old.isSynced).toBe(true);
    expect(Y.encodeStateVector(old.doc).length).toBeGreaterThan(2 * 64 * 1024);
    await t.rejoin(old);
    expect([old.closed, old.isSynced]).toEqual([null, true]);
    draw(old, 'shape:1');
    await t.settle(100);
    expect(canvas(await t.stored()).has('shape:1')).toBe(true);
  });

  it('[ADMIT-5] a step 1 of more than 64 KiB above twice the document’s own vector is too large', async () => {
    const t = await openTestRelay();
    const stepOne = (ids: number) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint8Array(
          encoder,
          encoding.encode((body) => {
            encoding.writeVarUint(body, ids);
            for (let n = 0; n < ids; n++)
              for (const number of [0xf000_0000 + n, 1]) encoding.writeVarUint(body, number);
          }),
        );
      });
    const own = 2 * Y.encodeStateVector(await t.stored()).length;
    const most = Math.floor((64 * 1024 + own - 3) / 6);
    const inside = await t.join();
    inside.raw(stepOne(most));
    await t.settle();
    expect(inside.closed).toBeNull();
    const beyond = await t.join();
    beyond.raw(stepOne(most + 2));
    await t.settle();
    expect(beyond.closed).toMatchObject({ code: 4413 });
  });

  it('[ADMIT-5] a step 2 that was not asked for is refused, step 1 is limited in rate', async () => {
    const { t, a } = await pair();
    a.raw(
      syncMessage(
        syncKinds.step2,
        updateOf((doc) => doc.getMap('canvas').set('shape:x', new Y.Map())),
      ),
    );
    await t.settle();
    expect(said(a, 'refused')).toEqual([{ type: 'refused', frame: 2, code: 'invalid' }]);
    const read = a.messagesRead.length;
    for (let i = 0; i < 15; i++) a.raw(syncMessage(syncKinds.step1, new Uint8Array([0])));
    await t.settle();
    expect(a.messagesRead.length - read).toBeLessThanOrEqual(3);
    for (let i = 0; i < 15; i++) a.raw(syncMessage(syncKinds.step1, new Uint8Array([0])));
    await t.settle();
    expect(a.closed).toMatchObject({ code: 4529 });
  });

  it('[ADMIT-6] parts without predecessors are never kept; the sender is asked and what was missing comes', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:lost');
    a.outbox = [];
    draw(a, 'shape:next');
    await t.settle(1_000);
    await t.settle();
    expect(t.count('resyncsAsked')).toBe(1);
    expect(canvas(b.doc).has('shape:lost') && canvas(b.doc).has('shape:next')).toBe(true);
    await t.settle(100);
    expect(lastSaved(a)).toMatchObject({ frames: 3 });
  });

  it('[ADMIT-6] whoever goes on sending parts without predecessors is closed with 4400', async () => {
    const { t, a, b } = await pair({ messagesBurst: 5_000 });
    for (let i = 0; i < 3_000 && a.closed === null; i++) {
      a.raw(syncMessage(syncKinds.update, forgedUpdates.silence(4_000, 5 + i)));
      if (i % 100 === 0) await t.settle();
    }
    await t.settle(11_000);
    a.raw(syncMessage(syncKinds.update, forgedUpdates.silence(4_000, 5)));
    await t.settle();
    expect(a.closed).toMatchObject({ code: 4400 });
    expect(b.closed).toBeNull();
  });

  it('[ADMIT-7] what breaks the rules is undone before anybody sees it, and its sender is told', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:1', { pos: [1, 2, 0], url: 'https://example.org' });
    await t.settle();
    const seen: unknown[] = [];
    canvas(b.doc).observeDeep(() => seen.push(canvas(b.doc).get('shape:1')?.toJSON()));
    canvas(a.doc).get('shape:1')?.set('pos', [1e308, 0, 0]);
    await t.settle();
    canvas(a.doc).get('shape:1')?.set('url', 'java\nscript:alert(1)');
    await t.settle();
    expect(said(a, 'undone')).toEqual([
      { type: 'undone', frame: 3, records: 1 },
      { type: 'undone', frame: 4, records: 1 },
    ]);
    expect(canvas(b.doc).get('shape:1')?.toJSON()).toEqual({ pos: [1, 2, 0], url: 'https://example.org' });
    expect(seen.every((value) => JSON.stringify(value) === '{"pos":[1,2,0],"url":"https://example.org"}')).toBe(true);
    expect(state(a.doc)).toEqual(state(b.doc));
    expect(state(await t.stored())).toEqual(state(b.doc));
  });

  it('[ADMIT-7] an edit after an undone one still counts', async () => {
    const { t, a, b } = await pair();
    draw(a, 'shape:1', { pos: [1e300, 0, 0] });
    await t.settle();
    draw(a, 'shape:2');
    await t.settle();
    expect(canvas(b.doc).has('shape:1')).toBe(false);
    expect(canvas(b.doc).has('shape:2')).toBe(true);
    expect(state(a.doc)).toEqual(state(b.doc));
  });

  it('[ADMIT-8] rate, size and number of connections are limited', async () => {
    const { t, a, b } = await pair({ connectionsPerRoom: 8, connectionsPerPerson: 2 });
    for (let i = 0; i < 300; i++) a.raw(syncMessage(syncKinds.update, new Uint8Array([0, 0])));
    expect(a.closed).toMatchObject({ code: 4529 });
    b.raw(new Uint8Array(5 * 1024 * 1024));
    expect(b.closed).toMatchObject({ code: 4413 });
    const big = updateOf((doc) => {
      for (let i = 0; i < 10; i++) doc.getMap('canvas').set(`shape:${i}`, new Y.Map([['base', 'x'.repeat(30_000)]]));
    });
    const c = await t.join();
    c.raw(syncMessage(syncKinds.update, big));
    await t.settle();
    expect(said(c, 'refused')).toEqual([{ type: 'refused', frame: 2, code: 'tooLarge' }]);
    const d = await t.join({ hello: false });
    d.raw(syncMessage(syncKinds.update, big));
    await t.settle();
    expect(d.closed).toMatchObject({ code: 4413 });
    const same = [await t.join({ person: 50 }), await t.join({ person: 50 }), await t.join({ person: 50 })];
    expect(same.map((peer) => peer.closed?.code)).toEqual([undefined, undefined, 4514]);
    const more = [];
    for (let i = 0; i < 6; i++) more.push(await t.join({ person: 60 + i }));
    expect(more.at(-1)?.closed).toMatchObject({ code: 4513 });
    expect(more[0]?.closed).toBeNull();
  });

  it('[ADMIT-8] a document over its limit is read-only with the reason, and deleting is still taken', async () => {
    const { t, a, b } = await pair({ documentMaxBytes: 50_000 });
    for (let i = 0; i < 6; i++) {
      draw(a, `shape:${i}`, { notes: 'x'.repeat(10_000) });
      await t.settle(100);
    }
    expect(said(b, 'mode')).toEqual([{ type: 'mode', readOnly: 'documentTooLarge' }]);
    draw(a, 'shape:more');
    await t.settle(100);
    expect(said(a, 'refused').at(-1)).toMatchObject({ code: 'documentTooLarge' });
    canvas(b.doc).delete('shape:0');
    await t.settle(100);
    expect(canvas(a.doc).has('shape:0')).toBe(false);
    for (let i = 1; i < 6; i++) canvas(b.doc).delete(`shape:${i}`);
    await t.settle(100);
    // nobody has to do anything else for it: the room looks again by itself
    await t.settle(7_000);
    expect(said(b, 'mode').at(-1)).toEqual({ type: 'mode', readOnly: null });
    draw(b, 'shape:again');
    await t.settle(100);
    expect(canvas(a.doc).has('shape:again')).toBe(true);
  });

  it('[ADMIT-8] whoever opens such a document, and whoever waited for a full disk, reads that reason at once', async () => {
    const { t, a, b } = await pair({ documentMaxBytes: 50_000 });
    draw(a, 'shape:small');
    for (let i = 0; i < 8; i++) {
      draw(a, `shape:${i}`, { notes: 'x'.repeat(10_000) });
      await t.settle(100);
    }
    t.store.isFull = true;
    canvas(b.doc).delete('shape:small');
    await t.settle(100);
    expect(said(a, 'mode').at(-1)).toEqual({ type: 'mode', readOnly: 'storage' });
    t.store.isFull = false;
    await t.settle(2_000);
    expect(said(a, 'mode').map((mode) => (mode as { readOnly: unknown }).readOnly)).toEqual([
      'documentTooLarge',
      'storage',
      'documentTooLarge',
    ]);
    for (const one of [a, b]) one.disconnect();
    await t.settle(60_000);
    expect(t.relay.gauges().rooms).toBe(0);
    const c = await t.join({ person: 3 });
    expect(said(c, 'welcome')).toMatchObject([{ readOnly: 'documentTooLarge' }]);
  });
});

describe('presence', () => {
  it('[PRES-1] a connection owns one entry, its own; others are dropped', async () => {
    const { t, a, b } = await pair();
    a.show({ cursor: { x: 1, y: 1 } });
    await t.settle(40);
    b.show({ cursor: { x: 2, y: 2 } });
    await t.settle(40);
    b.show({ cursor: { x: 666, y: 6 } }, a.doc.clientID, 2 ** 53 - 1);
    b.raw(presenceMessage(Array.from({ length: 50 }, (_, i) => [i, 1, {}] as const)));
    await t.settle(40);
    expect(new Set(a.presence.keys())).toEqual(new Set([a.doc.clientID, b.doc.clientID]));
    expect(a.presence.get(a.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 1 } });
    expect(t.count('presenceDropped')).toBeGreaterThan(0);
  });

  it('[PRES-2] person comes from the ticket and unknown fields are not passed on', async () => {
    const { t, a, b } = await pair();
    a.show({
      person: { id: 'x', name: 'Boss', color: 'red', role: 'facilitator' },
      user: { name: 'Boss' },
      cursor: { x: 1, y: Number.NaN },
      evil: 1,
      page: 'page:p',
    });
    await t.settle(40);
    expect(b.presence.get(a.doc.clientID)).toEqual({
      person: { id: personId(1), name: 'Name 1', color: '#112233', role: 'participant' },
      user: { name: 'Name 1', color: '#112233' },
      page: 'page:p',
    });
  });

  it('[PRES-3] presence is merged: newest state, one message to everybody', async () => {
    const { t, a, b } = await pair();
    await t.settle(100);
    a.show({ cursor: { x: 0, y: 0 } });
    await t.settle();
    const before = b.messagesRead.length;
    for (let i = 1; i <= 10; i++) a.show({ cursor: { x: i, y: 0 } });
    b.show({ cursor: { x: 9, y: 9 } });
    await t.settle(10);
    expect(b.messagesRead.length).toBe(before);
    await t.settle(30);
    expect(b.messagesRead.length).toBe(before + 1);
    expect(b.presence.get(a.doc.clientID)).toMatchObject({ cursor: { x: 10, y: 0 } });
  });

  it('[PRES-7] much presence comes less often, and edits as fast as ever', async () => {
    const t = await openTestRelay();
    const people: MemoryPeer[] = [];
    for (let i = 0; i < 10; i++) people.push(await t.join());
    const selection = Array.from({ length: 150 }, (_, i) => `shape:chosen-by-somebody-${i}`);
    const show = (x: number): void => people.forEach((one) => one.show({ cursor: { x, y: 0 }, selection }));
    await t.settle(100);
    show(1);
    await t.settle(40);
    const [first, last] = [people[0], people[9]];
    if (first === undefined || last === undefined) throw new Error('nobody');
    const seen = (): unknown => (last.presence.get(first.doc.clientID) as { cursor?: { x: number } }).cursor?.x;
    expect(seen()).toBe(1);
    show(2);
    draw(first, 'shape:1');
    await t.settle(40);
    expect(canvas(last.doc).has('shape:1')).toBe(true);
    expect(seen()).toBe(1);
    await t.settle(200);
    expect(seen()).toBe(2);
  });

  it('[PRES-4] presence goes with its connection; a newcomer sees who is there', async () => {
    const { t, a, b } = await pair();
    a.show({});
    b.show({});
    await t.settle(40);
    const c = await t.join();
    expect(c.presence.size).toBe(2);
    a.disconnect();
    await t.settle(40);
    expect([...c.presence.keys()]).toEqual([b.doc.clientID]);
    const d = await t.join();
    expect([...d.presence.keys()]).toEqual([b.doc.clientID]);
  });

  it('[PRES-4] a return before the dead line was noticed keeps the entry', async () => {
    const { t, a, b } = await pair();
    a.show({ page: 'one' });
    await t.settle(40);
    const handlers: { onClose(): void }[] = [];
    const doc = a.doc;
    const again = await t.join({ person: 1, doc });
    again.show({ page: 'two' }, doc.clientID, 7);
    await t.settle(40);
    a.disconnect();
    await t.settle(40);
    expect(handlers).toEqual([]);
    expect(b.presence.get(doc.clientID)).toMatchObject({ page: 'two' });
  });

  it('[PRES-5] a slow reader gets no presence, later all of it; a stuck one is closed with 4508', async () => {
    const { t, a, b } = await pair();
    a.show({ page: 'one' });
    await t.settle(40);
    const c = await t.join();
    b.bufferedBytes = 300 * 1024;
    c.show({ page: 'missed' });
    a.show({ page: 'two' });
    await t.settle(40);
    expect(b.presence.get(a.doc.clientID)).toMatchObject({ page: 'one' });
    draw(a, 'shape:1');
    await t.settle();
    expect(canvas(b.doc).has('shape:1')).toBe(true);
    b.bufferedBytes = 0;
    draw(a, 'shape:2');
    a.show({ page: 'three' });
    await t.settle(40);
    expect(b.presence.get(a.doc.clientID)).toMatchObject({ page: 'three' });
    expect(b.presence.get(c.doc.clientID)).toMatchObject({ page: 'missed' });
    b.bufferedBytes = 9 * 1024 * 1024;
    draw(a, 'shape:3');
    await t.settle();
    expect(b.closed).toMatchObject({ code: 4508 });
    await t.settle(5_000);
    expect(a.closed).toBeNull();
  });

  it('[PRES-6] the sender gets its own presence back, and every line has data at least every 20 s', async () => {
    const t = await openTestRelay();
    const a = await t.join();
    const stock = await t.join({ hello: false });
    a.show({ page: 'one' });
    await t.settle(40);
    expect(a.presence.get(a.doc.clientID)).toMatchObject({ page: 'one' });
    const before = [a.messagesRead.length, stock.messagesRead.length];
    for (let i = 0; i < 20; i++) await t.settle(1_000);
    expect(a.messagesRead.length).toBeGreaterThan(before[0] ?? 0);
    expect(stock.messagesRead.length).toBeGreaterThan(before[1] ?? 0);
    expect(said(a, 'pulse')).toHaveLength(1);
    expect(stock.closed).toBeNull();
  });

  it('[PRES-6] who is alone for ten minutes and does nothing hears something every 20 s and is never sent away', async () => {
    for (const hello of [true, false]) {
      const t = await openTestRelay();
      const alone = await t.join({ hello });
      const silences: number[] = [0];
      for (let second = 0; second < 600; second++) {
        const heard = alone.messagesRead.length;
        await t.settle(1_000);
        if (alone.messagesRead.length > heard) silences.push(0);
        else silences.push((silences.pop() ?? 0) + 1);
      }
      expect(Math.max(...silences)).toBeLessThanOrEqual(20);
      expect([alone.closed, alone.isTerminated]).toEqual([null, false]);
    }
  });

  it('[SYNC-12] a dead line is cut after 40 s, a blocked server drops nobody', async () => {
    const { t, a, b } = await pair();
    for (let i = 0; i < 15; i++) await t.settle(1_000);
    t.clock.stall(39_000);
    await t.settle(1_000);
    await t.settle(1_000);
    expect(a.isTerminated || b.isTerminated).toBe(false);
    b.answersPings = false;
    for (let i = 0; i < 62; i++) await t.settle(1_000);
    expect(b.isTerminated).toBe(true);
    expect(a.isTerminated).toBe(false);
  });

  it('[SYNC-12] what piled up while the server stood still sends nobody away; the same without a standstill does', async () => {
    const messages = 700;
    const pileUp = (peer: MemoryPeer): void => {
      for (let n = 0; n < messages; n++) draw(peer, `shape:${n}`);
    };
    const { t, a, b } = await pair();
    await t.settle(30_000);
    // at 60 a second these are what 12 s bring
    pileUp(a);
    t.clock.stall(12_000);
    await t.settle();
    expect(a.closed).toBe(null);
    expect(canvas(b.doc).size).toBeGreaterThan(messages);

    await t.settle(30_000);
    const still = await t.join();
    await t.settle(30_000);
    pileUp(still);
    await t.settle();
    expect(still.closed?.code).toBe(4529);
    expect(a.closed ?? b.closed).toBe(null);
  });

  it('[SYNC-12] a standstill is no time in which somebody could have sent what is missing', async () => {
    const { t, a } = await pair();
    const lost = new Y.Doc();
    const updates: Uint8Array[] = [];
    lost.on('update', (update: Uint8Array) => updates.push(update));
    for (let n = 0; n < 3; n++) canvas(lost).set(`shape:${n}`, new Y.Map([['pos', [n, n, 0]]]));
    const [, second = new Uint8Array(), third = new Uint8Array()] = updates;
    /** The server works, the peer's answers are on their way. */
    const serverOnly = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn++) {
        t.clock.turn();
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    a.raw(syncMessage(syncKinds.update, second));
    await serverOnly();
    t.clock.stall(60_000);
    a.raw(syncMessage(syncKinds.update, third));
    await serverOnly();
    expect(a.closed).toBe(null);
  });
});
