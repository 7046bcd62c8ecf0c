/** The timed history over the real relay, with a clock that the test moves. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContent } from '#shared/board/content.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { closedGate } from '#server/testing/closedGate.ts';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';
import { packParts } from './Moment.ts';
import { packInThread } from './packStored.ts';
import { openTestSnapshots, sorted, type TestSnapshots } from '#server/snapshots/testing/testSnapshots.ts';
import { timedDetailOf } from './timedDetail.ts';

const minute = 60_000;
const open: TestSnapshots[] = [];
afterEach(async () => {
  for (const t of open.splice(0)) await t.relay.stop();
});

type More = Parameters<typeof openTestSnapshots>[1];

async function started(limits = {}, more: More = {}): Promise<{ t: TestSnapshots; a: MemoryPeer; b: MemoryPeer }> {
  const t = await openTestSnapshots(limits, { isTimed: true, ...more });
  open.push(t);
  return { t, a: await t.join({ role: 'facilitator' }), b: await t.join() };
}

function note(peer: MemoryPeer, id: string): void {
  const base = { id, typeName: 'shape', type: 'note', props: {}, meta: {} };
  peer.doc.getMap('canvas').set(id, new Y.Map(Object.entries({ base, pos: [1, 2, 0] })));
}

const contentOf = (peer: MemoryPeer) => sorted(readContent(peer.doc));
const moments = async (t: TestSnapshots): Promise<readonly SnapshotRow[]> =>
  (await t.snapshots.list(t.board)).filter(({ reason }) => reason === 'time');
/** Everybody goes on in steps, so that timers and lines run as they would. */
async function pass(t: TestSnapshots, ms: number): Promise<void> {
  for (let rest = ms; rest > 0; rest -= 30_000) await t.settle(Math.min(rest, 30_000));
}

