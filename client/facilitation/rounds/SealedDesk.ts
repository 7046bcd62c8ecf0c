/**
 * What I wrote myself in open rounds, as this page shows it: at once, and sent to the server until it has it. Nothing of it
 * is kept on this device; after a reload the server gives it back. Of others there is nothing here.
 */
import * as v from 'valibot';
import type { Answer, Failure, SealedRequest } from '#client/connection/Api.ts';
import type { Workshop } from '#client/connection/Workshop.ts';
import {
  type Dots,
  type EndRound,
  type OpenRound,
  type PulseAnswers,
  SealedState,
} from '#shared/session/SealedRequest.ts';
import { newSealedId } from './newSealedId.ts';

export interface OwnIdeaShown {
  readonly id: string;
  readonly text: string;
  /** not on the server yet */
  readonly isWaiting: boolean;
}

export interface OwnRound {
  readonly ideas: readonly OwnIdeaShown[];
  readonly dots: Dots;
  /** the dots as shown are not on the server yet */
  readonly isWaiting: boolean;
  readonly abstains: boolean;
  readonly answered: boolean;
}

export const emptyOwn: OwnRound = { ideas: [], dots: {}, isWaiting: false, abstains: false, answered: false };

export interface SealedDeskOptions {
  readonly workshop: Pick<Workshop, 'view' | 'subscribe'>;
  readonly send: (request: SealedRequest) => Promise<Answer<unknown>>;
  readonly showRefusal: (code: Failure) => void;
  /** returns how to stop it */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Pressing + several times is one ballot. */
const gatherMs = 250;
/** Without an answer (no line, a server that restarts) it is tried again after this long. */
const againMs = 2_000;

/** Failures that another try may mend. */
const passing: readonly Failure[] = ['unreachable', 'restarting', 'storage-full', 'fault', 'too-fast'];

interface Unsent {
  /** the newest request for this thing; null while it is under way */
  request: SealedRequest | null;
}

export class SealedDesk {
  readonly #options: SealedDeskOptions;
  readonly #listeners = new Set<() => void>();
  readonly #stops = new Set<() => void>();
  readonly #unsent = new Map<string, Unsent>();
  readonly #stopWatching: () => void;
  #own: ReadonlyMap<string, OwnRound> = new Map();
  #fresh: ReadonlySet<string> = new Set();
  #running: ReadonlySet<string> = new Set();
  #known = '';
  #isClosed = false;

  constructor(options: SealedDeskOptions) {
    this.#options = options;
    this.#stopWatching = options.workshop.subscribe(() => this.#onRounds());
    this.#onRounds();
  }

  readonly own = (): ReadonlyMap<string, OwnRound> => this.#own;

  /** Rounds that ended while this page looked on, until their result was put away. */
  readonly fresh = (): ReadonlySet<string> => this.#fresh;

  readonly subscribe = (run: () => void): (() => void) => {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  };

  putAway(round: string): void {
    this.#fresh = new Set([...this.#fresh].filter((id) => id !== round));
    this.#tell();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
  }

