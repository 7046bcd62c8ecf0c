/** What the connection takes from outside, so that tests bring their own clock, chance, network and disk. */
import type { Role } from '#shared/wire/roles.ts';
import type { OfflineCopy } from './copy/OfflineCopy.ts';
import type { TicketAnswer } from './api/SeatApi.ts';
import type { TakeLock } from './sync/WritingId.ts';

/** Time. `after` returns its own undo. */
export interface Clock {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

export interface ConnectionPorts {
  readonly clock: Clock;
  /** 0 <= n < 1 */
  readonly random: () => number;
  /** Asks the server for a ticket; never throws. */
  readonly takeTicket: () => Promise<TicketAnswer>;
  readonly WebSocket: typeof WebSocket;
  /** Tells when the device says that it is online or offline again; returns its own undo. */
  readonly watchNetwork: (onChange: (isOnline: boolean) => void) => () => void;
  /** Opens the copy on this device; null where the browser keeps none. */
  readonly openCopy: () => Promise<OfflineCopy | null>;
  /** Takes the lock of a writing id of this copy; absent where the browser has no locks. */
  readonly takeLock?: TakeLock;
  /** Unexpected faults, without content. */
  readonly report: (fault: unknown) => void;
}

export interface BoardSetup {
  readonly board: string;
  readonly role: Role;
  readonly title: string;
  /** wss://host/sync */
  readonly syncUrl: string;
  readonly ports: ConnectionPorts;
  /** It shows the workshop to a room: nobody sits there, and nobody is told that somebody does. */
  readonly isScreen?: boolean;
  readonly limits?: { readonly maxUpdateBytes: number; readonly maxStep2Bytes: number };
}
