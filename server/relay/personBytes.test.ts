/** One person cannot fill a board within seconds, and loses nothing by it. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { openTestRelay } from '#server/testing/openTestRelay.ts';

const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
const draw = (peer: MemoryPeer, id: string): void =>
  void canvas(peer.doc).set(id, new Y.Map<unknown>([['meta.notes', 'x'.repeat(10_000)]]));
const modes = (peer: MemoryPeer): unknown[] =>
  peer.messages.flatMap((message) => (message.type === 'mode' ? [message.readOnly] : []));
const onBoard = (peer: MemoryPeer): number =>
  [...canvas(peer.doc).keys()].filter((key) => key.startsWith('shape:p')).length;

const limits = { personBytesBurst: 100_000, personBytesPerMinute: 60_000, maxStep2Bytes: 60_000 };

it('[ADMIT-13] what a person brings beyond the limit waits, over all their lines, and others go on', async () => {
  const t = await openTestRelay(limits);
  const [one, two] = [await t.join({ person: 1 }), await t.join({ person: 1 })];
  const other = await t.join({ person: 2 });
  for (let n = 0; n < 6; n += 1) {
    draw(one, `shape:p1${n}`);
    draw(two, `shape:p2${n}`);
    await t.settle();
  }
  // nine of some 10,060 bytes fit, and the tenth does not
  expect(onBoard(other)).toBe(9);
  expect([modes(one), modes(two), modes(other)]).toEqual([['sentTooMuch'], ['sentTooMuch'], []]);
  const late = await t.join({ person: 1 });
  expect(late.messages.find((message) => message.type === 'welcome')).toMatchObject({ readOnly: 'sentTooMuch' });
  draw(other, 'shape:other');
  await t.settle(100);
  expect(canvas(one.doc).has('shape:other')).toBe(true);
  await t.settle(59_800);
  expect(onBoard(other)).toBe(9);
  await t.settle(200);
  await t.settle(100);
  expect(onBoard(other)).toBe(12);
  expect([modes(one).at(-1), modes(two).at(-1)]).toEqual([null, null]);
  expect(canvas(other.doc).toJSON()).toEqual(canvas(one.doc).toJSON());
  expect(
    [one, two, late, other].map((peer) => [peer.closed, peer.messages.some(({ type }) => type === 'refused')]),
  ).toEqual([1, 2, 3, 4].map(() => [null, false]));
  expect(one.messages.findLast(({ type }) => type === 'saved')).toBeDefined();
});

it('[ADMIT-13] exactly as much as the limit passes', async () => {
  const probe = await openTestRelay();
  const meter = await probe.join();
  const sizes: number[] = [];
  meter.doc.on('update', (update: Uint8Array) => sizes.push(update.length));
  const first = Y.encodeStateAsUpdate(meter.doc).length;
  expect(first).toBeGreaterThan(0);
  draw(meter, 'shape:p0');
  const [size = 0] = sizes;
  for (const [room, isTaken] of [
    [size, true],
    [size - 1, false],
  ] as const) {
    // the answer to the server's step 1 is an empty update of two bytes
    const t = await openTestRelay({ ...limits, personBytesBurst: room + 2, personBytesPerMinute: 1 });
    const peer = await t.join({ person: 1 });
    peer.doc.clientID = meter.doc.clientID;
    draw(peer, 'shape:p0');
    await t.settle();
    expect([room, canvas(await t.stored()).has('shape:p0')]).toEqual([room, isTaken]);
  }
});
