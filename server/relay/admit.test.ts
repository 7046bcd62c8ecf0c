/** What the relay takes and what it refuses, proven with real Yjs documents over an in-memory wire. */
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { syncMessage } from '#shared/testing/MemoryPeer.ts';
import { collectionNames } from '#shared/map/collections.ts';
import { protocolVersion, syncKinds } from '#shared/wire/messages.ts';
import { forgedUpdates, updateOf } from '#server/testing/hostile/forgedUpdates.ts';
import { openTestRelay } from '#server/testing/openTestRelay.ts';
import { canvas, map, draw, state, said, lastSaved, pair } from '#server/testing/relayPeers.ts';

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
