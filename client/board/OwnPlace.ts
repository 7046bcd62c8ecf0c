/** For whom this person came to the open board, asked of the server when the first part wants to know. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { SeatApi } from '#client/connection/api/SeatApi.ts';
import { Emitter } from '#client/state/Emitter.ts';
import { ComesFor } from '#shared/wire/people.ts';
import { type OpenBoard, useBoard } from './BoardContext.ts';

export class OwnPlace {
  readonly #server: Pick<SeatApi, 'ask'>;
  readonly #changed = new Emitter();
  #comesFor: ComesFor | null = null;
  #isAsking = false;
  /** What was said here counts more than an answer that was on its way. */
  #said = 0;

  constructor(server: Pick<SeatApi, 'ask'>) {
    this.#server = server;
  }

  /** Null until the server has told. */
  readonly comesFor = (): ComesFor | null => this.#comesFor;

  readonly subscribe = this.#changed.on;

  /** Without a line it is asked again by whoever comes next. */
  async read(): Promise<void> {
    if (this.#isAsking || this.#comesFor !== null) return;
    this.#isAsking = true;
    const said = this.#said;
    const answer = await this.#server.ask('/comes-for', ComesFor);
    this.#isAsking = false;
    if (answer.ok && said === this.#said) this.#take(answer.value);
  }

  /** Null: for nobody. Returns why it was not taken. */
  async say(organization: string | null): Promise<Failure | null> {
    this.#said += 1;
    const answer = await this.#server.ask('/comes-for', ComesFor, { method: 'PUT', body: { organization } });
    if (!answer.ok) return answer.code;
    this.#take(answer.value);
    return null;
  }

  #take(comesFor: ComesFor): void {
    this.#comesFor = comesFor;
    this.#changed.tell();
  }
}

/** One for each open board, whoever asks first. */
const places = new WeakMap<OpenBoard['connection'], OwnPlace>();

export function useOwnPlace(): OwnPlace {
  const { connection, server } = useBoard();
  const place = places.get(connection) ?? new OwnPlace(server);
  places.set(connection, place);
  return place;
}

/** Null until the server has told. */
export function useComesFor(): ComesFor | null {
  const place = useOwnPlace();
  const { connection } = useBoard();
  useEffect(() => {
    void place.read();
    // what was not answered without a line is asked once there is one again
    return connection.workshop.onMessage(({ type }) => {
      if (type === 'welcome') void place.read();
    });
  }, [place, connection]);
  return useSyncExternalStore(place.subscribe, place.comesFor);
}
