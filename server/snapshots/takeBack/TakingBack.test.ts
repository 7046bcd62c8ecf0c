/** Taking back what one person did, over the real relay with several people and a clock that the test moves. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContent, parsePart } from '#shared/board/content.ts';
import { readActs } from '#server/relay/tick/Act.ts';
import { changeBoard } from '#shared/testing/randomBoard.ts';
import { createRandom } from '#shared/testing/random.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import { restoreInThread } from '#server/snapshots/openRestoration.ts';
import { TakingBack } from './TakingBack.ts';
import {
  openTestSnapshots,
  sorted,
  type TestSnapshots,
  type TestSnapshotsOptions,
} from '#server/snapshots/testing/testSnapshots.ts';

const minute = 60_000;
const open: TestSnapshots[] = [];
afterEach(async () => {
  for (const t of open.splice(0)) await t.relay.stop();
});

/** Maya leads, Jordan and Ines take part. */
async function workshop(more: TestSnapshotsOptions = {}, limits = {}) {
  const t = await openTestSnapshots(limits, { isTimed: true, ...more });
  open.push(t);
  const maya = await t.join({ role: 'facilitator', person: 1 });
  const jordan = await t.join({ person: 2 });
  const ines = await t.join({ person: 3 });
  const since = (): number => t.clock.nowMs();
  const preview = (sinceMs = 0, person = 2) => t.takingBack.preview(t.board, { person: personId(person), sinceMs });
  const takeBack = async (sinceMs = 0, person = 2) => {
    const done = await t.during(t.takingBack.takeBack(t.board, { person: personId(person), sinceMs }, 'facilitator'));
    await t.settle(1_000);
    return done;
  };
  return { t, maya, jordan, ines, since, preview, takeBack };
}

const canvas = (peer: MemoryPeer): Y.Map<Y.Map<unknown>> => peer.doc.getMap('canvas');
const page = 'page:page';
function note(peer: MemoryPeer, id: string, words = 'Early bus', parentId = page): void {
  const base = { id, typeName: 'shape', type: 'note', parentId, props: {}, meta: {} };
  canvas(peer).set(
    id,
    new Y.Map<unknown>([
      ['base', base],
      ['pos', [1, 2, 0]],
      ['text', new Y.Text(words)],
    ]),
  );
}
const textOf = (peer: MemoryPeer, id: string): Y.Text => {
  const text = canvas(peer).get(id)?.get('text');
  if (!(text instanceof Y.Text)) throw new Error(`no text in ${id}`);
  return text;
};
const collection = (peer: MemoryPeer, name: string): Y.Map<Y.Map<unknown>> => {
  const found = peer.doc.getMap('map').get(name);
  if (!(found instanceof Y.Map)) throw new Error(`no ${name}`);
  return found as Y.Map<Y.Map<unknown>>;
};
const contentOf = (peer: MemoryPeer) => sorted(readContent(peer.doc));
async function pass(t: TestSnapshots, ms: number): Promise<void> {
  for (let rest = ms; rest > 0; rest -= 30_000) await t.settle(Math.min(rest, 30_000));
}

