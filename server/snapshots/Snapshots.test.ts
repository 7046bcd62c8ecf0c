/** Snapshots over the real relay with several peers, and over a store that fails at each step. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContent, writeContent } from '#shared/board/content.ts';
import { storedCollection } from '#shared/board/mapDocument.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { createRandom } from '#shared/testing/random.ts';
import { changeBoard, randomBoard } from '#shared/testing/randomBoard.ts';
import { openTestSnapshots, sorted, type TestSnapshots } from '#server/snapshots/testing/testSnapshots.ts';

const open: TestSnapshots[] = [];
afterEach(async () => {
  for (const t of open.splice(0)) await t.relay.stop();
});

type More = Parameters<typeof openTestSnapshots>[1];

async function started(
  limits = {},
  more: More = {},
): Promise<{ t: TestSnapshots; a: MemoryPeer; b: MemoryPeer; c: MemoryPeer }> {
  const t = await openTestSnapshots(limits, more);
  open.push(t);
  const a = await t.join({ role: 'facilitator' });
  const b = await t.join();
  const c = await t.join({ role: 'observer' });
  // a board with something on it
  b.doc.transact(() => writeContent(b.doc, readContent(foreign(5))));
  await t.settle(1_000);
  return { t, a, b, c };
}

/** A document whose parts go into the board's own collections. */
function foreign(seed: number): Y.Doc {
  return randomBoard(seed, { template: 'blank', commands: 0, drawings: 12 });
}

const contentOf = (peer: MemoryPeer) => sorted(readContent(peer.doc));
const note = (peer: MemoryPeer, id: string, fields: Record<string, unknown> = { pos: [1, 2, 0] }): void =>
  void peer.doc
    .getMap('canvas')
    .set(
      id,
      new Y.Map(Object.entries({ base: { id, typeName: 'shape', type: 'note', props: {}, meta: {} }, ...fields })),
    );
const told = (peer: MemoryPeer, event: string) =>
  peer.messages.filter((message) => message.type === 'snapshots' && message.event === event);

describe('taking a snapshot', () => {
  it('[SNAP-1] keeps what is committed, with who asked as a role, numbers and a picture', async () => {
    const { t, a } = await started();
    changeBoard(a.doc, createRandom(3), 30, 'a');
    await t.settle(1_000);
    const row = await t.during(
      t.snapshots.take(t.board, { reason: 'person', name: 'Session 1', byRole: 'facilitator' }),
    );
    expect(row).toMatchObject({ name: 'Session 1', reason: 'person', byRole: 'facilitator' });
    expect(row.counts.interests).toBe(storedCollection(a.doc, 'interests')?.size);
    expect(row.counts.drawings).toBe([...a.doc.getMap('canvas').keys()].filter((id) => id.startsWith('shape:')).length);
    expect(row.picture).toMatch(/^<svg [^>]*viewBox.*<\/svg>$/);
    expect(await t.content(row.id)).toEqual(contentOf(a));
    expect(told(a, 'list')).toHaveLength(1);
  });

  it('[SNAP-1] holds one committed moment while people go on', async () => {
    const { t, a, b } = await started();
    const promise = t.snapshots.take(t.board, { reason: 'step', detail: 'Goal' });
    for (let turn = 0; turn < 20; turn++) note(turn % 2 ? a : b, `shape:on${turn}`);
    const row = await t.during(promise);
    await t.settle(1_000);
    const kept = new Map(await t.content(row.id));
    // whoever sees the snapshot's update in the journal sees all that came before it
    const there = Array.from({ length: 20 }, (_, turn) => kept.has(`canvas/shape:on${turn}`));
    for (const side of [0, 1]) {
      const mine = there.filter((_, turn) => turn % 2 === side);
      expect(mine.toSorted((x, y) => Number(y) - Number(x))).toEqual(mine);
    }
  });

  it('[SNAP-1] a board that nobody has open is kept, too', async () => {
    const { t } = await started();
    const other = await t.addBoard('other');
    const row = await t.during(t.snapshots.take(other, { reason: 'step' }));
    const { content } = await t.snapshots.read(other, row.id);
    expect(content.has('canvas/page:page')).toBe(true);
  });

  it('[SNAP-3] a hundredth snapshot of a large board costs what changed', async () => {
    const { t, a } = await started();
    a.doc.transact(() => {
      for (let at = 0; at < 600; at++)
        note(a, `shape:n${at}`, { pos: [at, at * 3.5, 0], 'meta.words': `Words of note ${at} `.repeat(8) });
    });
    await t.settle(5_000);
    await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'First' }));
    const first = await t.store.snapshotBytes(t.board);
    for (let turn = 0; turn < 10; turn++) {
      const entry = a.doc.getMap('canvas').get(`shape:n${turn * 31}`);
      if (entry instanceof Y.Map) entry.set('pos', [turn, -turn, 0]);
      await t.settle(1_000);
      await t.during(t.snapshots.take(t.board, { reason: 'person', name: `Turn ${turn}` }));
    }
    const each = ((await t.store.snapshotBytes(t.board)) - first) / 10;
    expect(each).toBeLessThan(first / 8);
  });

  it('[SNAP-4] automatic ones are pruned by reason, named ones never, and a name keeps one', async () => {
    const { t } = await started();
    const named = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'Kept' }));
    const saved = await t.during(t.snapshots.take(t.board, { reason: 'import' }));
    await t.during(t.snapshots.name(t.board, saved.id, 'Before the list'));
    for (let turn = 0; turn < 12; turn++) await t.during(t.snapshots.take(t.board, { reason: 'import' }));
    const step = await t.during(t.snapshots.take(t.board, { reason: 'step' }));
    const rows = await t.snapshots.list(t.board);
    expect(rows.filter((row) => row.name === null && row.reason === 'import')).toHaveLength(10);
    for (const kept of [named, saved, step]) expect(rows.map((row) => row.id)).toContain(kept.id);
  });

  it('[SNAP-4] a board full of named ones takes no more, automatic ones go on', async () => {
    const { t } = await started({ maxSnapshotsPerBoard: 2 });
    for (const name of ['1', '2']) await t.during(t.snapshots.take(t.board, { reason: 'person', name }));
    await expect(t.during(t.snapshots.take(t.board, { reason: 'person', name: '3' }))).rejects.toMatchObject({
      code: 'snapshots-full',
    });
    const automatic = await t.during(t.snapshots.take(t.board, { reason: 'step' }));
    await expect(t.during(t.snapshots.name(t.board, automatic.id, 'x'))).rejects.toMatchObject({
      code: 'snapshots-full',
    });
  });
});

