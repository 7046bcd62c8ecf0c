/** Presence, and rooms that come and go, over an in-memory wire. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { presenceMessage, syncMessage } from '#shared/testing/MemoryPeer.ts';
import { syncKinds } from '#shared/wire/messages.ts';
import { openTestRelay, personId } from '#server/testing/openTestRelay.ts';
import { canvas, draw, said, pair } from '#server/testing/relayPeers.ts';

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