describe('taking back what one person did', () => {
  it('[TAKEBACK-1] nine deletions every ten seconds all come back, and honest work of that time stays', async () => {
    const w = await workshop();
    w.maya.doc.transact(() => {
      for (let at = 0; at < 90; at++) note(w.maya, `shape:m${at}`, `Idea ${at}`);
    });
    await pass(w.t, 12 * minute);
    for (let turn = 0; turn < 10; turn++) {
      for (let at = 0; at < 9; at++) canvas(w.jordan).delete(`shape:m${turn * 9 + at}`);
      note(w.ines, `shape:i${turn}`, `Honest ${turn}`);
      await w.t.settle(10_000);
    }
    expect([...canvas(w.maya).keys()].filter((id) => id.startsWith('shape:m'))).toEqual([]);
    const { report } = await w.takeBack(w.since() - 10 * minute);
    expect(report).toEqual({ back: { drawings: 90 }, gone: {}, changed: {}, stays: [] });
    for (let at = 0; at < 90; at++) expect(textOf(w.ines, `shape:m${at}`).toString()).toBe(`Idea ${at}`);
    expect([...canvas(w.maya).keys()].filter((id) => id.startsWith('shape:i'))).toHaveLength(10);
    for (const peer of [w.jordan, w.ines]) expect(contentOf(peer)).toEqual(contentOf(w.maya));
    expect(w.t.errors).toEqual([]);
  });

  it('[TAKEBACK-1] forty texts emptied say again what they said, with what others did to these things since', async () => {
    const w = await workshop();
    w.maya.doc.transact(() => {
      for (let at = 0; at < 40; at++) note(w.maya, `shape:m${at}`, `Idea ${at}`);
    });
    await pass(w.t, 12 * minute);
    for (let at = 0; at < 40; at++) {
      const text = textOf(w.jordan, `shape:m${at}`);
      text.delete(0, text.length);
      if (at % 2 === 0) canvas(w.ines).get(`shape:m${at}`)?.set('pos', [at, at, 0]);
      await w.t.settle(15_000);
    }
    const { report } = await w.takeBack(w.since() - 15 * minute);
    expect(report).toMatchObject({ back: {}, gone: {}, changed: { drawings: 40 }, stays: [] });
    for (let at = 0; at < 40; at++) {
      expect(textOf(w.maya, `shape:m${at}`).toString()).toBe(`Idea ${at}`);
      expect(canvas(w.maya).get(`shape:m${at}`)?.get('pos')).toEqual(at % 2 === 0 ? [at, at, 0] : [1, 2, 0]);
    }
  });

  it('[TAKEBACK-2] what others touched afterwards stays and is listed, what they did before stays in it', async () => {
    const w = await workshop();
    for (const id of ['shape:after', 'shape:before', 'shape:made']) note(w.maya, id);
    await pass(w.t, 4 * minute);
    const since = w.since();
    textOf(w.ines, 'shape:before').insert(0, 'An ');
    await pass(w.t, 3 * minute);
    for (const id of ['shape:after', 'shape:before']) textOf(w.jordan, id).delete(0, 3);
    note(w.jordan, 'shape:own');
    note(w.jordan, 'shape:shared');
    await pass(w.t, 3 * minute);
    textOf(w.ines, 'shape:after').insert(0, 'L');
    canvas(w.ines).get('shape:shared')?.set('pos', [7, 7, 0]);
    await pass(w.t, 3 * minute);
    const preview = await w.preview(since);
    expect(preview).toEqual({
      back: {},
      gone: { drawings: 1 },
      changed: { drawings: 1 },
      stays: [
        { key: 'canvas/shape:after', why: 'touched' },
        { key: 'canvas/shape:shared', why: 'touched' },
      ],
    });
    const { report } = await w.takeBack(since);
    expect(report).toEqual(preview);
    expect(textOf(w.maya, 'shape:before').toString()).toBe('An Early bus');
    expect(textOf(w.maya, 'shape:after').toString()).toBe('Lly bus');
    expect([canvas(w.maya).has('shape:own'), canvas(w.maya).has('shape:shared')]).toEqual([false, true]);
  });

  it('[TAKEBACK-2] only what was done since the time; what the person did before it stays', async () => {
    const w = await workshop();
    note(w.maya, 'shape:one');
    await pass(w.t, 3 * minute);
    textOf(w.jordan, 'shape:one').insert(0, 'Good: ');
    note(w.jordan, 'shape:early');
    await pass(w.t, 5 * minute);
    const since = w.since();
    textOf(w.jordan, 'shape:one').delete(0, 17);
    canvas(w.jordan).delete('shape:early');
    await pass(w.t, 3 * minute);
    await w.takeBack(since);
    expect(textOf(w.maya, 'shape:one').toString()).toBe('Good: Early bus');
    expect(textOf(w.maya, 'shape:early').toString()).toBe('Early bus');
    // and then also that
    await w.takeBack(0);
    expect(textOf(w.maya, 'shape:one').toString()).toBe('Early bus');
    expect(canvas(w.maya).has('shape:early')).toBe(false);
  });

  it('[TAKEBACK-3] is one step: everybody hears of it, and restoring what was kept before brings all of it', async () => {
    const w = await workshop();
    note(w.maya, 'shape:one');
    await pass(w.t, 3 * minute);
    canvas(w.jordan).delete('shape:one');
    note(w.jordan, 'shape:two');
    await w.t.settle(1_000);
    const spoiled = contentOf(w.ines);
    const { before } = await w.takeBack(0);
    expect(before).toMatchObject({ reason: 'takeBack', name: null, byRole: 'facilitator' });
    for (const peer of [w.maya, w.jordan, w.ines])
      expect(peer.messages.filter((message) => message.type === 'snapshots' && message.event === 'tookBack')).toEqual([
        expect.objectContaining({ id: before.id, name: null }),
      ]);
    expect([canvas(w.ines).has('shape:one'), canvas(w.ines).has('shape:two')]).toEqual([true, false]);
    await w.t.during(w.t.snapshots.restore(w.t.board, before.id, 'facilitator'));
    await w.t.settle(1_000);
    expect(contentOf(w.ines)).toEqual(spoiled);
  });

  it('[TAKEBACK-4] what others made hangs on nothing that goes, and what comes back stands on something', async () => {
    const w = await workshop();
    const organizations = (peer: MemoryPeer) => collection(peer, 'organizations');
    organizations(w.jordan).set('theirs0000000001', new Y.Map([['name', 'Theirs']]));
    organizations(w.jordan).set('alone00000000001', new Y.Map([['name', 'Alone']]));
    const frame = { id: 'shape:frame', typeName: 'shape', type: 'frame', parentId: page, props: {}, meta: {} };
    canvas(w.jordan).set(
      'shape:frame',
      new Y.Map<unknown>([
        ['base', frame],
        ['pos', [0, 0, 0]],
      ]),
    );
    await pass(w.t, 3 * minute);
    collection(w.ines, 'placements').set(
      'place00000000001',
      new Y.Map<unknown>([
        ['organization_id', 'theirs0000000001'],
        ['interest_id', null],
      ]),
    );
    note(w.ines, 'shape:inside', 'In it', 'shape:frame');
    note(w.ines, 'shape:free');
    await pass(w.t, 3 * minute);
    // removed with the ground it stood on, which somebody else's deletion then keeps away
    canvas(w.ines).set('page:two', new Y.Map<unknown>([['base', { id: 'page:two', typeName: 'page', name: 'Two' }]]));
    note(w.ines, 'shape:there', 'On two', 'page:two');
    await pass(w.t, 3 * minute);
    canvas(w.jordan).delete('shape:there');
    await w.t.settle(1_000);
    canvas(w.maya).delete('page:two');
    await pass(w.t, 3 * minute);
    const { report } = await w.takeBack(0);
    expect(report.stays).toEqual([
      { key: 'canvas/shape:frame', why: 'needed' },
      { key: 'canvas/shape:there', why: 'groundless' },
      { key: 'map/organizations/theirs0000000001', why: 'needed' },
    ]);
    expect([...organizations(w.maya).keys()].filter((id) => id.endsWith('00000001'))).toEqual(['theirs0000000001']);
    expect(canvas(w.maya).has('shape:frame')).toBe(true);
    expect(canvas(w.maya).has('shape:there')).toBe(false);
  });

  it('[TAKEBACK-1] also when the journal was compacted and the server started anew: out of the moments', async () => {
    const w = await workshop({}, { roomIdleMs: 30_000 });
    w.maya.doc.transact(() => {
      for (let at = 0; at < 12; at++) note(w.maya, `shape:m${at}`, `Idea ${at}`);
    });
    await pass(w.t, 12 * minute);
    for (let at = 0; at < 12; at++) {
      if (at % 2 === 0) canvas(w.jordan).delete(`shape:m${at}`);
      else textOf(w.jordan, `shape:m${at}`).delete(0, 6);
      await w.t.settle(15_000);
    }
    for (const peer of [w.maya, w.jordan, w.ines]) peer.disconnect();
    await w.t.settle(31_000);
    expect((await w.t.store.loadDocument(w.t.board))?.updates).toEqual([]);
    await w.t.acts.tidy(w.t.board);
    const { report } = await w.takeBack(0);
    expect(report).toEqual({ back: { drawings: 6 }, gone: {}, changed: { drawings: 6 }, stays: [] });
    await w.t.rejoin(w.maya);
    for (let at = 0; at < 12; at++) expect(textOf(w.maya, `shape:m${at}`).toString()).toBe(`Idea ${at}`);
  });

  it('[TAKEBACK-2] where no state of between is left, a change stays and is listed, and a removal comes back as it was a little earlier', async () => {
    const w = await workshop({}, { roomIdleMs: 30_000 });
    for (const id of ['shape:text', 'shape:gone']) note(w.maya, id);
    await pass(w.t, 12 * minute);
    // in one minute, between two moments
    for (const id of ['shape:text', 'shape:gone']) textOf(w.ines, id).insert(0, 'An ');
    await w.t.settle(1_000);
    textOf(w.jordan, 'shape:text').delete(0, 6);
    canvas(w.jordan).delete('shape:gone');
    await w.t.settle(1_000);
    for (const peer of [w.maya, w.jordan, w.ines]) peer.disconnect();
    await w.t.settle(31_000);
    const { report } = await w.takeBack(0);
    expect(report).toEqual({
      back: { drawings: 1 },
      gone: {},
      changed: {},
      stays: [{ key: 'canvas/shape:text', why: 'unknown' }],
    });
    await w.t.rejoin(w.maya);
    expect(textOf(w.maya, 'shape:gone').toString()).toBe('Early bus');
    expect(textOf(w.maya, 'shape:text').toString()).toBe('ly bus');
  });

  it('[TAKEBACK-5] on a full disk nothing is taken back and nothing is lost', async () => {
    const w = await workshop();
    note(w.maya, 'shape:one');
    await pass(w.t, 3 * minute);
    canvas(w.jordan).delete('shape:one');
    await w.t.settle(1_000);
    const before = contentOf(w.maya);
    w.t.store.fail('keepSnapshot');
    await expect(w.takeBack(0)).rejects.toThrow('keepSnapshot');
    await w.t.settle(1_000);
    expect(contentOf(w.maya)).toEqual(before);
    await w.takeBack(0);
    expect(canvas(w.maya).has('shape:one')).toBe(true);
  });

  it('[TAKEBACK-1] looked at in a thread, as a large board is, it is the same', async () => {
    const w = await workshop();
    note(w.maya, 'shape:one');
    await pass(w.t, 3 * minute);
    canvas(w.jordan).delete('shape:one');
    note(w.jordan, 'shape:two');
    await w.t.settle(1_000);
    const { store, relay, acts, snapshots } = w.t;
    const large = new TakingBack({ store, relay, acts, snapshots, openRestoration: restoreInThread });
    expect(await large.preview(w.t.board, { person: personId(2), sinceMs: 0 })).toEqual(await w.preview());
  });
});

