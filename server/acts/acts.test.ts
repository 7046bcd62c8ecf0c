/** Who changed what: derived by the real relay while ticks are applied, and made fewer with time. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openTestRelay, personId, type TestRelay } from '#server/testing/openTestRelay.ts';
import { writeStoredWorkshop } from '#server/workshop/StoredWorkshop.ts';
import { CommandMemory } from '#server/workshop/CommandMemory.ts';
import type { ActRow } from '#server/store/ActStore.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { type Act, readActs, writeActs } from '#server/relay/tick/Act.ts';
import { Acts } from './Acts.ts';
import { namesSince } from './namesUntil.ts';
import { tidyActs } from './tidyActs.ts';

const canvas = (peer: MemoryPeer): Y.Map<Y.Map<unknown>> => peer.doc.getMap('canvas');
const note = (peer: MemoryPeer, id: string): void =>
  void canvas(peer).set(
    id,
    new Y.Map<unknown>([
      ['base', { id, typeName: 'shape', type: 'note', props: {}, meta: {} }],
      ['pos', [1, 2, 0]],
      ['text', new Y.Text('Early bus')],
    ]),
  );
const textOf = (peer: MemoryPeer, id: string): Y.Text => {
  const text = canvas(peer).get(id)?.get('text');
  if (!(text instanceof Y.Text)) throw new Error('no text');
  return text;
};

/** What is told of the entries since the last look, by person. */
async function told(t: TestRelay, after = 0) {
  const rows = await t.store.listActs(t.board, after);
  return rows.map(({ content }) =>
    Object.fromEntries(readActs(content).map((act) => [act.person ?? act.by, plain(act)])),
  );
}

function plain({ made, removed, changed }: Act) {
  return {
    made: [...made],
    removed: [...removed],
    changed: Object.fromEntries([...changed].map(([key, names]) => [key, [...names]])),
  };
}

const [ana, ben, cem] = [1, 2, 3].map((number) => personId(number));
const versionOf = async (t: TestRelay): Promise<number> => (await t.store.loadDocument(t.board))?.version ?? 0;

async function three() {
  const t = await openTestRelay();
  const peers = [
    await t.join({ role: 'facilitator', person: 1 }),
    await t.join({ person: 2 }),
    await t.join({ person: 3 }),
  ];
  const [a, b, c] = peers;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three people');
  note(a, 'shape:one');
  note(a, 'shape:two');
  await t.settle(1_000);
  return { t, a, b, c, after: await versionOf(t) };
}

describe('who changed what', () => {
  it('[ACTS-1] stands beside the entry: what was made, changed and removed, by keys without content', async () => {
    const { t, a, b, after } = await three();
    expect(await told(t)).toEqual([
      { [String(ana)]: { made: ['canvas/shape:one', 'canvas/shape:two'], removed: [], changed: {} } },
    ]);
    b.doc.transact(() => {
      canvas(b).get('shape:one')?.set('pos', [5, 6, 0]);
      textOf(b, 'shape:one').insert(0, 'An ');
      textOf(b, 'shape:two').delete(0, 5);
    });
    await t.settle(1_000);
    canvas(a).delete('shape:two');
    await t.settle(1_000);
    expect(await told(t, after)).toEqual([
      {
        [String(ben)]: {
          made: [],
          removed: [],
          changed: { 'canvas/shape:one': ['pos', 'text'], 'canvas/shape:two': ['text'] },
        },
      },
      { [String(ana)]: { made: [], removed: ['canvas/shape:two'], changed: {} } },
    ]);
    const rows = await t.store.listActs(t.board, 0);
    expect(rows.every(({ content, hasPeople }) => hasPeople && !content.includes('Early'))).toBe(true);
    expect(readActs(rows.at(-1)?.content ?? '[]')[0]?.role).toBe('facilitator');
  });

  it('[ACTS-2] where several share a tick, each deletion is that of the person who sent it', async () => {
    const { t, a, b, c, after } = await three();
    const release = t.store.hold('append');
    canvas(c).get('shape:one')?.set('pos', [9, 9, 0]);
    await t.settle();
    // all of this waits for the commit, and then shares one tick
    note(a, 'shape:three');
    canvas(b).delete('shape:one');
    textOf(c, 'shape:two').delete(0, 5);
    textOf(a, 'shape:two').insert(9, 's');
    await t.settle();
    release();
    await t.settle(1_000);
    const rows = await told(t, after);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual({
      [String(ana)]: { made: ['canvas/shape:three'], removed: [], changed: { 'canvas/shape:two': ['text'] } },
      [String(ben)]: { made: [], removed: ['canvas/shape:one'], changed: {} },
      [String(cem)]: { made: [], removed: [], changed: { 'canvas/shape:two': ['text'] } },
    });
  });

  it('[ACTS-2] what two remove in one tick is that of the first, and a message that was not taken removed nothing', async () => {
    const { t, a, b, c, after } = await three();
    const release = t.store.hold('append');
    note(c, 'shape:hold');
    await t.settle();
    // a message under another person's writing id is refused, deletions and all
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(c.doc));
    forged.clientID = a.doc.clientID;
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(a.doc));
    const before = Y.encodeStateVector(forged);
    forged.transact(() => {
      forged.getMap('canvas').set('shape:forged', new Y.Map());
      forged.getMap('canvas').delete('shape:two');
    });
    Y.applyUpdate(c.doc, Y.encodeStateAsUpdate(forged, before), 'forged');
    await t.settle();
    canvas(b).delete('shape:two');
    b.flushOut();
    canvas(a).delete('shape:two');
    await t.settle();
    release();
    await t.settle(1_000);
    const all = (await told(t, after)).flatMap((row) => Object.entries(row));
    expect(all.filter(([, { removed }]) => removed.length > 0).map(([person]) => person)).toEqual([String(ben)]);
  });

  it("[ACTS-3] what the server writes by itself is nobody's", async () => {
    const { t, after } = await three();
    const done = t.relay.change(t.board, (doc) =>
      doc.getMap('canvas').set('shape:revealed', new Y.Map([['pos', [0, 0, 0]]])),
    );
    await t.settle(1_000);
    await done;
    expect(await told(t, after)).toEqual([{ server: { made: ['canvas/shape:revealed'], removed: [], changed: {} } }]);
    expect((await t.store.listActs(t.board, after))[0]).toMatchObject({ hasPeople: false });
  });

  it('[ACTS-1] an undo is an act of who presses it: what was removed is made again', async () => {
    const { t, a, after } = await three();
    const undo = new Y.UndoManager(a.doc.getMap('canvas'));
    canvas(a).delete('shape:one');
    await t.settle(1_000);
    undo.undo();
    await t.settle(1_000);
    expect(await told(t, after)).toEqual([
      { [String(ana)]: { made: [], removed: ['canvas/shape:one'], changed: {} } },
      { [String(ana)]: { made: ['canvas/shape:one'], removed: [], changed: {} } },
    ]);
  });
});

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.UTC(2031, 5, 15, 12);
const act = (person: typeof ana, key: string): Act => ({
  by: 'person',
  person: person ?? null,
  role: 'participant',
  made: new Set(),
  removed: new Set(),
  changed: new Map([[key, new Set(['pos'])]]),
});
const row = (version: number, atMs: number, ...acts: readonly Act[]): ActRow => ({
  version,
  atMs,
  hasPeople: true,
  content: writeActs(acts),
});

