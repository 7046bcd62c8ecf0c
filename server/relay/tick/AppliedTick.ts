/** What a tick brings to a document, and what becomes of it. */
import type { Removal } from '#shared/board/changes/removals.ts';
import type { Touches } from '#shared/board/changes/touches.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { Permits } from '#shared/workshop/permits.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Admission } from '#server/relay/updates/admit.ts';

export interface DocumentMessage {
  readonly kind: 'update' | 'step2';
  readonly body: Uint8Array;
  readonly person: PersonId;
  /** it may bring back what others wrote and the server lost */
  readonly mayReturn?: boolean;
}

export interface AppliedTick {
  /** everything the tick changed as one update, or null when it changed nothing */
  readonly update: Uint8Array | null;
  /** one per message, in order */
  readonly admissions: readonly Admission[];
  /** records undone, by index of the message that brought them; -1 where no message can be named */
  readonly undone: ReadonlyMap<number, number>;
  /** what the workshop does not let their senders change and was undone, by index of the message */
  readonly forbidden: ReadonlyMap<number, Forbidden>;
  /** client ids of which messages brought new parts, each with the index of the message */
  readonly written: readonly Written[];
  /** what it took away, each with the index of the message that did; -1 where several may have */
  readonly removed: readonly MessageRemoval[];
  /** organizations that it gave a name which they did not have */
  readonly named: readonly string[];
  /** who touched what; what was undone may be among it */
  readonly touches: readonly PersonTouches[];
}

export interface PersonTouches {
  readonly person: PersonId;
  readonly touches: Touches;
}

export type MayBegin = (person: PersonId, ids: number) => boolean;

export interface MessageRemoval extends Removal {
  readonly index: number;
}

export interface Written {
  readonly index: number;
  readonly client: number;
}

export interface Forbidden {
  readonly records: number;
  readonly reason: PermitRefusal;
}

/** What people may not change just now. */
export interface Restraint {
  /** limits that hold for the senders of some messages; null: nobody is limited */
  readonly permits: Permits | null;
  holds(index: number): boolean;
  /** what is voted on, which holds for everybody */
  readonly voted: ReadonlySet<string>;
}

/** What a tick has come to so far. */
export interface Progress {
  /** of the message that is being applied */
  index: number;
  readonly admissions: Admission[];
  readonly undone: Map<number, number>;
  readonly forbidden: Map<number, Forbidden>;
  readonly written: Written[];
  readonly removed: MessageRemoval[];
  readonly named: string[];
  readonly touches: PersonTouches[];
}

/** Yjs failed in the middle of a message: the document may be half changed and must be loaded again. */
export class ApplyFault extends Error {
  override readonly name = 'ApplyFault';
  /** index of the message, or -1 when no single one is to blame */
  readonly index: number;
  constructor(index: number, cause: unknown) {
    super('Applying a document message failed', { cause });
    this.index = index;
  }
}
