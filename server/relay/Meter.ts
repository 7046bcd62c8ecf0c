/** What the relay counts, named once, as a port. `server/ops` fills it for Prometheus; tests use `silentMeter`. */

export const counters = {
  messagesIn: 'Messages received on all sockets',
  messagesOut: 'Messages sent on all sockets',
  updatesTaken: 'Document messages applied',
  updatesRefused: 'Document messages not taken, by code',
  recordsUndone: 'Records undone because they broke the rules of the document',
  recordsForbidden: 'Changes of participants undone because of a lock or the running step, by reason',
  presenceDropped: 'Presence entries dropped because they were not their sender own or not valid',
  presenceSkipped: 'Presence messages not sent to slow readers',
  resyncsAsked: 'Times a connection was asked for what is missing',
  closed: 'Connections closed by the relay, by code',
  commits: 'Journal entries committed',
  compactions: 'Documents compacted',
  loads: 'Documents loaded',
  loadsFailed: 'Documents that failed to load',
  storageFull: 'Commits refused because the disk was full',
  faults: 'Unexpected errors in a room',
  piecesSetAside: 'Pieces of boards that could not be read and wait for a decision, at each opening, by part',
  documentsLarge: 'Documents that passed the size at which operators are warned',
} as const;
export type CounterName = keyof typeof counters;

export const histograms = {
  /** reading, applying and inspecting one tick */
  applyMs: 'Milliseconds to apply one tick',
  commitMs: 'Milliseconds until a tick is on disk',
  sendMs: 'Milliseconds to hand one tick to all sockets',
  tickMessages: 'Document messages in one tick',
  encodeMs: 'Milliseconds to encode a full document',
} as const;
export type HistogramName = keyof typeof histograms;

export interface Meter {
  /** `label` is a close code or a refusal code where the counter says so. */
  count(name: CounterName, by?: number, label?: string): void;
  observe(name: HistogramName, value: number): void;
}

export const silentMeter: Meter = { count: () => {}, observe: () => {} };
