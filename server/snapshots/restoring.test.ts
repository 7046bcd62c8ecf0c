/** Snapshots over the real relay with several peers, and over a store that fails at each step. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readContent, writeContent } from '#shared/board/content.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { createRandom } from '#shared/testing/random.ts';
import { changeBoard, randomBoard } from '#shared/testing/randomBoard.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { closedGate } from '#server/testing/closedGate.ts';
import { chunksOf, contentOf as contentOfChunks, packChunks } from './contentChunks.ts';
import { openRestoration, restoreInThread, type OpenRestoration } from './openRestoration.ts';
import { Restoration } from './Restoration.ts';
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

describe('restoring', () => {
  it('[SNAP-5] turns the board back for everybody at once, and one restore of what was before undoes it', async () => {
    const { t, a, b, c } = await started();
    const old = contentOf(a);
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'Session 1' }));
    changeBoard(b.doc, createRandom(9), 30, 'b');
    b.doc.getMap('canvas').delete('shape:r1');
    await t.settle(1_000);
    const later = contentOf(a);
    expect(later).not.toEqual(old);

    const before = await t.during(t.snapshots.restore(t.board, row.id, 'facilitator'));
    for (const peer of [a, b, c]) {
      await t.settle();
      expect(contentOf(peer)).toEqual(old);
      expect(told(peer, 'restored')).toEqual([expect.objectContaining({ id: before.id, name: 'Session 1' })]);
    }
    expect(sorted(readContent(await t.stored()))).toEqual(old);
    expect(before).toMatchObject({ name: null, reason: 'restore', detail: 'Session 1', byRole: 'facilitator' });
    expect(await t.content(before.id)).toEqual(later);
    expect((await t.snapshots.list(t.board)).filter((one) => one.reason === 'restore')).toHaveLength(1);

    await t.during(t.snapshots.restore(t.board, before.id, 'facilitator'));
    for (const peer of [a, b, c]) expect(contentOf(peer)).toEqual(later);
    expect(t.errors).toEqual([]);
  });

  it('[SNAP-5] no edit that was acknowledged before the restore is missing in the automatic snapshot', async () => {
    for (let seed = 0; seed < 15; seed++) {
      const { t, a, b } = await started();
      const random = createRandom(seed);
      const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
      const old = contentOf(a);
      const restoring = t.snapshots.restore(t.board, row.id, 'facilitator');
      const state = { isDone: false };
      void restoring.then(() => (state.isDone = true));
      // people go on, and what they are told is saved is remembered until the restore is seen
      const acknowledged: string[] = [];
      for (let turn = 0; !state.isDone && turn < 200; turn++) {
        const id = `shape:late${turn}`;
        const peer = random.pick([a, b]);
        note(peer, id);
        if (random.chance(0.5)) await t.settle(random.below(60));
        if (told(a, 'restored').length === 0 && new Map(readContent(await t.stored())).has(`canvas/${id}`))
          acknowledged.push(id);
      }
      const before = await t.during(restoring);
      await t.settle(1_000);
      const kept = new Map(await t.content(before.id));
      const now = new Map(contentOf(a));
      for (const id of acknowledged)
        expect(kept.has(`canvas/${id}`) || now.has(`canvas/${id}`), `${seed} ${id}`).toBe(true);
      for (const [key, text] of old) expect(now.get(key)).toBe(text);
      expect(contentOf(b)).toEqual(contentOf(a));
    }
  });

  it("[SNAP-5] [UNDO-2] [UNDO-3] people's own undo and redo go on after it, and everybody still sees the same", async () => {
    for (let seed = 0; seed < 10; seed++) {
      const { t, a, b, c } = await started();
      const random = createRandom(seed);
      const scope = [b.doc.getMap('map'), b.doc.getMap('canvas')];
      const undo = new Y.UndoManager(scope, { trackedOrigins: new Set(['mine']), captureTimeout: 0 });
      const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
      const old = contentOf(a);
      for (let turn = 0; turn < 6; turn++) {
        b.doc.transact(() => {
          const canvas = b.doc.getMap('canvas');
          const shapes = [...canvas.keys()].filter((id) => id.startsWith('shape:'));
          const what = random.below(3);
          const entry = canvas.get(random.pick(shapes));
          if (what === 0) note(b, `shape:mine${turn}`);
          else if (what === 1) canvas.delete(random.pick(shapes));
          else if (entry instanceof Y.Map) entry.set('pos', [turn, turn, 0]);
        }, 'mine');
        await t.settle(200);
      }
      await t.during(t.snapshots.restore(t.board, row.id, 'facilitator'));
      expect(contentOf(b)).toEqual(old);
      for (let turn = 0; turn < 10; turn++) {
        if (random.chance(0.7)) undo.undo();
        else undo.redo();
        await t.settle(200);
      }
      for (const peer of [a, c]) expect(contentOf(peer)).toEqual(contentOf(b));
      expect(sorted(readContent(await t.stored()))).toEqual(contentOf(b));
      expect(t.errors).toEqual([]);
    }
  });

  it('[SNAP-5] on a full disk nothing is turned back and nothing is lost', async () => {
    const { t, a, b } = await started();
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
    note(b, 'shape:later');
    await t.settle(1_000);
    const later = contentOf(a);
    t.store.isFull = true;
    await expect(t.during(t.snapshots.restore(t.board, row.id, 'facilitator'))).rejects.toBeInstanceOf(
      StorageFullError,
    );
    t.store.isFull = false;
    await t.settle(10_000);
    expect(contentOf(a)).toEqual(later);
    expect(sorted(readContent(await t.stored()))).toEqual(later);
    expect(await t.snapshots.list(t.board)).toHaveLength(1);
  });

  it.each(['loadDocument', 'keepSnapshot', 'append', 'listSnapshots', 'deleteSnapshots'] as const)(
    '[SNAP-5] when %s fails the board is the old or the new state, whole, and what was there before is kept',
    async (call) => {
      for (const how of ['fail', 'loseAnswer'] as const) {
        const { t, a, b } = await started();
        const old = contentOf(a);
        const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
        note(b, 'shape:later');
        await t.settle(1_000);
        const later = contentOf(a);
        t.store[how](call);
        const outcome = await t.during(
          t.snapshots.restore(t.board, row.id, 'facilitator').then(
            () => 'done',
            () => 'failed',
          ),
        );
        await t.settle(5_000);
        const now = sorted(readContent(await t.stored()));
        expect([old, later]).toContainEqual(now);
        if (outcome === 'done') expect(now).toEqual(old);
        const contents = await Promise.all((await t.snapshots.list(t.board)).map((one) => t.content(one.id)));
        expect([...contents, now]).toContainEqual(later);
        expect([...contents, now]).toContainEqual(old);
      }
    },
  );

  it('[SNAP-5] a snapshot that is gone restores nothing', async () => {
    const { t, a } = await started();
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
    await t.during(t.snapshots.delete(t.board, row.id));
    const old = contentOf(a);
    await expect(t.during(t.snapshots.restore(t.board, row.id, 'facilitator'))).rejects.toMatchObject({
      code: 'snapshot-unknown',
    });
    expect(contentOf(a)).toEqual(old);
    expect(await t.snapshots.list(t.board)).toEqual([]);
  });
});

describe('restoring a large board', () => {
  /** Stands still where it says, until the gate of that place is opened. */
  function gated() {
    const gates = { ready: closedGate(), turnBack: closedGate() };
    const reached: string[] = [];
    const openGated: NonNullable<More>['openRestoration'] = (job) => {
      const restoration = openRestoration(job);
      reached.push('ready');
      return {
        ...restoration,
        ready: gates.ready.promise.then(() => null),
        async turnBack(later) {
          reached.push('turnBack');
          await gates.turnBack.promise;
          return restoration.turnBack(later);
        },
      };
    };
    return { gates, reached, openRestoration: openGated };
  }
  const movedOf = (peer: MemoryPeer, id: string, pos: readonly number[]): void => {
    const entry = peer.doc.getMap('canvas').get(id);
    if (!(entry instanceof Y.Map)) throw new Error(`no ${id}`);
    entry.set('pos', pos);
  };

  it('[SNAP-5] edits that arrive while it is prepared are in the automatic snapshot, and none of them on the restored board', async () => {
    const { gates, reached, openRestoration: prepare } = gated();
    const { t, a, b, c } = await started({}, { openRestoration: prepare });
    note(a, 'shape:there');
    await t.settle(1_000);
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
    const old = contentOf(a);
    const restoring = t.snapshots.restore(t.board, row.id, 'facilitator');
    await vi.waitFor(() => expect(reached).toEqual(['ready']));
    // people go on: something new, something moved, something deleted, all of it acknowledged
    note(b, 'shape:new');
    movedOf(a, 'shape:there', [77, 77, 0]);
    b.doc.getMap('canvas').delete('shape:r1');
    await t.settle(1_000);
    const later = contentOf(c);
    expect(later).not.toEqual(old);
    expect(sorted(readContent(await t.stored()))).toEqual(later);
    gates.ready.open();
    gates.turnBack.open();
    const before = await t.during(restoring);
    expect(await t.content(before.id)).toEqual(later);
    for (const peer of [a, b, c]) expect(contentOf(peer)).toEqual(old);
    expect(sorted(readContent(await t.stored()))).toEqual(old);
  });

  it('[SNAP-5] [SYNC-19] the journal may be compacted meanwhile', async () => {
    const { gates, reached, openRestoration: prepare } = gated();
    const { t, a, b } = await started({}, { openRestoration: prepare });
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
    const old = contentOf(a);
    const restoring = t.snapshots.restore(t.board, row.id, 'facilitator');
    await vi.waitFor(() => expect(reached).toEqual(['ready']));
    note(b, 'shape:1');
    await t.settle(1_000);
    const { version } = (await t.store.loadDocument(t.board)) ?? { version: 0 };
    await t.store.compact(t.board, version, Y.encodeStateAsUpdate(await t.stored()));
    note(b, 'shape:2');
    await t.settle(1_000);
    const later = contentOf(a);
    gates.ready.open();
    gates.turnBack.open();
    const before = await t.during(restoring);
    expect(await t.content(before.id)).toEqual(later);
    expect(contentOf(b)).toEqual(old);
  });

  it('[SNAP-5] [SYNC-19] everybody sees it in one step, and what comes in while it is made comes on top', async () => {
    const { gates, reached, openRestoration: prepare } = gated();
    const { t, a, b, c } = await started({}, { openRestoration: prepare });
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
    const old = contentOf(a);
    a.doc.transact(() => {
      for (let at = 0; at < 450; at++) note(a, `shape:n${at}`, { 'meta.words': 'Words of a note '.repeat(9) });
    });
    await t.settle(1_000);
    const later = contentOf(c);
    const seen: unknown[] = [];
    c.doc.on('update', () => seen.push(contentOf(c)));
    const restoring = t.snapshots.restore(t.board, row.id, 'facilitator');
    gates.ready.open();
    await t.settle(50);
    await vi.waitFor(() => expect(reached).toEqual(['ready', 'turnBack']));
    note(b, 'shape:late');
    await t.settle(1_000);
    const late = new Map(contentOf(b)).get('canvas/shape:late');
    expect(seen).toEqual([]);
    gates.turnBack.open();
    const before = await t.during(restoring);
    await t.settle(1_000);
    expect(seen[0]).toEqual(old);
    expect(seen).toHaveLength(2);
    expect(await t.content(before.id)).toEqual(later);
    for (const peer of [a, b, c])
      expect(contentOf(peer)).toEqual(sorted(new Map([...old, ['canvas/shape:late', late ?? '']])));
    expect(t.errors).toEqual([]);
  });

  it('[SNAP-10] a thread gives what the same work gives here, in pieces, with the whole document', async () => {
    const doc = randomBoard(3, { template: 'employment', commands: 20, drawings: 400 });
    const target = packChunks(chunksOf(readContent(doc)), new Set()).flatMap(({ bytes }) => bytes ?? []);
    const wanted = readContent(doc);
    changeBoard(doc, createRandom(4), 20, 'later');
    for (const id of doc.getMap('canvas').keys()) if (id.startsWith('shape:')) doc.getMap('canvas').delete(id);
    const job = { parts: [Y.encodeStateAsUpdate(doc)], target };
    const peer = new Y.Doc();
    for (const part of job.parts) Y.applyUpdate(peer, part);
    const vector = Y.encodeStateVector(peer);
    note({ doc: peer } as MemoryPeer, 'shape:late');
    const later = Y.encodeStateAsUpdate(peer, vector);
    const thread = restoreInThread(job);
    try {
      await thread.ready;
      const made = await thread.turnBack([later]);
      const here = new Restoration(job).turnBack([later]);
      expect(made.before).toEqual(here.before);
      expect(sorted(contentOfChunks(made.before.chunks.flatMap(({ bytes }) => bytes ?? [])))).toEqual(
        sorted(readContent(peer)),
      );
      expect(made.pieces.length).toBeGreaterThan(2);
      const whole = new Y.Doc();
      Y.applyUpdate(whole, made.state);
      for (const piece of made.pieces) Y.applyUpdate(peer, piece);
      for (const one of [peer, whole]) expect(sorted(readContent(one))).toEqual(sorted(wanted));
      expect(Y.encodeStateVector(whole)).toEqual(Y.encodeStateVector(peer));
      for (const part of [...job.parts, later, made.update ?? new Uint8Array()]) Y.applyUpdate(doc, part);
      expect(sorted(readContent(doc))).toEqual(sorted(wanted));
    } finally {
      thread.end();
    }
  });

  it('[SNAP-10] [SNAP-5] a board is turned back over a thread, and stays as it is when the thread ends early', async () => {
    const restorations: OpenRestoration[] = [];
    let isCut = true;
    const { t, a, b } = await started(
      {},
      {
        openRestoration: (job) => {
          const made = restoreInThread(job);
          restorations.push(made);
          if (!isCut) return made;
          return { ...made, turnBack: (later) => (made.end(), made.turnBack(later)) };
        },
      },
    );
    const row = await t.during(t.snapshots.take(t.board, { reason: 'person', name: 'x' }));
    const old = contentOf(a);
    note(b, 'shape:later');
    await t.settle(1_000);
    const later = contentOf(a);
    await expect(t.during(t.snapshots.restore(t.board, row.id, 'facilitator'))).rejects.toThrow('thread');
    expect(await t.snapshots.list(t.board)).toHaveLength(1);
    note(b, 'shape:more');
    b.doc.getMap('canvas').delete('shape:more');
    await t.settle(1_000);
    expect(contentOf(a)).toEqual(later);
    isCut = false;
    const before = await t.during(t.snapshots.restore(t.board, row.id, 'facilitator'));
    expect(contentOf(b)).toEqual(old);
    expect(await t.content(before.id)).toEqual(later);
    expect(restorations).toHaveLength(2);
    expect(t.errors).toEqual([]);
  });
});
