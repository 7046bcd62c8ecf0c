/** What happens to rounds when the disk or the process fails, with a real relay over a store that can be broken. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OpenRound } from '#shared/wire/SealedRequest.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { readRecord } from '#shared/board/record.ts';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { createRelay } from '#server/relay/createRelay.ts';
import type { Log } from '#server/log/Log.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { newBoard, newPerson } from '#server/store/contract/rows.ts';
import { createMemoryStore } from '#server/store/memory/createMemoryStore.ts';
import { StorageFullError } from '#server/store/Store.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { memoryRoundKeys } from '#server/testing/memoryRoundKeys.ts';
import { SealedRounds } from './SealedActivities.ts';

interface World {
  readonly store: FaultyStore;
  readonly clock: ManualClock;
  readonly board: BoardId;
  readonly people: readonly PersonId[];
  /** a server over the same store, as after a restart */
  start(): { readonly rounds: SealedRounds; readonly relay: Relay };
  /** faults that an operator reads, with their causes */
  readonly logged: { readonly event: string; readonly againMs: unknown; readonly error: unknown }[];
  settle(ms?: number): Promise<void>;
  notes(): Promise<number>;
}

async function world(): Promise<World> {
  const clock = new ManualClock();
  const store = new FaultyStore(createMemoryStore({ nowMs: () => clock.nowMs() }));
  const row = newBoard();
  await store.createBoard(row, firstDocument());
  const people = [newPerson(row.id), newPerson(row.id), newPerson(row.id)];
  for (const person of people) await store.addPerson(person);
  const keys = memoryRoundKeys();
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
      const rounds = new SealedRounds({ store, keys, relay: () => relay, clock, log, newId: newSealedId });
      const relay = createRelay({ companions: [rounds], store, limits: defaultLimits, clock, log, meter });
      return { rounds, relay };
    },
    async settle(ms = 0) {
      if (ms > 0) clock.advance(ms);
      for (let turn = 0; turn < 12; turn++) {
        clock.turn();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async notes() {
      const doc = new Y.Doc();
      const stored = await store.loadDocument(row.id);
      for (const part of [stored?.snapshot ?? null, ...(stored?.updates ?? [])])
        if (part !== null) Y.applyUpdate(doc, part);
      const records = [...doc.getMap('canvas').entries()].map(([id, entry]) => readRecord(id, entry));
      return records.filter((read) => read.ok && read.record['type'] === 'note').length;
    },
  };
}

const ideas = (): OpenRound => ({
  kind: 'ideas',
  id: newSealedId(),
  prompt: 'Who?',
  named: false,
  target: { kind: 'notes', page: 'page:page', x: 0, y: 0 },
});
const reveal = { to: 'revealed', evenIfFew: false } as const;

async function written(w: World, rounds: SealedRounds): Promise<string> {
  const round = ideas();
  const [first] = w.people;
  if (first === undefined) throw new Error('nobody');
  await rounds.open(w.board, first, round);
  for (const person of w.people)
    await rounds.writeIdea(w.board, person, round.id, {
      id: newSealedId(),
      text: 'an idea',
      from: 0,
      change: newSealedId(),
    });
  return round.id;
}

describe('rounds when something fails', () => {
  it('[SEALED-6] a server that is killed between the end and the document writes it when the board is opened again, once', async () => {
    const w = await world();
    const before = w.start();
    const round = await written(w, before.rounds);
    // the first process dies while it waits for the disk
    w.store.hold('append');
    void before.rounds.end(w.board, round, reveal, '2026-05-04').catch(() => undefined);
    await w.settle();
    expect((await w.store.listRounds(w.board))[0]?.due).toContain('an idea');
    expect((await w.store.listSealed(w.board, round)).size).toBe(0);
    expect(await w.notes()).toBe(0);
    w.store.hold('append')();

    const after = w.start();
    void after.relay.change(w.board, () => null);
    await w.settle();
    await w.settle(1);
    expect(await w.notes()).toBe(3);
    expect((await w.store.listRounds(w.board))[0]?.due).toBeNull();
  });

  it('[SEALED-6] what was written but not noted as written is not written twice', async () => {
    const w = await world();
    const { rounds } = w.start();
    const round = await written(w, rounds);
    w.store.fail('settleRound');
    const end = rounds.end(w.board, round, reveal, '2026-05-04');
    await w.settle();
    await end;
    expect(await w.notes()).toBe(3);
    expect((await w.store.listRounds(w.board))[0]?.due).not.toBeNull();
    await w.settle(6_000);
    expect(await w.notes()).toBe(3);
    expect((await w.store.listRounds(w.board))[0]?.due).toBeNull();
  });

  it('[SEALED-19] what cannot be written waits longer each time, with its cause in the log', async () => {
    const w = await world();
    const { rounds, relay } = w.start();
    const round = await written(w, rounds);
    void relay.change(w.board, () => null);
    await w.settle();
    for (let times = 0; times < 2; times += 1) w.store.fail('settleRound', new Error('the disk is gone'));
    const end = rounds.end(w.board, round, reveal, '2026-05-04');
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
    expect((await w.store.listRounds(w.board))[0]?.due).not.toBeNull();
    await w.settle(1);
    expect((await w.store.listRounds(w.board))[0]?.due).toBeNull();
    expect(await w.notes()).toBe(3);
  });

  it('[SEALED-3] a disk that refuses the end changes nothing: the round is open, its ideas are there, and it ends later', async () => {
    const w = await world();
    const { rounds } = w.start();
    const round = await written(w, rounds);
    w.store.isFull = true;
    await expect(rounds.end(w.board, round, reveal, '2026-05-04')).rejects.toBeInstanceOf(StorageFullError);
    expect((await w.store.listSealed(w.board, round)).size).toBe(3);
    w.store.isFull = false;
    const end = rounds.end(w.board, round, reveal, '2026-05-04');
    await w.settle();
    await end;
    expect(await w.notes()).toBe(3);
  });

  it('[SEALED-1] after a restart the round is open, and everybody finds what is theirs', async () => {
    const w = await world();
    const round = await written(w, w.start().rounds);
    const { rounds } = w.start();
    for (const person of w.people) {
      const { mine, rounds: all } = await rounds.state(w.board, person);
      expect(mine).toMatchObject([{ round, ideas: [{ text: 'an idea' }] }]);
      expect(all).toMatchObject([{ id: round, status: 'open', ideas: 3, writers: 3 }]);
    }
  });
});
