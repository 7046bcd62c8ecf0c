/** Many people write at once, on several screens each, while an activity ends; over real SQLite, with a store that answers late. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { createRandom } from '#shared/testing/random.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { newBoard, newPersonId } from '#server/store/contract/rows.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import type { Store } from '#server/store/Store.ts';
import { NotStoredError } from '#server/store/storeErrors.ts';
import { memoryActivityKeys } from '#server/testing/memoryActivityKeys.ts';
import { newActivity } from './newActivity.ts';
import { changedEntry, type SealedEntry } from './SealedEntry.ts';
import { ActivityRows, type ActivityRowsOptions } from './ActivityRows.ts';
import { SealedRows, type SealedRowsOptions } from './SealedRows.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
let folder = '';
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'roundtable-rows-'));
  store = openSqliteStore({ folder, nowMs: () => 1 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** The store, as far away as a thread: each answer comes some turns later. `turns`: how many, anew for each call. */
function distant(turns: () => number): ActivityRowsOptions['store'] & SealedRowsOptions['store'] {
  const late = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let left = turns(); left > 0; left -= 1) await turn();
    const answer = await ask();
    for (let left = turns(); left > 0; left -= 1) await turn();
    return answer;
  };
  return {
    listActivities: (...args) => late(() => store.listActivities(...args)),
    listSealed: (...args) => late(() => store.listSealed(...args)),
    readSealed: (...args) => late(() => store.readSealed(...args)),
    changeSealed: (...args) => late(() => store.changeSealed(...args)),
    openActivity: (...args) => late(() => store.openActivity(...args)),
    replaceSealed: (...args) => late(() => store.replaceSealed(...args)),
    endActivity: (...args) => late(() => store.endActivity(...args)),
    listPeople: (...args) => late(() => store.listPeople(...args)),
    listSharers: (...args) => late(() => store.listSharers(...args)),
    listUntouchedSince: (...args) => late(() => store.listUntouchedSince(...args)),
    setAside: (...args) => late(() => store.setAside(...args)),
  };
}

interface Rows {
  readonly activities: ActivityRows;
  readonly rows: SealedRows;
}

function rowsOver(over: ActivityRowsOptions['store'] & SealedRowsOptions['store']): Rows {
  const keys = memoryActivityKeys();
  const activities = new ActivityRows({ store: over, keys, nowMs: () => 1, log });
  return { activities, rows: new SealedRows({ store: over, activities, keys, log }) };
}

async function openVote({ activities }: Rows): Promise<{ readonly board: BoardId; readonly activity: string }> {
  const { id: board, ...row } = newBoard();
  await store.createBoard({ id: board, ...row }, firstDocument());
  const asked = { kind: 'vote' as const, id: newSealedId(), question: 'Which?', options: [], dots: 20, cap: 20 };
  await activities.open(board, newActivity(asked, 0, 1));
  return { board, activity: asked.id };
}

const dotsOf = ({ dots }: SealedEntry): number => dots?.['a'] ?? 0;
const oneMore = (entry: SealedEntry): SealedEntry =>
  changedEntry({ ...entry, dots: { a: dotsOf(entry) + 1 } }, newSealedId());
const ended = { endedAtMs: 2, content: '{}', due: null, record: null };

describe('sealed rows', () => {
  it.each(Array.from({ length: 6 }, (_, seed) => seed))(
    '[SEALED-3] what was acknowledged is counted once and what was refused is not, however writers and the end meet (%i)',
    async (seed) => {
      const { below } = createRandom(seed);
      const made = rowsOver(distant(() => below(4)));
      const { rows } = made;
      const { board, activity } = await openVote(made);
      const people = Array.from({ length: 8 }, () => newPersonId());
      const acknowledged = new Map<PersonId, number>();
      let refused = 0;
      const write = async (person: PersonId, times: number): Promise<void> => {
        for (let left = times; left > 0; left -= 1)
          try {
            await rows.change(board, activity, person, oneMore);
            acknowledged.set(person, (acknowledged.get(person) ?? 0) + 1);
          } catch (error) {
            expect(error).toBeInstanceOf(NotStoredError);
            refused += 1;
          }
      };
      // each on two screens
      const writing = [...people, ...people].map((person) => write(person, 6));
      for (let wait = below(60); wait > 0; wait -= 1) await turn();
      let counted = new Map<PersonId, number>();
      await rows.end(board, activity, async (entries) => {
        counted = new Map([...entries].map(([person, entry]) => [person, dotsOf(entry)]));
        for (let wait = below(4); wait > 0; wait -= 1) await turn();
        return ended;
      });
      await Promise.all(writing);
      expect(counted).toEqual(acknowledged);
      expect([...acknowledged.values()].reduce((sum, count) => sum + count, refused)).toBe(people.length * 2 * 6);
      expect((await store.listSealed(board, activity)).size).toBe(0);
    },
  );

  it('[SEALED-3] an end comes to its end though people never stop writing', async () => {
    const made = rowsOver(distant(() => 2));
    const { rows } = made;
    const { board, activity } = await openVote(made);
    let counts = 0;
    const writing = Array.from({ length: 10 }, async () => {
      const person = newPersonId();
      for (;;) await rows.change(board, activity, person, oneMore);
    });
    for (let wait = 20; wait > 0; wait -= 1) await turn();
    const end = rows.end(board, activity, async () => {
      counts += 1;
      // long enough for whoever writes to write again
      for (let wait = 20; wait > 0; wait -= 1) await turn();
      return ended;
    });
    await Promise.allSettled([end, ...writing]);
    await end;
    for (const writes of writing) await expect(writes).rejects.toBeInstanceOf(NotStoredError);
    // those that were on their way, and then nobody
    expect(counts).toBeLessThanOrEqual(2);
  });

  it('[SEALED-3] an end that is refused lets people write on', async () => {
    const made = rowsOver(distant(() => 1));
    const { rows } = made;
    const { board, activity } = await openVote(made);
    const [a, b] = [newPersonId(), newPersonId()];
    await rows.change(board, activity, a, oneMore);
    const end = rows.end(board, activity, async () => {
      throw new RangeError('not yet');
    });
    const late = rows.change(board, activity, b, oneMore);
    await expect(end).rejects.toBeInstanceOf(RangeError);
    await late;
    expect([...(await rows.entries(board, activity)).values()].map(dotsOf)).toEqual([1, 1]);
  });

  it('[STORE-20] what nobody understands is set aside when its person writes again, and keeps nobody from ending', async () => {
    const made = rowsOver(store);
    const { rows } = made;
    const { board, activity } = await openVote(made);
    const [a, b] = [newPersonId(), newPersonId()];
    for (const person of [a, b]) await store.changeSealed(board, activity, person, { from: null, to: '{"dots":' });
    await rows.change(board, activity, a, oneMore);
    let counted = 0;
    await rows.end(board, activity, async (entries) => {
      counted = entries.size;
      return ended;
    });
    expect(counted).toBe(1);
  });
});
