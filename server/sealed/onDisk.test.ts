/** What private ideas, votes and pulses leave in files: of the data folder, and of backups that are put back. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import { BoardId } from '#shared/wire/ids.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
import { databaseFile } from '#server/store/sqlite/DataFolder.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import type { Store } from '#server/store/Store.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { openBoard } from '#server/testing/openBoard.ts';
import { SealedPerson } from '#server/testing/SealedPerson.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, sealedPerMinute: 100_000 };
const answers = { reliability: 4, truth: 4, ability: 4, strength: 4, safe_to_disagree: 4, clear_rules: 4 };
/** Of which there is none on disk while a round is open, but for the texts after a reveal. */
const traces = ['"answers":{', '"reliability":', '"dots":{', '"abstains":', '"ideas":[', '"changes":['];

let root = '';
let folder = '';
let server: TestServer;
beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'roundtable-disk-'));
  folder = path.join(root, 'data');
  server = await startServer({ limits, folder });
});
afterEach(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

/** The same data, or other data at the same place, under a new process. */
async function startAgain(on = folder): Promise<void> {
  await server.stop();
  server = await startServer({ limits, folder: on });
}

/** Everything in the files of a folder, or in a file. */
function bytesOf(place: string): Buffer {
  if (place.endsWith('.sqlite')) return readFileSync(place);
  const files = readdirSync(place, { withFileTypes: true, recursive: true }).filter((file) => file.isFile());
  return Buffer.concat(files.map((file) => readFileSync(path.join(file.parentPath, file.name))));
}

const keyFiles = (): string[] => {
  const keys = path.join(folder, 'round-keys');
  return existsSync(keys) ? readdirSync(keys) : [];
};

interface Open {
  readonly board: BoardCreated;
  readonly alma: SealedPerson;
  readonly writers: readonly SealedPerson[];
  readonly ideas: OpenActivity;
  readonly vote: OpenActivity;
  readonly pulse: OpenActivity;
  readonly rounds: readonly OpenActivity[];
  /** of ideas, which exist in sealed rows only */
  readonly ids: readonly string[];
}

/** A board on which one round of each kind is open, with something in each from everybody, changed again and again. */
async function openRounds(writerCount = 4): Promise<Open> {
  const board = await openBoard(server);
  const alma = await SealedPerson.join(server, board, 'facilitator', 'Alma');
  const writers = await Promise.all(
    Array.from({ length: writerCount }, (_, n) => SealedPerson.join(server, board, 'participant', `Writer ${n}`)),
  );
  const target = { kind: 'sheet' } as const;
  const options = ['Schools', 'Housing'].map((label, n) => ({ id: `o${n}`, label, ref: null }));
  const ideas: OpenActivity = { kind: 'ideas', id: newId(), prompt: 'Who is missing?', named: false, target };
  const vote: OpenActivity = { kind: 'vote', id: newId(), question: 'Which?', options, dots: 3, cap: 2 };
  const pulse: OpenActivity = { kind: 'pulse', id: newId() };
  const rounds = [ideas, vote, pulse];
  for (const one of rounds) expect(await alma.tries('POST', '', one)).toBe(204);
  const ids: string[] = [];
  for (let turn = 0; turn < 2; turn++)
    await Promise.all(
      writers.map(async (who, n) => {
        const id = newId();
        ids.push(id);
        const text = `zebra ${turn} of writer ${n} ${'with many words '.repeat(turn * 8)}`;
        expect(await who.tries('PUT', `/${ideas.id}/ideas/${id}`, { change: newId(), text, from: 0 })).toBe(200);
        const by = turn === 0 ? { o1: 1 } : { o0: turn % 2 === 1 ? 1 : -1 };
        expect(await who.tries('PUT', `/${vote.id}/ballot`, { change: newId(), by })).toBe(200);
      }),
    );
  for (const who of writers) expect(await who.tries('PUT', `/${pulse.id}/answer`, { answers })).toBe(200);
  return { board, alma, writers, ideas, vote, pulse, rounds, ids };
}

async function endAll({ alma, ideas, vote, pulse }: Open): Promise<void> {
  expect(await alma.tries('PUT', `/${ideas.id}/end`, { to: 'revealed' })).toBe(204);
  for (const { id } of [vote, pulse]) expect(await alma.tries('PUT', `/${id}/end`, { to: 'closed' })).toBe(204);
}

const wordsIn = (bytes: Buffer, { ids, writers }: Open): string[] =>
  [...traces, ...ids, 'zebra', ...writers.map((_, n) => `of writer ${n}`)].filter((word) => bytes.includes(word));

/** Somebody of before at the server of now, which may stand at another port. */
const at = (who: SealedPerson): SealedPerson => who.at(server);

async function statuses(who: SealedPerson): Promise<Record<string, string>> {
  const { rounds, mine } = await at(who).state();
  const open = rounds.filter(({ status }) => status === 'open');
  expect(mine).toHaveLength(open.length);
  return Object.fromEntries(rounds.map(({ kind, status, lost }) => [kind, lost === true ? `${status}, lost` : status]));
}
const allLost = { ideas: 'discarded, lost', vote: 'discarded, lost', pulse: 'discarded, lost' };
const allOpen = { ideas: 'open', vote: 'open', pulse: 'open' };

describe('files while rounds are open', () => {
  it('[SEALED-20] hold nothing of what people wrote: not the database, its log, or a backup', async () => {
    const open = await openRounds();
    const backup = path.join(root, 'backup.sqlite');
    await server.store.backup(backup);
    expect(wordsIn(bytesOf(folder), open)).toEqual([]);
    expect(wordsIn(bytesOf(backup), open)).toEqual([]);
    expect(keyFiles()).toHaveLength(3);
    for (const file of keyFiles()) {
      const key = readFileSync(path.join(folder, 'round-keys', file)).subarray(0, 32);
      for (const form of [key, key.toString('hex'), key.toString('base64')])
        expect(bytesOf(backup).includes(form)).toBe(false);
    }
  });

  it('[SEALED-3] [SEALED-20] after the end hold no key, and nothing that leads from an idea, a ballot or an answer to a person', async () => {
    const open = await openRounds(12);
    await endAll(open);
    const after = bytesOf(folder);
    expect(open.ids.filter((id) => after.includes(id))).toEqual([]);
    // the map itself tells how many gave what
    for (const trace of traces.filter((one) => one !== '"reliability":'))
      expect(after.includes(trace), trace).toBe(false);
    expect(after.includes('sealed1:')).toBe(false);
    expect(after.includes('zebra 1 of writer 7')).toBe(true);
    expect(keyFiles()).toEqual([]);
  });

  it('[SEALED-20] keys survive a restart, and go with the board', async () => {
    const open = await openRounds();
    await startAgain();
    expect(await statuses(open.alma)).toEqual(allOpen);
    const mine = await at(open.writers[2] ?? open.alma).mine(open.vote.id);
    expect(mine?.dots).toEqual({ o0: 1, o1: 1 });
    await callApi(server, 'DELETE', `/api/boards/${open.board.id}`, { secret: open.alma.seat });
    expect(keyFiles()).toEqual([]);
    expect(bytesOf(folder).includes('sealed1:')).toBe(false);
  });

  it('[SEALED-20] a key of no open round goes at the next start', async () => {
    const open = await openRounds();
    const kept = keyFiles().map((file) => [file, readFileSync(path.join(folder, 'round-keys', file))] as const);
    await endAll(open);
    // killed between the end of a round and its key
    for (const [file, bytes] of kept) writeFileSync(path.join(folder, 'round-keys', file), bytes);
    await startAgain();
    expect(keyFiles()).toEqual([]);
    expect(await statuses(open.alma)).toEqual({ ideas: 'revealed', vote: 'closed', pulse: 'closed' });
  });

  it('[SEALED-20] what an older version left as plain text is encrypted at the start, and nothing of it is lost', async () => {
    const open = await openRounds();
    // as it was written before there were keys
    await server.stop();
    const store = openSqliteStore({ folder, nowMs: () => 1 });
    const board = v.parse(BoardId, open.board.id);
    const plain = { version: 1, dots: { o0: 2 }, changes: [] };
    const rows = await store.listSealed(board, open.vote.id);
    await store.replaceSealed(
      board,
      open.vote.id,
      rows,
      new Map([...rows.keys()].map((who) => [who, JSON.stringify(plain)])),
    );
    await store.close();
    rmSync(path.join(folder, 'round-keys', `${board}-${open.vote.id}.key`));
    expect(bytesOf(folder).includes('"dots":{')).toBe(true);

    server = await startServer({ limits, folder });
    expect(wordsIn(bytesOf(folder), open)).toEqual([]);
    expect(await statuses(open.alma)).toEqual(allOpen);
    expect((await at(open.writers[1] ?? open.alma).mine(open.vote.id))?.dots).toEqual({ o0: 2 });
    expect(await at(open.alma).tries('PUT', `/${open.vote.id}/end`, { to: 'closed' })).toBe(204);
    expect((await at(open.alma).state()).rounds.at(1)).toMatchObject({ status: 'closed', totals: [8, 0] });
  });
});

describe('rounds whose key is lost', () => {
  it('[SEALED-21] a backup that is put back: what was open ended without showing anything, and the board opens', async () => {
    const open = await openRounds();
    const backup = path.join(root, 'backup.sqlite');
    await server.store.backup(backup);
    await endAll(open);
    const restored = mkdtempSync(path.join(root, 'restored-'));
    copyFileSync(backup, databaseFile(restored));
    await startAgain(restored);
    expect(await statuses(open.alma)).toEqual(allLost);
    expect(bytesOf(restored).includes('sealed1:')).toBe(false);
    const listener = await at(open.writers[0] ?? open.alma).listen();
    expect(listener.told(open.vote.id)).toMatchObject({ status: 'discarded', lost: true });
    listener.leave();
    // the next one goes as any
    const again = { ...open.vote, id: newId() };
    expect(await at(open.alma).tries('POST', '', again)).toBe(204);
    for (const who of open.writers.slice(0, 3))
      expect(await at(who).tries('PUT', `/${again.id}/ballot`, { change: newId(), by: { o0: 1 } })).toBe(200);
    expect(await at(open.alma).tries('PUT', `/${again.id}/end`, { to: 'closed' })).toBe(204);
    await vi.waitFor(async () =>
      expect((await at(open.alma).state()).rounds.at(-1)).toMatchObject({ status: 'closed', totals: [3, 0] }),
    );
  });

  it('[SEALED-21] keys that were removed or damaged: the same; where nobody wrote anything, the round goes on', async () => {
    const open = await openRounds();
    await at(open.alma).tries('PUT', `/${open.pulse.id}/end`, { to: 'discarded' });
    const empty: OpenActivity = { kind: 'pulse', id: newId() };
    expect(await open.alma.tries('POST', '', empty)).toBe(204);
    await server.stop();
    const keys = path.join(folder, 'round-keys');
    writeFileSync(path.join(keys, `${open.board.id}-${open.ideas.id}.key`), 'not what it was');
    for (const { id } of [open.vote, empty]) rmSync(path.join(keys, `${open.board.id}-${id}.key`));
    server = await startServer({ limits, folder });
    expect(await statuses(open.alma)).toEqual({ ideas: 'discarded, lost', vote: 'discarded, lost', pulse: 'open' });
    expect(keyFiles()).toEqual([`${open.board.id}-${empty.id}.key`]);
    const log = server.logLines.join('');
    expect(log).toContain('sealed.activityLost');
    expect(log).not.toContain(open.vote.id);
  });

  it('[SEALED-21] on a disk that takes no writes they have ended all the same, and the board opens', async () => {
    const open = await openRounds();
    await server.stop();
    rmSync(path.join(folder, 'round-keys'), { recursive: true });
    const stores: FaultyStore[] = [];
    const wrapStore = (store: Store): FaultyStore => {
      const faulty = new FaultyStore(store);
      faulty.isFull = true;
      stores.push(faulty);
      return faulty;
    };
    server = await startServer({ limits, folder, wrapStore });
    expect(await statuses(open.alma)).toEqual(allLost);
    const listener = await at(open.writers[0] ?? open.alma).listen();
    expect(listener.told(open.vote.id)).toMatchObject({ status: 'discarded', lost: true });
    listener.leave();
    for (const store of stores) store.isFull = false;
    expect(await statuses(open.alma)).toEqual(allLost);
    expect(bytesOf(folder).includes('sealed1:')).toBe(false);
  });
});
