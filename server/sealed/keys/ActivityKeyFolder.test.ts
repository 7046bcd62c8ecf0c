import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { newBoard } from '#server/store/contract/rows.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { keyBoard } from '#server/sealed/testing/keyWriter.ts';
import { ActivityKeyFolder } from './ActivityKeyFolder.ts';

let data = '';
const folder = (): string => path.join(data, 'round-keys');
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'roundtable-keys-'));
});
afterEach(() => rmSync(data, { recursive: true }));

describe('keys of rounds', () => {
  it('[SEALED-20] are there after a restart, each for its round, and nobody else on the machine may read them', async () => {
    const keys = await ActivityKeyFolder.open(data);
    const [board, other] = [newBoard().id, newBoard().id];
    const activity = newSealedId();
    const made = await keys.make(board, activity);
    await keys.make(other, activity);
    expect((await keys.make(board, activity)).equals(made)).toBe(true);
    const again = await ActivityKeyFolder.open(data);
    expect(again.of(board, activity)?.equals(made)).toBe(true);
    expect(again.of(other, activity)?.equals(made)).toBe(false);
    expect(again.of(board, newSealedId())).toBeNull();
    expect(again.list()).toHaveLength(2);
    for (const file of readdirSync(folder())) {
      const { mode } = statSync(path.join(folder(), file));
      if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
    }
  });

  it('[SEALED-20] are gone for good once dropped, also where they are dropped twice or asked for meanwhile', async () => {
    const keys = await ActivityKeyFolder.open(data);
    const { id: board } = newBoard();
    const activity = newSealedId();
    const first = await keys.make(board, activity);
    const [, , second] = await Promise.all([
      keys.drop(board, activity),
      keys.drop(board, activity),
      keys.make(board, activity),
      keys.drop(board, newSealedId()),
    ]);
    expect(second.equals(first)).toBe(false);
    expect((await ActivityKeyFolder.open(data)).of(board, activity)?.equals(second)).toBe(true);
    await keys.drop(board, activity);
    expect(keys.of(board, activity)).toBeNull();
    expect(readdirSync(folder())).toEqual([]);
  });

  it.each([
    ['garbage', (bytes: Buffer) => Buffer.alloc(bytes.length, 7)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, 40)],
    ['empty', () => Buffer.alloc(0)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
    ['one bit', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)))],
  ])('[SEALED-21] a file that is damaged (%s) is no key, and goes when it is dropped', async (_, damage) => {
    const { id: board } = newBoard();
    const activity = newSealedId();
    await (await ActivityKeyFolder.open(data)).make(board, activity);
    const file = path.join(folder(), readdirSync(folder())[0] ?? '');
    writeFileSync(file, damage(readFileSync(file)));
    const keys = await ActivityKeyFolder.open(data);
    expect(keys.of(board, activity)).toBeNull();
    expect(keys.list()).toEqual([{ board, activity }]);
    await keys.drop(board, activity);
    expect(readdirSync(folder())).toEqual([]);
  });

  it('[SEALED-21] one that stands under the name of another round is no key of that', async () => {
    const { id: board } = newBoard();
    const [activity, other] = [newSealedId(), newSealedId()];
    await (await ActivityKeyFolder.open(data)).make(board, activity);
    const bytes = readFileSync(path.join(folder(), `${board}-${activity}.key`));
    writeFileSync(path.join(folder(), `${board}-${other}.key`), bytes);
    expect((await ActivityKeyFolder.open(data)).of(board, other)).toBeNull();
  });

  it('[SEALED-20] what cannot be read by order of the system is told and not lost; a disk that refuses says so', async () => {
    writeFileSync(folder(), 'a file where the folder should be');
    await expect(ActivityKeyFolder.open(data)).rejects.toThrow(`${folder()} with the keys of open votes`);
    rmSync(folder());
    const keys = await ActivityKeyFolder.open(data);
    writeFileSync(folder(), '');
    const { id: board } = newBoard();
    const activity = newSealedId();
    await expect(keys.make(board, activity)).rejects.toBeInstanceOf(StorageFullError);
    expect(keys.of(board, activity)).toBeNull();
    rmSync(folder());
    await keys.make(board, activity);
    expect(keys.of(board, activity)).not.toBeNull();
  });

  it(
    '[SEALED-20] a process killed at any moment keeps every key that was made, and none that was dropped',
    { timeout: 60_000 },
    async () => {
      const made = new Map<string, string>();
      const gone = new Set<string>();
      const open = new Set<string>();
      const hasSeenEnough = (): boolean => gone.size > 2 && made.size - gone.size > 2;
      for (let kill = 0; kill < 3 || (!hasSeenEnough() && kill < 30); kill += 1) {
        const writer = fileURLToPath(new URL('../testing/keyWriter.ts', import.meta.url));
        const child = spawn(process.execPath, ['--import', 'tsx', writer, data], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
        await once(child.stdout, 'data');
        // the moment of death is the input of this test, not something that is waited for
        await wait(randomInt(0, 40));
        child.kill('SIGKILL');
        await once(child, 'close');
        for (const line of said.split('\n').slice(0, -1)) {
          const [what, activity = '', key = ''] = line.split(' ');
          if (what === 'made') made.set(activity, key);
          // killed in between, it may be there or not
          if (what === 'drops') open.add(activity);
          if (what === 'dropped') gone.add(activity);
        }
        const keys = await ActivityKeyFolder.open(data);
        for (const [activity, key] of made) {
          const there = keys.of(keyBoard, activity)?.export().toString('hex') ?? null;
          if (gone.has(activity)) expect(there).toBeNull();
          else if (!open.has(activity)) expect(there).toBe(key);
        }
        expect(readdirSync(folder()).filter((file) => file.endsWith('.tmp'))).toEqual([]);
      }
      expect(hasSeenEnough()).toBe(true);
    },
  );
});
