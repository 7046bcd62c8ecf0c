/**
 * The state of the line in the words a person understands: a closed union, with a sentence for each in the catalog of words
 * under `line.*`. Pure data; the screen decides nothing from anywhere else.
 */
import type { CloseName } from '#shared/wire/closeCodes.ts';
import type { ReadOnlyReason } from '#shared/wire/messages.ts';

/** Why the line is broken but will be tried again. */
export type OfflineReason =
  | 'network'
  | 'restarting'
  | 'boardUnreadable'
  | 'roomFull'
  | 'tooManyTabs'
  | 'tooFast'
  | 'slowReader';

/** Why nobody may edit just now: the server's reasons, and a document newer than this page. */
export type LookOnlyReason = ReadOnlyReason | 'newerDocument';

export type Line =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'catchingUp' }
  /** `savedAt` is the server's time of the last acknowledgement; null before the first. */
  | { readonly kind: 'live'; readonly savedAt: number | null; readonly saving: boolean }
  | { readonly kind: 'offline'; readonly kept: number; readonly reason: OfflineReason }
  | { readonly kind: 'readOnly'; readonly reason: LookOnlyReason; readonly kept: number }
  | { readonly kind: 'ended'; readonly reason: CloseName; readonly kept: number };

export function offlineReason(name: CloseName | undefined): OfflineReason {
  switch (name) {
    case 'restarting':
    case 'boardUnreadable':
    case 'roomFull':
    case 'tooManyTabs':
    case 'tooFast':
    case 'slowReader':
      return name;
    default:
      return 'network';
  }
}

export function equalLines(a: Line, b: Line): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export interface LineFacts {
  readonly ended: CloseName | null;
  /** The socket is open. */
  readonly isOpen: boolean;
  /** The server's document has come on this socket. */
  readonly isSynced: boolean;
  readonly lookOnly: LookOnlyReason | null;
  readonly offline: OfflineReason | null;
  /** There was an open socket before. */
  readonly hasConnected: boolean;
  readonly savedAt: number | null;
  readonly kept: number;
  readonly isUnsaved: boolean;
}

export function lineOf(facts: LineFacts): Line {
  const { kept, ended, offline, lookOnly } = facts;
  if (ended !== null) return { kind: 'ended', reason: ended, kept };
  if (facts.isOpen && !facts.isSynced) return { kind: 'catchingUp' };
  if (facts.isOpen && lookOnly !== null) return { kind: 'readOnly', reason: lookOnly, kept };
  if (facts.isOpen) return { kind: 'live', savedAt: facts.savedAt, saving: facts.isUnsaved };
  if (offline !== null) return { kind: 'offline', kept, reason: offline };
  return facts.hasConnected ? { kind: 'catchingUp' } : { kind: 'connecting' };
}