describe('with time', () => {
  it('[ACTS-4] rows of one minute become one, and those of the last two stay as they are', () => {
    const rows = [
      row(5, now - 10 * minute, act(ana, 'canvas/a')),
      row(6, now - 10 * minute + 59_999, act(ana, 'canvas/b'), act(ben, 'canvas/a')),
      row(7, now - 9 * minute, act(ana, 'canvas/a')),
      row(8, now - 2 * minute + 1, act(ana, 'canvas/a')),
      row(9, now - 1, act(ana, 'canvas/a')),
    ];
    const tidy = tidyActs(rows, 0, now);
    expect(tidy.map(({ version, atMs }) => [version, now - atMs])).toEqual([
      [6, 9 * minute + 1],
      [7, 9 * minute],
      [8, 2 * minute - 1],
      [9, 1],
    ]);
    expect(readActs(tidy[0]?.content ?? '[]').map((one) => [one.person, [...one.changed.keys()]])).toEqual([
      [ana, ['canvas/a', 'canvas/b']],
      [ben, ['canvas/a']],
    ]);
    expect(tidyActs(tidy, 0, now)).toEqual(tidy);
  });

  it('[ACTS-5] persons go 24 hours after the workshop, or after the act where none was held, and roles stay', () => {
    const none = { step: null, endedAt: null };
    expect(namesSince(none, now)).toBe(now - day);
    expect(namesSince({ step: 'one', endedAt: null }, now)).toBe(now - 7 * day);
    expect(namesSince({ step: null, endedAt: now - day + 1 }, now)).toBe(now - 7 * day);
    expect(namesSince({ step: null, endedAt: now - day }, now)).toBe(now - day);

    const rows = [
      row(1, now - day - 1, act(ana, 'canvas/a'), act(ben, 'canvas/b')),
      row(2, now - day, act(ana, 'canvas/a')),
    ];
    const tidy = tidyActs(rows, now - day, now);
    expect(tidy.map(({ hasPeople }) => hasPeople)).toEqual([false, true]);
    expect(tidy[0]?.content).not.toContain(String(ana));
    expect(readActs(tidy[0]?.content ?? '[]')).toMatchObject([{ person: null, role: 'participant' }]);
  });

  it('[ACTS-4] what is older than sixty days goes', () => {
    const rows = [row(1, now - 60 * day, act(ana, 'canvas/a')), row(2, now - 60 * day + 1, act(ana, 'canvas/a'))];
    expect(tidyActs(rows, now, now).map(({ version }) => version)).toEqual([2]);
  });

  it('[ACTS-5] nobody is given a person whose time is over, and the hourly sweep takes them from the disk of every board', async () => {
    const { t } = await three();
    const nowMs = (): number => t.clock.nowMs();
    const log = { info: () => {}, warn: () => {}, error: (event: string) => t.errors.push(event) };
    const acts = new Acts({ store: t.store, nowMs, log });
    const stored = async (): Promise<string> =>
      (await t.store.listActs(t.board, 0)).map(({ content }) => content).join();
    t.clock.advance(day - 10_000);
    await acts.sweep();
    expect(await stored()).toContain(String(ana));
    t.clock.advance(10_001);
    expect((await acts.read(t.board)).some(({ content }) => content.includes(String(ana)))).toBe(false);
    expect(await stored()).toContain(String(ana));
    const session = { ...emptyWorkshop, endedAt: nowMs() - 1 };
    await t.store.writeWorkshop(
      t.board,
      writeStoredWorkshop({ session, notes: {}, commands: new CommandMemory(), run: null }),
    );
    await acts.sweep();
    expect(await stored()).toContain(String(ana));
    t.clock.advance(day);
    await acts.sweep();
    expect(await stored()).not.toContain(String(ana));
    expect(await stored()).toContain('facilitator');
    expect(t.errors).toEqual([]);
  });
});
