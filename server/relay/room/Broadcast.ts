/** Hands messages to everybody in a room: documents always, presence to those who keep up (PRES-5), and thins presence out as it grows. */
import type { Limits } from '#shared/wire/limits.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { Meter } from '#server/relay/Meter.ts';
import type { RoomPresence } from '#server/relay/presence/RoomPresence.ts';

/** presence at most this often */
const presenceEveryMs = 33;
/** bytes of presence a second: to one reader, and to all of a room; 500 people who all move would otherwise fill the line */
const presencePerReader = 256 * 1024;
const presencePerRoom = 48 * 1024 * 1024;

export class Broadcast {
  readonly #members: ReadonlySet<Connection>;
  readonly #presence: RoomPresence<Connection>;
  readonly #limits: Limits;
  readonly #meter: Meter;
  #presenceDueMs = -Infinity;

  constructor(members: ReadonlySet<Connection>, presence: RoomPresence<Connection>, limits: Limits, meter: Meter) {
    this.#members = members;
    this.#presence = presence;
    this.#limits = limits;
    this.#meter = meter;
  }

  /** Milliseconds until presence may be sent; null when there is none to send. */
  presenceWaitMs(nowMs: number): number | null {
    return this.#presence.isDirty ? Math.max(0, this.#presenceDueMs - nowMs) : null;
  }

  /** Sends one document message, if there is one, together with presence, if it is due. True when presence went along. */
  send(documentMessage: Uint8Array | null, nowMs: number): boolean {
    const presenceMessage =
      this.presenceWaitMs(nowMs) === 0 ? this.#presence.flush(() => this.#meter.count('presenceDropped')) : null;
    if (presenceMessage !== null) this.#presenceDueMs = nowMs + this.#presenceRest(presenceMessage.length);
    if (documentMessage === null && presenceMessage === null) return false;
    const documentOnly = documentMessage === null ? [] : [documentMessage];
    const presenceOnly = presenceMessage === null ? [] : [presenceMessage];
    const both = [...documentOnly, ...presenceOnly];
    for (const member of this.#members) {
      const buffered = member.bufferedBytes;
      if (buffered > this.#limits.maxBufferedBytes) {
        member.close('slowReader');
        continue;
      }
      const isSlow = buffered > this.#limits.slowReaderBytes;
      if (isSlow && presenceMessage !== null) {
        member.presenceStale = true;
        this.#meter.count('presenceSkipped');
      }
      const isCatchingUp = !isSlow && presenceMessage !== null && member.presenceStale;
      const withPresence = !isSlow && !isCatchingUp;
      const messages = member.awaitsAnswer ? (withPresence ? presenceOnly : []) : withPresence ? both : documentOnly;
      if (messages.length > 0) member.sendTogether(messages, nowMs);
      if (isCatchingUp) this.sendFullPresence(member);
    }
    return presenceMessage !== null;
  }

  sendFullPresence(member: Connection): void {
    member.presenceStale = false;
    member.send(this.#presence.fullMessage());
  }

  #presenceRest(bytes: number): number {
    const perReader = (bytes / presencePerReader) * 1_000;
    const perRoom = ((bytes * this.#members.size) / presencePerRoom) * 1_000;
    return Math.max(presenceEveryMs, perReader, perRoom);
  }
}
