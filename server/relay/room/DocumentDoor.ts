/** What becomes of document messages outside the document: which get into the tick, and what their senders are told. */
import type { Limits } from '#shared/wire/limits.ts';
import type { MessageRefusal, ReadOnlyReason } from '#shared/wire/messages.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { Admission } from '#server/relay/updates/admit.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import { isEmptyUpdate } from '#server/relay/updates/emptyUpdate.ts';
import type { Meter } from '#server/relay/Meter.ts';
import type { PersonBudgets } from '#server/relay/connection/PersonBudgets.ts';
import type { PersonPauses } from './PersonPauses.ts';
import type { Resync } from './Resync.ts';
import type { Tick } from '#server/relay/tick/Tick.ts';
import type { QueuedMessage } from '#server/relay/tick/TickHost.ts';

const maxQueuedBytes = 64 * 1024 * 1024;
/** after a refusal for its role a person is told; the third time the line is closed */
const maxRoleRefusals = 3;
const maxRefusals = 20;
const resyncEveryMs = 1_000;

export interface DocumentDoorOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly tick: Tick;
  readonly resync: Resync;
  /** The board went on without something that devices may still have. */
  hasLost(): boolean;
  readonly board: BoardId;
  readonly budgets: PersonBudgets;
  /** People of whom the rest has to wait. */
  pauses(): PersonPauses;
  /** Why the room takes no edits just now. */
  readOnly(): ReadOnlyReason | null;
}

export class DocumentDoor {
  readonly #options: DocumentDoorOptions;

  constructor(options: DocumentDoorOptions) {
    this.#options = options;
  }

  receive(connection: Connection, kind: 'update' | 'step2', body: Uint8Array): void {
    const { limits, tick, board, budgets } = this.#options;
    const readOnly = this.#options.readOnly();
    const mayEdit = mayDo(connection.person.role, 'edit');
    const number = ++connection.documentMessages;
    if (kind === 'step2') {
      if (connection.asked === 0 && !isEmptyUpdate(body)) {
        this.#refuse(connection, number, mayEdit ? 'invalid' : 'role');
        return;
      }
      connection.asked = Math.max(0, connection.asked - 1);
      connection.isPaused = false;
    }
    if (body.length > (kind === 'step2' ? limits.maxStep2Bytes : limits.maxUpdateBytes)) {
      connection.refusedFor = 'tooLarge';
      this.#refuse(connection, number, 'tooLarge');
    } else if (!mayEdit) {
      // a stock client answers a question with nothing when it has nothing
      if (!isEmptyUpdate(body)) this.#refuse(connection, number, 'role');
    } else if (readOnly === 'storage') {
      // asked for again when there is room
      connection.held = true;
    } else if (readOnly === 'damaged' && kind === 'update') {
      // asked for again when a facilitator decided
      connection.held = true;
    } else if (readOnly === 'documentTooLarge' && body[0] !== 0) {
      // an update without parts only deletes, which is the way out
      this.#refuse(connection, number, 'documentTooLarge');
    } else if (tick.queuedBytes > maxQueuedBytes) connection.close('tooFast');
    else if (connection.isPaused || !budgets.mayBring(board, connection.person.id, body.length))
      this.#options.pauses().pause(connection);
    else
      tick.add({
        connection,
        person: connection.person.id,
        number,
        kind,
        body,
        mayReturn: kind === 'step2' && readOnly === 'damaged',
      });
  }

  /** The tick has looked at a message. */
  settled(message: QueuedMessage, admission: Admission): void {
    const { connection } = message;
    switch (admission) {
      case 'take':
      case 'known':
        this.#options.meter.count('updatesTaken');
        if (message.kind === 'step2') this.#caughtUp(connection);
        return;
      case 'malformed':
        connection.expel('malformed');
        return;
      case 'gap':
        if (message.kind === 'update') this.#hold(message);
        else {
          this.#caughtUp(connection);
          this.strike(connection);
        }
        return;
      default: {
        // what looks like another's work may be what the disk lost
        const code = admission === 'notYours' && this.#options.hasLost() ? 'lost' : admission;
        connection.refusedFor = code;
        if (message.kind === 'step2') this.#caughtUp(connection);
        this.#refuse(connection, message.number, code);
      }
    }
  }

  strike(connection: Connection, name: 'malformed' | 'tooFast' = 'malformed'): void {
    if (++connection.refusals > maxRefusals) connection.expel(name);
  }

  /** Parts that must come first are missing: nothing is kept, the next step 2 brings all of it. */
  #hold(message: QueuedMessage): void {
    const { limits, clock, meter, resync } = this.#options;
    const { connection } = message;
    if (connection.refusedFor !== null) {
      this.#refuse(connection, message.number, connection.refusedFor);
      return;
    }
    const now = clock.elapsedMs();
    const heard = now - clock.stoodStillMs();
    if (!connection.held) {
      connection.held = true;
      connection.heldBytes = 0;
      connection.heldSinceMs = heard;
    }
    connection.heldBytes += message.body.length;
    if (connection.heldBytes > limits.maxPendingBytes || heard - connection.heldSinceMs > limits.maxPendingMs)
      connection.expel('malformed');
    else if (connection.asked === 0 && now - connection.askedAtMs >= resyncEveryMs) {
      meter.count('resyncsAsked');
      resync.askLater(connection);
    }
  }

  #refuse(connection: Connection, number: number, code: MessageRefusal): void {
    this.#options.meter.count('updatesRefused', 1, code);
    connection.tell({ type: 'refused', frame: number, code });
    if (code === 'role' && ++connection.roleRefusals >= maxRoleRefusals) connection.expel('roleRefused');
    else if (code === 'tooLarge' && !connection.saidHello) connection.expel('tooLarge');
    else if (code !== 'role' && code !== 'documentTooLarge') this.strike(connection);
  }

  /** Everything that the connection has is here. */
  #caughtUp(connection: Connection): void {
    connection.held = false;
    connection.heldBytes = 0;
  }
}
