/** A store for tests, empty or with the content of a backup that a memory store wrote. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { Store } from '../Store.ts';
import { MemoryStore, type MemoryState } from './MemoryStore.ts';

export interface MemoryStoreChoice {
  readonly nowMs: () => number;
  /** file written by `backup` of a memory store */
  readonly copyOf?: string;
}

export function createMemoryStore(options: MemoryStoreChoice): Store {
  const state: MemoryState =
    options.copyOf === undefined
      ? { secret: null, boards: new Map(), deleted: new Set() }
      : deserialize(readFileSync(options.copyOf));
  return new MemoryStore({ nowMs: options.nowMs, state });
}
