/** A connection for tests: real sockets and real IndexedDB semantics, the clock and the network in the test's hand. */
import { IDBFactory } from 'fake-indexeddb';
import { WebSocket as NodeWebSocket } from 'ws';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { TicketAnswer } from '#client/connection/api/SeatApi.ts';
import { BoardConnection } from '#client/connection/BoardConnection.ts';
import { openIndexedDbCopy } from '#client/connection/copy/IndexedDbCopy.ts';
import type { SmallStorage } from '#client/connection/copy/forgetLastWords.ts';
import type { OfflineCopy } from '#client/connection/copy/OfflineCopy.ts';
import type { OpenChannel } from '#client/connection/copy/TabChannel.ts';
import type { TakeLock } from '#client/connection/sync/WritingId.ts';

export interface LineOptions {
  readonly url: string;
  readonly board?: string;
  readonly role?: Role;
  readonly disk?: IDBFactory;
  readonly small?: SmallStorage;
  readonly channel?: OpenChannel;
  readonly openCopy?: () => Promise<OfflineCopy | null>;
  readonly takeTicket?: () => Promise<TicketAnswer>;
  readonly takeLock?: TakeLock;
  readonly random?: () => number;
  readonly WebSocket?: typeof WebSocket;
  readonly limits?: { readonly maxUpdateBytes: number; readonly maxStep2Bytes: number };
}

export interface OpenLine {
  readonly connection: BoardConnection;
  readonly clock: ManualClock;
  readonly disk: IDBFactory;
  readonly faults: unknown[];
  /** Every state of the line so far, without repeats. */
  readonly lines: string[];
  ticketsTaken: number;
  setOnline(isOnline: boolean): void;
}

export function openLine(options: LineOptions): OpenLine {
  const clock = new ManualClock();
  const disk = options.disk ?? new IDBFactory();
  const faults: unknown[] = [];
  let tellNetwork: (isOnline: boolean) => void = () => {};
  const connection = new BoardConnection({
    board: options.board ?? 'abcdefghijklmnop',
    role: options.role ?? 'participant',
    title: 'Early reading',
    syncUrl: options.url,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ports: {
      clock: { now: () => clock.nowMs(), after: (ms, run) => clock.setTimer(run, ms) },
      random: options.random ?? (() => 0.5),
      takeTicket: () => {
        line.ticketsTaken += 1;
        return (
          options.takeTicket?.() ?? Promise.resolve({ ok: true, value: { ticket: `ticket-${line.ticketsTaken}` } })
        );
      },
      // The class of `ws` has the surface of the browser's.
      WebSocket: options.WebSocket ?? (NodeWebSocket as unknown as typeof WebSocket),
      watchNetwork: (onChange) => {
        tellNetwork = onChange;
        return () => {};
      },
      openCopy:
        options.openCopy ??
        (() => {
          const { small = null, channel } = options;
          const place = { database: disk, small, ...(channel ? { channel } : {}) };
          return openIndexedDbCopy(place, 'roundtable:test', `tab${Math.random()}`);
        }),
      ...(options.takeLock && { takeLock: options.takeLock }),
      report: (fault) => faults.push(fault),
    },
  });
  const lines: string[] = [connection.view().line.kind];
  connection.subscribe(() => {
    const { kind } = connection.view().line;
    if (lines.at(-1) !== kind) lines.push(kind);
  });
  const line: OpenLine = {
    connection,
    clock,
    disk,
    faults,
    lines,
    ticketsTaken: 0,
    setOnline: (isOnline) => tellNetwork(isOnline),
  };
  return line;
}