describe('a board that is emptied at once', () => {
  /** With drawings that were there for a while. */
  async function settled() {
    const scene = await started();
    await scene.t.settle(120_000);
    note(scene.a, 'shape:later');
    await scene.t.settle(1_000);
    return scene;
  }
  const empty = (peer: MemoryPeer): void =>
    peer.doc.transact(() => {
      for (const id of peer.doc.getMap('canvas').keys())
        if (id.startsWith('shape:')) peer.doc.getMap('canvas').delete(id);
    });

  it('[SNAP-7] is kept as it was, facilitators are told, and one restore brings all of it back', async () => {
    const { t, a, b } = await settled();
    const old = contentOf(a);
    empty(b);
    await t.settle(1_000);
    expect([...a.doc.getMap('canvas').keys()].some((id) => id.startsWith('shape:'))).toBe(false);
    const [row] = await t.snapshots.list(t.board);
    expect(row).toMatchObject({ reason: 'massDelete', name: null, byRole: null });
    expect(await t.content(row?.id ?? '')).toEqual(old);
    expect(told(a, 'massDelete')).toEqual([expect.objectContaining({ id: row?.id })]);
    expect(told(b, 'massDelete')).toEqual([]);
    await t.during(t.snapshots.restore(t.board, row?.id ?? ('' as never), 'facilitator'));
    expect(contentOf(b)).toEqual(old);
  });

  it('[SNAP-7] one by one within seconds counts as at once; a few never do; again and again is kept once a minute', async () => {
    const { t, a, b } = await settled();
    b.doc.transact(() => {
      for (let at = 0; at < 40; at++) note(b, `shape:m${at}`);
    });
    await t.settle(1_000);
    for (let at = 0; at < 5; at++) b.doc.getMap('canvas').delete(`shape:m${at}`);
    await t.settle(20_000);
    expect(await t.snapshots.list(t.board)).toEqual([]);
    for (let at = 5; at < 35; at++) {
      b.doc.getMap('canvas').delete(`shape:m${at}`);
      await t.settle(100);
    }
    expect(await t.snapshots.list(t.board)).toHaveLength(1);
    const kept = new Map(await t.content((await t.snapshots.list(t.board))[0]?.id ?? ''));
    expect([...kept.keys()].filter((key) => key.startsWith('canvas/shape:m')).length).toBeGreaterThan(20);
    for (let turn = 0; turn < 5; turn++) {
      b.doc.transact(() => {
        for (let at = 0; at < 40; at++) note(b, `shape:again${at}`);
      });
      await t.settle(1_000);
      empty(b);
      await t.settle(1_000);
    }
    // what goes within the minute is told with it, and costs no snapshot of its own
    expect(await t.snapshots.list(t.board)).toHaveLength(1);
    const ids = told(a, 'massDelete').map((message) => (message.type === 'snapshots' ? message.id : null));
    expect(new Set(ids).size).toBe(1);
  });

  it('[SNAP-7] when it cannot be kept, the deletion goes on and the board works', async () => {
    const { t, a, b } = await settled();
    t.store.fail('keepSnapshot');
    empty(b);
    await t.settle(1_000);
    expect([...a.doc.getMap('canvas').keys()].some((id) => id.startsWith('shape:'))).toBe(false);
    expect(t.errors).toHaveLength(1);
    note(b, 'shape:after');
    await t.settle(1_000);
    expect(a.doc.getMap('canvas').has('shape:after')).toBe(true);
  });

  it('[SNAP-7] while somebody takes a snapshot nothing waits for ever', async () => {
    const { t, a, b } = await settled();
    const taking = t.snapshots.take(t.board, { reason: 'person', name: 'x' });
    empty(b);
    await t.during(taking);
    await t.settle(1_000);
    expect((await t.snapshots.list(t.board)).length).toBe(2);
    expect(contentOf(a)).toEqual(contentOf(b));
  });
});