describe('any work of three people', () => {
  it.each([1, 2, 3, 4])(
    '[TAKEBACK-1] [TAKEBACK-2] what only one touched is as it was, what others touched is as it is (seed %i)',
    async (seed) => {
      const w = await workshop();
      const random = createRandom(seed);
      changeBoard(w.maya.doc, random, 60, 'start');
      for (let at = 0; at < 12; at++) note(w.maya, `shape:s${at}`, `Start ${at}`);
      await w.t.settle(5_000);
      const was = readContent(w.maya.doc);
      const since = w.since();
      const peers = [w.maya, w.jordan, w.ines];
      for (let turn = 0; turn < 40; turn++) {
        const peer = peers[random.below(3)] ?? w.maya;
        const id = `shape:s${random.below(12)}`;
        const there = canvas(peer).get(id);
        const act = random.below(6);
        if (act === 0) changeBoard(peer.doc, random, 2, `t${turn}`);
        else if (act === 1) note(peer, `shape:n${turn}`);
        else if (there !== undefined && act === 2) canvas(peer).delete(id);
        else if (there !== undefined && act === 3) textOf(peer, id).insert(0, `${turn} `);
        else if (there !== undefined) there.set('pos', [turn, seed, 0]);
        await w.t.settle(random.below(3) === 0 ? 4_000 : 0);
      }
      await w.t.settle(5_000);
      const now = readContent(w.maya.doc);
      const rows = await w.t.acts.read(w.t.board);
      const [theirs, others] = [new Set<string>(), new Set<string>()];
      for (const { atMs, content } of rows)
        for (const act of readActs(content)) {
          if (atMs < since) continue;
          const keys = [...act.made, ...act.removed, ...act.changed.keys()];
          for (const key of keys) (act.person === personId(2) ? theirs : others).add(key);
        }
      const { report } = await w.takeBack(since);
      const kept = new Set(report.stays.map(({ key }) => key));
      const is = readContent(w.maya.doc);
      const plain = (text: string | undefined) => (text === undefined ? undefined : parsePart(text));
      for (const key of new Set([...was.keys(), ...now.keys(), ...is.keys()])) {
        if (!theirs.has(key)) expect([key, is.get(key)]).toEqual([key, now.get(key)]);
        else if (!others.has(key) && !kept.has(key))
          expect([key, plain(is.get(key))]).toEqual([key, plain(was.get(key))]);
      }
      expect(theirs.size).toBeGreaterThan(3);
      for (const peer of peers) expect(contentOf(peer)).toEqual(contentOf(w.maya));
      expect(w.t.errors).toEqual([]);
    },
  );
});
