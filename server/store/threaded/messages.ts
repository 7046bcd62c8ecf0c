/** What the thread of the rooms and the threads of the store say to each other. */
import type { Engine } from '../sqlite/engine.ts';
import type { StoreCall } from '../storeCalls.ts';
import type { PlainError } from './plainError.ts';

/** What a thread does: the one writes, and reads what turns out to need a write; the other only reads. */
export type StoreRole = 'writer' | 'reader';

export interface ThreadOpenOptions {
  /** absolute */
  readonly folder: string;
  /** the one of this Node, unless said */
  readonly engine: Engine['name'] | undefined;
  /** milliseconds for which a lock of another program is waited for */
  readonly busyTimeoutMs: number | undefined;
}

export type AskedCall = readonly [id: number, call: StoreCall, args: readonly unknown[]];

export type StoreAsk =
  | { readonly kind: 'open'; readonly options: ThreadOpenOptions }
  /** All calls of one turn of the event loop, in their order, and what time it is for them. */
  | { readonly kind: 'calls'; readonly nowMs: number; readonly calls: readonly AskedCall[] }
  | { readonly kind: 'close' };

export type CallAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PlainError }
  /** The reader found that something has to be written: the writer does it. */
  | { readonly id: number; readonly needsWriter: true };

export type StoreAnswer =
  /** `isShared`: another thread can read beside this one. */
  | { readonly kind: 'opened'; readonly isShared: boolean }
  | { readonly kind: 'notOpened'; readonly error: PlainError }
  | { readonly kind: 'answers'; readonly answers: readonly CallAnswer[] }
  | { readonly kind: 'closed' };
