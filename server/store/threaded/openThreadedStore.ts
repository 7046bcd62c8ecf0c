/**
 * The SQLite store in threads of its own: one writes and has the data folder, one reads beside it, so that neither a slow
 * disk nor a large board keeps the rooms, and a slow commit keeps no reader (decision 0105).
 */
import type { Store } from '../Store.ts';
import type { Engine } from '../sqlite/engine.ts';
import { type StoreCall, storeCalls } from '../storeCalls.ts';
import { type StoreLostError, StoreThread } from './StoreThread.ts';

export interface OpenThreadedStoreOptions {
  /** DATA_DIR, absolute; created where it is missing. Rejects with DataFolderInUseError when another process has it. */
  readonly folder: string;
  readonly nowMs: () => number;
  /** A thread ended by itself: every call rejects from now on. Called once. */
  readonly onLost: (error: StoreLostError) => void;
  /** the one of this Node, unless said */
  readonly engine?: Engine;
  /** how long a lock of another program is waited for; a moment unless said */
  readonly busyTimeoutMs?: number;
  /** stay when the store is closed; threads of its own unless given */
  readonly threads?: StoreThreads;
}

export class StoreThreads {
  readonly writer = new StoreThread('writer');
  readonly reader = new StoreThread('reader');

  async end(): Promise<void> {
    await Promise.all([this.writer.end(), this.reader.end()]);
  }
}

export async function openThreadedStore(options: OpenThreadedStoreOptions): Promise<Store> {
  const { nowMs, folder, busyTimeoutMs, engine, threads = new StoreThreads() } = options;
  const isOwn = options.threads === undefined;
  let isLost = false;
  const onLost = (error: StoreLostError): void => {
    if (!isLost) options.onLost(error);
    isLost = true;
  };
  const open = (thread: StoreThread) => thread.open({ folder, busyTimeoutMs, engine: engine?.name }, nowMs, onLost);
  const end = async (): Promise<void> => {
    if (isOwn) await threads.end();
  };
  try {
    const { isShared } = await open(threads.writer);
    if (isShared) await open(threads.reader);
    return storeOver(threads, isShared, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function storeOver({ writer, reader }: StoreThreads, isShared: boolean, end: () => Promise<void>): Store {
  let closing: Promise<void> | null = null;
  const ask = (call: StoreCall, args: readonly unknown[]): Promise<unknown> => {
    if (closing !== null) return Promise.reject(new Error('the store is closed'));
    const write = (): Promise<unknown> => writer.call(call, args);
    return storeCalls[call] === 'read' && isShared ? reader.call(call, args, write) : write();
  };
  const close = async (): Promise<void> => {
    // the last connection to close is the one that can leave the folder tidy
    if (isShared) await reader.close();
    await writer.close();
    await end();
  };
  const calls = Object.keys(storeCalls).map((name) => {
    const call = name as StoreCall;
    return [call, (...args: readonly unknown[]) => ask(call, args)] as const;
  });
  // `storeCalls` names each call of the port, and the threads hold a store that does them
  const store = Object.fromEntries(calls) as unknown as Omit<Store, 'close'>;
  return { ...store, close: () => (closing ??= close()) };
}
