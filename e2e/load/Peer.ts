/** What the bench needs of a server that it measures. */
import type { PeerProcess } from './PeerProcess.ts';

/** Where one person connects. */
export interface Entry {
  readonly path: string;
  readonly protocols?: readonly string[];
}

export interface Peer {
  readonly name: string;
  /** false: forwards messages and knows no document */
  readonly keepsDocument: boolean;
  /** false: a restart forgets everything */
  readonly persists: boolean;
  readonly dialect: Dialect;
  /** Starts the server on `folder` (kept between starts); `port` stays the same for all starts of one peer. */
  start(folder: string, port: number): Promise<PeerProcess>;
  /** Entries for `people` persons of one room; the same room name gives the same room. */
  entries(port: number, room: string, people: number): Promise<readonly Entry[]>;
}

/** How messages of the y-protocols are dressed on the wire of a peer. */
export interface Dialect {
  /** messages that a client sends first, before the sync protocol */
  greeting(room: string): readonly Uint8Array[];
  /** the bytes in front of each message of the y-protocols */
  prefix(room: string): Uint8Array;
  /** true: one WebSocket message may hold several messages, one after the other */
  readonly concatenates: boolean;
}

const none = new Uint8Array(0);

export const plainDialect: Dialect = { greeting: () => [], prefix: () => none, concatenates: false };