  /** What I did on another device or tab. What waits here to be sent stays as it is. */
  async refresh(): Promise<void> {
    const answer = await this.#options.send({ method: 'GET', path: '' });
    if (this.#isClosed) return;
    const state = answer.ok ? v.safeParse(SealedState, answer.value) : null;
    if (state === null || !state.success) {
      if (answer.ok || passing.includes(answer.code)) this.#later(againMs, () => void this.refresh());
      return;
    }
    const own = new Map(this.#own);
    for (const mine of state.output.mine) {
      if (this.#isWaiting(mine.round)) continue;
      const ideas = mine.ideas.map((idea) => ({ ...idea, isWaiting: false }));
      const { abstains, answered } = mine;
      own.set(mine.round, { ideas, dots: mine.dots ?? {}, isWaiting: false, abstains, answered });
    }
    this.#show(own);
  }

  async open(round: OpenRound): Promise<Failure | null> {
    return this.#once({ method: 'POST', path: '', body: round });
  }

  async end(round: string, body: EndRound): Promise<Failure | null> {
    return this.#once({ method: 'PUT', path: `/${round}/end`, body });
  }

  async abstain(round: string, abstain: boolean): Promise<void> {
    const failure = await this.#once({ method: 'PUT', path: `/${round}/abstention`, body: { abstain } });
    if (failure === null) this.#change(round, (own) => ({ ...own, abstains: abstain, dots: abstain ? {} : own.dots }));
  }

  async answer(round: string, answers: PulseAnswers): Promise<Failure | null> {
    const failure = await this.#once({ method: 'PUT', path: `/${round}/answer`, body: { answers } });
    if (failure === null || failure === 'answered-already') this.#change(round, (own) => ({ ...own, answered: true }));
    return failure;
  }

  addIdea(round: string, text: string): void {
    this.writeIdea(round, newSealedId(), text);
  }

  writeIdea(round: string, id: string, text: string): void {
    this.#change(round, (own) => {
      const idea = { id, text, isWaiting: true };
      const isThere = own.ideas.some((one) => one.id === id);
      return { ...own, ideas: isThere ? own.ideas.map((one) => (one.id === id ? idea : one)) : [...own.ideas, idea] };
    });
    this.#keep(round, id, { method: 'PUT', path: `/${round}/ideas/${id}`, body: { text } });
  }

  removeIdea(round: string, id: string): void {
    this.#change(round, (own) => ({ ...own, ideas: own.ideas.filter((one) => one.id !== id) }));
    this.#keep(round, id, { method: 'DELETE', path: `/${round}/ideas/${id}` });
  }

  setDots(round: string, dots: Dots): void {
    this.#change(round, (own) => ({ ...own, dots, isWaiting: true }));
    this.#keep(round, 'ballot', { method: 'PUT', path: `/${round}/ballot`, body: { dots } }, gatherMs);
  }

  #onRounds(): void {
    const { rounds } = this.#options.workshop.view();
    const open = rounds.filter(({ status }) => status === 'open');
    const ended = rounds.filter(({ id, status }) => status !== 'open' && this.#running.has(id));
    // what comes next is in sight now; the result stands among the earlier rounds
    if (open.some(({ id }) => !this.#running.has(id))) this.#fresh = new Set();
    this.#running = new Set(open.map(({ id }) => id));
    if (ended.length > 0) this.#fresh = new Set([...this.#fresh, ...ended.map(({ id }) => id)]);
    const known = open.map(({ id }) => id).join();
    if (known === this.#known) return;
    this.#known = known;
    const ids = new Set(open.map(({ id }) => id));
    this.#show(new Map([...this.#own].filter(([id]) => ids.has(id))));
    if (open.length > 0) void this.refresh();
  }

  /** A request that a person waits for: sent once, its refusal is shown. */
  async #once(request: SealedRequest): Promise<Failure | null> {
    const answer = await this.#options.send(request);
    if (answer.ok) return null;
    this.#options.showRefusal(answer.code);
    return answer.code;
  }

  /** Sent until the server has it; of several for one thing only the newest counts. */
  #keep(round: string, thing: string, request: SealedRequest, waitMs = 0): void {
    const key = `${round}/${thing}`;
    const unsent = this.#unsent.get(key);
    if (unsent !== undefined) {
      unsent.request = request;
      return;
    }
    const started: Unsent = { request };
    this.#unsent.set(key, started);
    if (waitMs === 0) void this.#sendNext(round, key, started);
    else this.#later(waitMs, () => void this.#sendNext(round, key, started));
  }

  async #sendNext(round: string, key: string, unsent: Unsent): Promise<void> {
    const { request } = unsent;
    if (request === null || this.#isClosed) return;
    unsent.request = null;
    const answer = await this.#options.send(request);
    if (this.#isClosed) return;
    if (unsent.request !== null) {
      void this.#sendNext(round, key, unsent);
      return;
    }
    if (!answer.ok && passing.includes(answer.code)) {
      unsent.request = request;
      this.#later(againMs, () => void this.#sendNext(round, key, unsent));
      return;
    }
    this.#unsent.delete(key);
    if (answer.ok) this.#settled(round, key.slice(round.length + 1));
    else {
      this.#options.showRefusal(answer.code);
      void this.refresh();
    }
  }

  #settled(round: string, thing: string): void {
    if (!this.#own.has(round)) return;
    this.#change(round, (own) => ({
      ...own,
      isWaiting: thing === 'ballot' ? false : own.isWaiting,
      ideas: own.ideas.map((idea) => (idea.id === thing ? { ...idea, isWaiting: false } : idea)),
    }));
  }

  #isWaiting(round: string): boolean {
    return [...this.#unsent.keys()].some((key) => key.startsWith(`${round}/`));
  }

  #change(round: string, change: (own: OwnRound) => OwnRound): void {
    this.#show(new Map(this.#own).set(round, change(this.#own.get(round) ?? emptyOwn)));
  }

  #show(own: ReadonlyMap<string, OwnRound>): void {
    this.#own = own;
    this.#tell();
  }

  #tell(): void {
    for (const run of this.#listeners) run();
  }

  #later(ms: number, run: () => void): void {
    const stop = this.#options.after(ms, () => {
      this.#stops.delete(stop);
      run();
    });
    this.#stops.add(stop);
  }
}
