/** What a tick takes, and what it tells the room. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { DocumentStore } from '#server/store/DocumentStore.ts';
import type { Acknowledgements } from '#server/relay/room/Acknowledgements.ts';
import type { Broadcast } from '#server/relay/room/Broadcast.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Meter } from '#server/relay/Meter.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';
import type { Admission } from '#server/relay/updates/admit.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { ApplyFault } from './AppliedTick.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';

export interface TickOptions extends Pick<
  RelayOptions,
  'beforeLoss' | 'onChanged' | 'onNamed' | 'log' | 'permits' | 'votedOn'
> {
  readonly board: BoardId;
  readonly host: TickHost;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly broadcast: Broadcast;
  readonly acknowledgements: Acknowledgements;
}

export interface QueuedMessage {
  readonly connection: Connection;
  readonly person: PersonId;
  readonly number: number;
  readonly kind: 'update' | 'step2';
  readonly body: Uint8Array;
  readonly mayReturn?: boolean;
}

export interface TickHost {
  readonly document: RoomDocument;
  /** A message was looked at; `take` and `known` will be safe once the tick is on disk. */
  settled(message: QueuedMessage, admission: Admission): void;
  /** A message of this connection brought new parts under a client id. */
  wrote(connection: Connection, client: number): void;
  /** On disk and sent to everybody. */
  committed(version: number, bytes: number): void;
  /** A tick is over and the document holds exactly what is on disk. */
  levelled(): void;
  /** Nothing of these messages is on disk; the document holds what must not be shown. */
  commitFailed(error: unknown, messages: readonly QueuedMessage[]): void;
  applyFailed(fault: ApplyFault, messages: readonly QueuedMessage[]): void;
  /** A change of the server's own wrote on a document of which something is missing. It is taken back. */
  wroteOnDamage(): void;
  /** Something threw that never should. */
  faulted(error: unknown): void;
}
