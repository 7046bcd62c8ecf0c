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
import { StorageFullError } from '#server/store/Store.ts';
import { keyBoard } from '#server/sealed/testing/keyWriter.ts';
import { RoundKeyFolder } from './ActivityKeyFolder.ts';

let data = '';
const folder = (): string => path.join(data, 'round-keys');
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'roundtable-keys-'));
});
afterEach(() => rmSync(data, { recursive: true }));

describe('keys of rounds', () => {
  it('[SEALED-20] are there after a restart, each for its round, and nobody else on the machine may read them', async () => {
    const keys = await RoundKeyFolder.open(data);
    const [board, other] = [newBoard().id, newBoard().id];
    const round = newSealedId();
    const made = await keys.make(board, round);
    await keys.make(other, round);
    expect((await keys.make(board, round)).equals(made)).toBe(true);
    const again = await RoundKeyFolder.open(data);
    expect(again.of(board, round)?.equals(made)).toBe(true);
    expect(again.of(other, round)?.equals(made)).toBe(false);
    expect(again.of(board, newSealedId())).toBeNull();
    expect(again.list()).toHaveLength(2);
    for (const file of readdirSync(folder())) {
      const { mode } = statSync(path.join(folder(), file));
      if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
    }
  });

  it('[SEALED-20] are gone for good once dropped, also where they are dropped twice or asked for meanwhile', async () => {
    const keys = await RoundKeyFolder.open(data);
    const { id: board } = newBoard();
    const round = newSealedId();
    const first = await keys.make(board, round);
    const [, , second] = await Promise.all([
      keys.drop(board, round),
      keys.drop(board, round),
      keys.make(board, round),
      keys.drop(board, newSealedId()),
    ]);
    expect(second.equals(first)).toBe(false);
    expect((await RoundKeyFolder.open(data)).of(board, round)?.equals(second)).toBe(true);
    await keys.drop(board, round);
    expect(keys.of(board, round)).toBeNull();
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
    const round = newSealedId();
    await (await RoundKeyFolder.open(data)).make(board, round);
    const file = path.join(folder(), readdirSync(folder())[0] ?? '');
    writeFileSync(file, damage(readFileSync(file)));
    const keys = await RoundKeyFolder.open(data);
    expect(keys.of(board, round)).toBeNull();
    expect(keys.list()).toEqual([{ board, round }]);
    await keys.drop(board, round);
    expect(readdirSync(folder())).toEqual([]);
  });

  it('[SEALED-21] one that stands under the name of another round is no key of that', async () => {
    const { id: board } = newBoard();
    const [round, other] = [newSealedId(), newSealedId()];
    await (await RoundKeyFolder.open(data)).make(board, round);
    const bytes = readFileSync(path.join(folder(), `${board}-${round}.key`));
    writeFileSync(path.join(folder(), `${board}-${other}.key`), bytes);
    expect((await RoundKeyFolder.open(data)).of(board, other)).toBeNull();
  });

  it('[SEALED-20] what cannot be read by order of the system is told and not lost; a disk that refuses says so', async () => {
    writeFileSync(folder(), 'a file where the folder should be');
    await expect(RoundKeyFolder.open(data)).rejects.toThrow(`${folder()} with the keys of open votes`);
    rmSync(folder());
    const keys = await RoundKeyFolder.open(data);
    writeFileSync(folder(), '');
    const { id: board } = newBoard();
    const round = newSealedId();
    await expect(keys.make(board, round)).rejects.toBeInstanceOf(StorageFullError);
    expect(keys.of(board, round)).toBeNull();
    rmSync(folder());
    await keys.make(board, round);
    expect(keys.of(board, round)).not.toBeNull();
  });

  it(
    '[SEALED-20] a process killed at any moment keeps every key that was made, and none that was dropped',
    { timeout: 60_000 },
    async () => {
      const made = new Map<string, string>();
      const gone = new Set<string>();
      const open = new Set<string>();
      for (let kill = 0; kill < 3; kill += 1) {
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
          const [what, round = '', key = ''] = line.split(' ');
          if (what === 'made') made.set(round, key);
          // killed in between, it may be there or not
          if (what === 'drops') open.add(round);
          if (what === 'dropped') gone.add(round);
        }
        const keys = await RoundKeyFolder.open(data);
        for (const [round, key] of made) {
          const there = keys.of(keyBoard, round)?.export().toString('hex') ?? null;
          if (gone.has(round)) expect(there).toBeNull();
          else if (!open.has(round)) expect(there).toBe(key);
        }
        expect(readdirSync(folder()).filter((file) => file.endsWith('.tmp'))).toEqual([]);
      }
      expect(gone.size).toBeGreaterThan(2);
      expect(made.size - gone.size).toBeGreaterThan(2);
    },
  );
});
