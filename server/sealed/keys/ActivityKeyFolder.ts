/**
 * Keys of activities as files, one for each: the key and a hash that tells whether it is what was written for this activity. All are
 * read once, at the start, so that a file that cannot be opened for a moment never looks like a lost key.
 */
import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { ActivityId } from '#shared/wire/SealedActivity.ts';
import { BoardId } from '#shared/wire/ids.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { syncFolder } from '#server/store/syncFolder.ts';
import { type KeyedActivity, type ActivityKeys, ActivityKeysError } from './ActivityKeys.ts';

const Keyed = v.object({ board: BoardId, activity: ActivityId });
const keyBytes = 32;
const hashBytes = 32;
const ending = '.key';
const partialEnding = '.tmp';

export class ActivityKeyFolder implements ActivityKeys {
  readonly #folder: string;
  readonly #keys: Map<string, KeyObject>;
  /** whole or not, by name */
  readonly #there: Set<string>;
  /** of one key at a time */
  readonly #queue = new KeyedQueue();

  private constructor(folder: string, keys: Map<string, KeyObject>, there: Set<string>) {
    this.#folder = folder;
    this.#keys = keys;
    this.#there = there;
  }

  /** Of a data folder. Throws ActivityKeysError where the system forbids to read the keys: they are not lost then. */
  static async open(dataFolder: string): Promise<ActivityKeyFolder> {
    const folder = path.resolve(dataFolder, 'round-keys');
    const keys = new Map<string, KeyObject>();
    const there = new Set<string>();
    try {
      for (const file of await filesIn(folder)) {
        // what a kill left behind was never a key of anything
        if (file.endsWith(partialEnding)) await rm(path.join(folder, file), { force: true });
        const name = file.slice(0, -ending.length);
        if (!file.endsWith(ending) || activityOf(name) === null) continue;
        there.add(name);
        const key = wholeKey(name, await readOrDamaged(path.join(folder, file)));
        if (key !== null) keys.set(name, key);
      }
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new ActivityKeysError(
        `${folder} with the keys of open votes, pulses and private ideas cannot be read: ${cause}`,
        {
          cause: error,
        },
      );
    }
    return new ActivityKeyFolder(folder, keys, there);
  }

  of(board: BoardId, activity: string): KeyObject | null {
    return this.#keys.get(nameOf(board, activity)) ?? null;
  }

  async make(board: BoardId, activity: string): Promise<KeyObject> {
    const name = nameOf(board, activity);
    return this.#queue.take(name, async () => {
      const known = this.#keys.get(name);
      if (known !== undefined) return known;
      const bytes = randomBytes(keyBytes);
      try {
        await this.#write(name, Buffer.concat([bytes, hashOf(name, bytes)]));
      } catch (error) {
        throw new StorageFullError('the disk takes no key', { cause: error });
      }
      const key = createSecretKey(bytes);
      this.#there.add(name);
      this.#keys.set(name, key);
      return key;
    });
  }

  async drop(board: BoardId, activity: string): Promise<void> {
    const name = nameOf(board, activity);
    await this.#queue.take(name, async () => {
      if (!this.#there.has(name)) return;
      this.#keys.delete(name);
      const file = this.#fileOf(name);
      await overwrite(file);
      await rm(file, { force: true });
      await syncFolder(this.#folder);
      this.#there.delete(name);
    });
  }

  list(): readonly KeyedActivity[] {
    return [...this.#there].flatMap((name) => activityOf(name) ?? []);
  }

  #fileOf(name: string): string {
    return path.join(this.#folder, name + ending);
  }

  /** Under its name only when all of it is on disk. */
  async #write(name: string, content: Buffer): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await syncFolder(path.dirname(this.#folder));
    const partial = path.join(this.#folder, name + partialEnding);
    const handle = await open(partial, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, this.#fileOf(name));
    await syncFolder(this.#folder);
  }
}

function nameOf(board: BoardId, activity: string): string {
  return `${board}-${activity}`;
}

function activityOf(name: string): KeyedActivity | null {
  const [board, activity, ...more] = name.split('-');
  const keyed = v.safeParse(Keyed, { board, activity });
  return keyed.success && more.length === 0 ? keyed.output : null;
}

function hashOf(name: string, key: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}:`).update(key).digest();
}

function wholeKey(name: string, content: Buffer): KeyObject | null {
  const key = content.subarray(0, keyBytes);
  if (content.length !== keyBytes + hashBytes || !hashOf(name, key).equals(content.subarray(keyBytes))) return null;
  return createSecretKey(key);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Empty where the disk cannot give it. */
async function readOrDamaged(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') throw error;
    return Buffer.alloc(0);
  }
}

/** As far as the file system writes in place: what a drive keeps below it is out of reach. */
async function overwrite(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r+');
    try {
      await handle.write(Buffer.alloc(keyBytes + hashBytes), 0, keyBytes + hashBytes, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