describe('timed history', () => {
  it('[SNAP-11] while somebody works without a pause each ten minutes are kept, and what stood there before', async () => {
    const { t, a } = await started();
    const before = contentOf(a);
    const startedAt = t.clock.nowMs();
    const atTen: (typeof before)[] = [];
    for (let turn = 0; turn < 31; turn++) {
      note(a, `shape:n${turn}`);
      await pass(t, minute);
      if (turn === 9) atTen.push(contentOf(a));
    }
    const rows = (await moments(t)).toReversed();
    const [first = 0, ...others] = rows.map(({ takenAtMs }) => takenAtMs - startedAt);
    expect(others.map((at) => (at - first) / minute)).toEqual([10, 20, 30]);
    expect(rows[0]).toMatchObject({ name: null, byRole: null, picture: '' });
    expect(await t.content(rows[0]?.id ?? '')).toEqual(before);
    expect(await t.content(rows[1]?.id ?? '')).toEqual(atTen[0]);
    // what stood there first, and then ten changes more each time
    expect(rows.map((row) => timedDetailOf(row)?.version)).toEqual([1, 11, 21, 31]);
  });

  it('[SNAP-11] the last state before a pause is kept three minutes after it, and nothing more of a board that rests', async () => {
    const { t, a, b } = await started();
    note(a, 'shape:one');
    await pass(t, 2 * minute);
    note(b, 'shape:two');
    await pass(t, 2.5 * minute);
    expect(await moments(t)).toHaveLength(1);
    await pass(t, minute);
    expect(await moments(t)).toHaveLength(2);
    expect(await t.content((await moments(t))[0]?.id ?? '')).toEqual(contentOf(a));
    await pass(t, 60 * minute);
    expect(await moments(t)).toHaveLength(2);
  });

  it('[SNAP-11] looking changes nothing, and work that is taken back keeps nothing new', async () => {
    const { t, a } = await started();
    await pass(t, 30 * minute);
    expect(await moments(t)).toEqual([]);
    const undo = new Y.UndoManager(a.doc.getMap('canvas'));
    note(a, 'shape:one');
    await pass(t, minute);
    undo.undo();
    await pass(t, 10 * minute);
    expect(await moments(t)).toHaveLength(1);
  });

  it('[SNAP-11] when the last one leaves, it is kept at once', async () => {
    const { t, a, b } = await started({ roomIdleMs: 30_000 });
    note(a, 'shape:one');
    await t.settle(1_000);
    const last = contentOf(a);
    for (const peer of [a, b]) peer.disconnect();
    await t.settle(31_000);
    expect(await t.content((await moments(t))[0]?.id ?? '')).toEqual(last);
  });

  it('[SNAP-11] after a restart the state before the first change is kept', async () => {
    const { t, a } = await started();
    note(a, 'shape:one');
    await t.settle(1_000);
    const last = contentOf(a);
    // as a process that was killed: nothing of it was kept
    await t.store.deleteSnapshots(
      t.board,
      (await moments(t)).map(({ id }) => id),
    );
    t.history.closed(t.board);
    await t.settle();
    await t.store.deleteSnapshots(
      t.board,
      (await moments(t)).map(({ id }) => id),
    );
    a.doc.getMap('canvas').delete('shape:one');
    await t.settle(1_000);
    const [row] = await moments(t);
    expect(await t.content(row?.id ?? '')).toEqual(last);
  });

  it('[SNAP-11] nobody waits while one is packed, and what comes in meanwhile is in the next', async () => {
    const gate = closedGate();
    const { t, a, b } = await started(
      {},
      {
        pack: async (parts) => {
          await gate.promise;
          return packParts(parts);
        },
      },
    );
    note(a, 'shape:one');
    await pass(t, 4 * minute);
    note(b, 'shape:two');
    await t.settle(1_000);
    expect(a.doc.getMap('canvas').has('shape:two')).toBe(true);
    gate.open();
    await pass(t, 4 * minute);
    expect(await t.content((await moments(t))[0]?.id ?? '')).toEqual(contentOf(b));
  });

  it('[SNAP-11] a disk that refuses costs the moment and nothing else, and it is tried again', async () => {
    const { t, a } = await started();
    note(a, 'shape:one');
    await t.settle(1_000);
    t.store.fail('keepSnapshot');
    await pass(t, 3 * minute);
    expect(await moments(t)).toHaveLength(1);
    expect(t.errors).toHaveLength(1);
    await pass(t, 2 * minute);
    expect(await moments(t)).toHaveLength(2);
  });

  it('[SNAP-11] a thread gives what the same work gives here', async () => {
    const { t, a } = await started();
    note(a, 'shape:one');
    await t.settle(1_000);
    const stored = await t.store.loadDocument(t.board);
    const parts = [...(stored?.updates ?? [])];
    expect(await packInThread(parts)).toEqual(packParts(parts));
  });
});

describe('room for it', () => {
  it('[SNAP-4] [SNAP-12] neither timed moments nor others push each other out', async () => {
    const { t, a } = await started();
    for (let turn = 0; turn < 12; turn++) await t.during(t.snapshots.take(t.board, { reason: 'step' }));
    for (let turn = 0; turn < 40; turn++) {
      note(a, `shape:n${turn}`);
      await pass(t, 3.5 * minute);
    }
    const rows = await t.snapshots.list(t.board);
    expect(rows.filter(({ reason }) => reason === 'step')).toHaveLength(12);
    // two hours whole, and the last of the hour before
    expect(rows.filter(({ reason }) => reason === 'time').length).toBeGreaterThan(30);
    expect(rows.filter(({ reason }) => reason === 'time').length).toBeLessThan(40);
  });

  it('[SNAP-12] where they are too many bytes, every second timed moment goes, and the newest of all stay', async () => {
    const { t, a } = await started({ maxSnapshotBytesPerBoard: 12_000 });
    const step = await t.during(t.snapshots.take(t.board, { reason: 'step' }));
    for (let turn = 0; turn < 30; turn++) {
      note(a, `shape:n${turn}`);
      await pass(t, 3.5 * minute);
    }
    const rows = await t.snapshots.list(t.board);
    expect(await t.store.snapshotBytes(t.board)).toBeLessThanOrEqual(12_000);
    expect(rows.map(({ id }) => id)).toContain(step.id);
    expect(await t.content(rows[0]?.id ?? '')).toEqual(contentOf(a));
    const ages = rows.filter(({ reason }) => reason === 'time').map(({ takenAtMs }) => t.clock.nowMs() - takenAtMs);
    expect(Math.max(...ages)).toBeGreaterThan(60 * minute);
  });
});
