/** What each kind of message means in an open room. */
import * as v from 'valibot';
import type { Limits } from '#shared/wire/limits.ts';
import { ClientMessage, protocolVersion } from '#shared/wire/messages.ts';
import type { Broadcast } from './Broadcast.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { DocumentDoor } from './DocumentDoor.ts';
import type { Meter } from '#server/relay/Meter.ts';
import type { Message } from '#server/relay/connection/readMessage.ts';
import { readPresence } from '#server/relay/presence/readPresence.ts';
import { readStateVector } from '#server/relay/connection/readStateVector.ts';
import type { Resync } from './Resync.ts';
import type { RoomPresence } from '#server/relay/presence/RoomPresence.ts';
import type { Tick } from '#server/relay/tick/Tick.ts';

export interface RoomMessagesOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly tick: Tick;
  readonly door: DocumentDoor;
  readonly resync: Resync;
  readonly presence: RoomPresence<Connection>;
  readonly broadcast: Broadcast;
  /** True when the client id is the connection's person's from now on. */
  claim(client: number, connection: Connection): boolean;
  /** Size of the document's own state vector. */
  vectorBytes(): number;
  /** The connection said hello. */
  greet(connection: Connection): void;
  /** The connection asks whether it may write under a client id. */
  askWritingId(connection: Connection, client: number, clock: number): void;
}

export class RoomMessages {
  readonly #options: RoomMessagesOptions;

  constructor(options: RoomMessagesOptions) {
    this.#options = options;
  }

  receive(connection: Connection, message: Message): void {
    const { clock, broadcast } = this.#options;
    switch (message.kind) {
      case 'roundtable':
        this.#receiveOwn(connection, message.text);
        return;
      case 'step1':
        this.#receiveStepOne(connection, message.body);
        return;
      case 'step2':
      case 'update':
        this.#options.door.receive(connection, message.kind, message.body);
        return;
      case 'presence':
        this.#receivePresence(connection, message.body);
        return;
      case 'queryPresence':
        if (connection.step1Bucket.take(1, clock.elapsedMs())) broadcast.sendFullPresence(connection);
    }
  }

  #receiveOwn(connection: Connection, text: string): void {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      connection.expel('malformed');
      return;
    }
    const message = v.safeParse(ClientMessage, json);
    if (!message.success) connection.expel('malformed');
    else if (message.output.type === 'writingId')
      this.#options.askWritingId(connection, message.output.client, message.output.clock);
    else if (message.output.protocol !== protocolVersion) connection.close('clientTooOld');
    else {
      connection.page = message.output.page ?? null;
      connection.isScreen = message.output.screen === true && connection.person.role === 'observer';
      this.#options.greet(connection);
    }
  }

  #receiveStepOne(connection: Connection, body: Uint8Array): void {
    const { limits, clock, resync, door } = this.#options;
    // a board that is worked on for years has as many writing ids as page loads, and each device names all of them
    const isTooLarge =
      body.length > limits.maxStep1Bytes && body.length > limits.maxStep1Bytes + 2 * this.#options.vectorBytes();
    const known = isTooLarge ? null : readStateVector(body);
    if (known === null) connection.expel(isTooLarge ? 'tooLarge' : 'malformed');
    else if (connection.step1Bucket.take(1, clock.elapsedMs())) resync.answer(connection, known);
    else door.strike(connection, 'tooFast');
  }

  #receivePresence(connection: Connection, body: Uint8Array): void {
    const { limits, meter, presence, tick, claim } = this.#options;
    // what a stock client sends back of others may be large; its own entry may not
    const entries = body.length > limits.maxUpdateBytes ? null : readPresence(body);
    if (entries === null) {
      connection.expel(body.length > limits.maxUpdateBytes ? 'tooLarge' : 'malformed');
      return;
    }
    const fitting = entries.filter((entry) => entry.json.length <= limits.maxPresenceBytes);
    const dropped =
      presence.receive(connection, fitting, (client) => claim(client, connection)) + entries.length - fitting.length;
    if (dropped > 0) meter.count('presenceDropped', dropped);
    tick.presenceChanged();
  }
}
