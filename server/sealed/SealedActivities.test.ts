/** What happens to activities when the disk or the process fails, with a real relay over a store that can be broken. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { createRelay } from '#server/relay/createRelay.ts';
import type { Log } from '#server/log/Log.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { newBoard, newPerson } from '#server/store/contract/rows.ts';
import { createMemoryStore } from '#server/store/memory/createMemoryStore.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { memoryActivityKeys } from '#server/testing/memoryActivityKeys.ts';
import { newActivity } from './newActivity.ts';
import { SealedActivities } from './SealedActivities.ts';

interface World {
  readonly store: FaultyStore;
  readonly clock: ManualClock;
  readonly board: BoardId;
  readonly people: readonly PersonId[];
  /** a server over the same store, as after a restart */
  start(): { readonly activities: SealedActivities; readonly relay: Relay };
  /** faults that an operator reads, with their causes */
  readonly logged: { readonly event: string; readonly againMs: unknown; readonly error: unknown }[];
  settle(ms?: number): Promise<void>;
  ideas(): Promise<number>;
}

async function world(): Promise<World> {
  const clock = new ManualClock();
  const store = new FaultyStore(createMemoryStore({ nowMs: () => clock.nowMs() }));
  const row = newBoard();
  await store.createBoard(row, firstDocument());
  const people = [newPerson(row.id), newPerson(row.id), newPerson(row.id)];
  for (const person of people) await store.addPerson(person);
  const keys = memoryActivityKeys();
  const logged: World['logged'] = [];
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (event, { againMs }, error) => logged.push({ event, againMs, error }),
  };
  const meter = { count: () => {}, observe: () => {} };
  return {
    store,
    clock,
    logged,
    board: row.id,
    people: people.map(({ id }) => id),
    start() {
      const activities = new SealedActivities({ store, keys, relay: () => relay, clock, log, newId: newSealedId });
      const relay = createRelay({ companions: [activities], store, limits: defaultLimits, clock, log, meter });
      return { activities, relay };
    },
    async settle(ms = 0) {
      if (ms > 0) clock.advance(ms);
      for (let turn = 0; turn < 12; turn++) {
        clock.turn();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async ideas() {
      const doc = new Y.Doc();
      const stored = await store.loadDocument(row.id);
      for (const part of [stored?.snapshot ?? null, ...(stored?.updates ?? [])])
        if (part !== null) Y.applyUpdate(doc, part);
      return readMap(doc).ideas.length;
    },
  };
}

const ideas = (): OpenActivity => ({
  kind: 'ideas',
  id: newSealedId(),
  prompt: 'Who?',
  named: false,
  target: { kind: 'sheet' },
});
const reveal = { to: 'revealed', evenIfFew: false } as const;

async function written(w: World, activities: SealedActivities): Promise<string> {
  const activity = ideas();
  const [first] = w.people;
  if (first === undefined) throw new Error('nobody');
  await activities.open(w.board, first, activity);
  await write(w, activities, activity.id);
  return activity.id;
}

/** An idea of everybody. */
async function write(w: World, activities: SealedActivities, activity: string): Promise<void> {
  for (const person of w.people) {
    const idea = { id: newSealedId(), text: 'an idea', from: 0, change: newSealedId() };
    await activities.writeIdea(w.board, person, activity, idea);
  }
}

describe('rounds when something fails', () => {
  it('[SEALED-6] a server that is killed between the end and the document writes it when the board is opened again, once', async () => {
    const w = await world();
    const before = w.start();
    const activity = await written(w, before.activities);
    // the first process dies while it waits for the disk
    w.store.hold('append');
    void before.activities.end(w.board, activity, reveal, '2026-05-04').catch(() => undefined);
    await w.settle();
    expect((await w.store.listActivities(w.board))[0]?.due).toContain('an idea');
    expect((await w.store.listSealed(w.board, activity)).size).toBe(0);
    expect(await w.ideas()).toBe(0);
    w.store.hold('append')();

    const after = w.start();
    void after.relay.change(w.board, () => null);
    await w.settle();
    await w.settle(1);
    expect(await w.ideas()).toBe(3);
    expect((await w.store.listActivities(w.board))[0]?.due).toBeNull();
  });

  it('[SEALED-6] an open activity of an older program, with sticky notes as its place, ends on a sheet', async () => {
    const w = await world();
    const asked = newActivity(ideas(), 0, 1);
    const { id } = asked;
    const content = JSON.stringify({ ...asked, target: { kind: 'notes', page: 'page:page', x: 0, y: 0 } });
    await w.store.openActivity({ id, board: w.board, openedAtMs: 1, endedAtMs: null, content, due: null });
    const { activities } = w.start();
    await write(w, activities, id);
    const end = activities.end(w.board, id, reveal, '2026-05-04');
    await w.settle();
    await end;
    expect(await w.ideas()).toBe(3);
  });

  it('[SEALED-6] what was written but not noted as written is not written twice', async () => {
    const w = await world();
    const { activities } = w.start();
    const activity = await written(w, activities);
    w.store.fail('settleActivity');
    const end = activities.end(w.board, activity, reveal, '2026-05-04');
    await w.settle();
    await end;
    expect(await w.ideas()).toBe(3);
    expect((await w.store.listActivities(w.board))[0]?.due).not.toBeNull();
    await w.settle(6_000);
    expect(await w.ideas()).toBe(3);
    expect((await w.store.listActivities(w.board))[0]?.due).toBeNull();
  });

  it('[SEALED-19] what cannot be written waits longer each time, with its cause in the log', async () => {
    const w = await world();
    const { activities, relay } = w.start();
    const activity = await written(w, activities);
    void relay.change(w.board, () => null);
    await w.settle();
    for (let times = 0; times < 2; times += 1) w.store.fail('settleActivity', new Error('the disk is gone'));
    const end = activities.end(w.board, activity, reveal, '2026-05-04');
    await w.settle();
    await end;
    await w.settle(4_999);
    expect(w.logged).toHaveLength(1);
    await w.settle(1);
    expect(w.logged).toEqual(
      [5_000, 10_000].map((againMs) => ({
        event: 'sealed.resultWaits',
        againMs,
        error: new Error('the disk is gone'),
      })),
    );
    await w.settle(9_999);
    expect((await w.store.listActivities(w.board))[0]?.due).not.toBeNull();
    await w.settle(1);
    expect((await w.store.listActivities(w.board))[0]?.due).toBeNull();
    expect(await w.ideas()).toBe(3);
  });

  it('[SEALED-3] a disk that refuses the end changes nothing: the round is open, its ideas are there, and it ends later', async () => {
    const w = await world();
    const { activities } = w.start();
    const activity = await written(w, activities);
    w.store.isFull = true;
    await expect(activities.end(w.board, activity, reveal, '2026-05-04')).rejects.toBeInstanceOf(StorageFullError);
    expect((await w.store.listSealed(w.board, activity)).size).toBe(3);
    w.store.isFull = false;
    const end = activities.end(w.board, activity, reveal, '2026-05-04');
    await w.settle();
    await end;
    expect(await w.ideas()).toBe(3);
  });

  it('[SEALED-1] after a restart the round is open, and everybody finds what is theirs', async () => {
    const w = await world();
    const activity = await written(w, w.start().activities);
    const { activities } = w.start();
    for (const person of w.people) {
      const { mine, rounds: all } = await activities.state(w.board, person);
      expect(mine).toMatchObject([{ round: activity, ideas: [{ text: 'an idea' }] }]);
      expect(all).toMatchObject([{ id: activity, status: 'open', ideas: 3, writers: 3 }]);
    }
  });
});
