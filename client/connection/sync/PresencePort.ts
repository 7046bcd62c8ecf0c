/** Presence in and out, as the canvas needs it; behind it stands the awareness of the current document's line. */
import type { Presence } from '#shared/wire/presence.ts';

/** Presence of the other connections by connection number; what they sent has been checked. */
export type OtherPresences = ReadonlyMap<number, Presence>;

export interface PresencePort {
  /** Changes fields of this connection's own presence; the rest stays. */
  set(change: Presence): void;
  /** Calls at once and on every change; returns its own undo. */
  subscribe(run: (others: OtherPresences) => void): () => void;
}
