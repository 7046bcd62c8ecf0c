/**
 * What I wrote myself in open activities, as this page shows it: what the server holds, and on top of it what was done here and is
 * not there yet. What is under way outlives a reload of the tab, as a draft; of others there is nothing here.
 */
import * as v from 'valibot';
import type { Answer } from '#client/connection/api/Api.ts';
import type { SealedRequest } from '#client/connection/api/SeatApi.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import type { Drafts } from '#client/drafts/Drafts.ts';
import { Emitter } from '#client/state/Emitter.ts';
import {
  type EndActivity,
  type OpenActivity,
  type PulseAnswers,
  SealedMine,
  SealedState,
} from '#shared/wire/SealedRequest.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import { newSealedId } from './newSealedId.ts';
import { shownOwn, type OwnActivity } from './OwnActivity.ts';
import { joinedActs, requestOf, type OwnChange } from './OwnChange.ts';
import { gatherUnsent, hasOffer, keepActs, keepRefused, keptActs, sealedDrafts } from './sealedDrafts.ts';

export interface OwnActivitiesOptions {
  readonly workshop: Pick<Workshop, 'view' | 'subscribe' | 'onMessage'>;
  readonly send: (request: SealedRequest) => Promise<Answer<unknown>>;
  readonly showRefusal: (code: Failure) => void;
  /** Where acts lie until the server has them, and words that it did not take. */
  readonly drafts: Drafts;
  /** returns how to stop it */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Pressing + several times is one change. */
const gatherMs = 250;
/** Without an answer (no line, a server that restarts) it is tried again after this long. */
const againMs = 2_000;

/** Failures that another try may mend. */
const passing: readonly Failure[] = ['unreachable', 'restarting', 'storage-full', 'fault', 'too-fast'];

export class OwnActivities {
  readonly #options: OwnActivitiesOptions;
  readonly #changed = new Emitter();
  readonly #stops = new Set<() => void>();
  /** activities whose first act is under way or waits for its turn */
  readonly #busy = new Set<string>();
  readonly #stopWatching: () => void;
  /** as the server told it last */
  #held: ReadonlyMap<string, SealedMine> = new Map();
  /** not on the server yet, oldest first; the first one may be under way */
  #acts: ReadonlyMap<string, readonly OwnChange[]>;
  /** versions that the server spoke of */
  #told: ReadonlyMap<string, number> = new Map();
  #sending: ReadonlySet<OwnChange> = new Set();
  #own: ReadonlyMap<string, OwnActivity> = new Map();
  #fresh: ReadonlySet<string> = new Set();
  #running: ReadonlySet<string> = new Set();
  #known = '';
  #step = '';
  #isClosed = false;

  constructor(options: OwnActivitiesOptions) {
    this.#options = options;
    this.#acts = keptActs(options.drafts);
    const stops = [
      options.workshop.subscribe(() => this.#onActivities()),
      options.workshop.onMessage((message) => this.#onMessage(message)),
    ];
    this.#stopWatching = () => stops.forEach((stop) => stop());
    this.#onActivities();
  }

  readonly own = (): ReadonlyMap<string, OwnActivity> => this.#own;

  /** Activities that ended while this page looked on, until their result was put away. */
  readonly fresh = (): ReadonlySet<string> => this.#fresh;

  readonly subscribe = this.#changed.on;

  putAway(activity: string): void {
    const { drafts } = this.#options;
    if (hasOffer(drafts, activity)) drafts.keep(sealedDrafts.isAway(activity), true);
    this.#fresh = new Set([...this.#fresh].filter((id) => id !== activity));
    this.#tell();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    for (const stop of this.#stops) stop();
    this.#changed.clear();
  }

  /** What I did on another device or tab. What waits here to be sent stays on top of it. */
  async refresh(): Promise<void> {
    const answer = await this.#options.send({ method: 'GET', path: '' });
    if (this.#isClosed) return;
    const state = answer.ok ? v.safeParse(SealedState, answer.value) : null;
    if (state === null || !state.success) {
      if (answer.ok || passing.includes(answer.code)) this.#later(againMs, () => void this.refresh());
      return;
    }
    for (const mine of state.output.mine) this.#hold(mine);
    this.#show();
  }

  async open(activity: OpenActivity): Promise<Failure | null> {
    return this.#once({ method: 'POST', path: '', body: activity });
  }

  async end(activity: string, body: EndActivity): Promise<Failure | null> {
    return this.#once({ method: 'PUT', path: `/${activity}/end`, body });
  }

  async abstain(activity: string, abstain: boolean): Promise<void> {
    await this.#once({ method: 'PUT', path: `/${activity}/abstention`, body: { abstain } });
  }

  async answer(activity: string, answers: PulseAnswers): Promise<Failure | null> {
    const failure = await this.#once({ method: 'PUT', path: `/${activity}/answer`, body: { answers } });
    if (failure === 'answered-already') await this.refresh();
    return failure;
  }

  addIdea(activity: string, text: string): void {
    this.#do(activity, { kind: 'write', change: newSealedId(), idea: newSealedId(), text, from: 0 });
  }

  /** `from`: the version that was read when the change began. */
  changeIdea(activity: string, idea: string, text: string, from: number): void {
    this.#do(activity, { kind: 'write', change: newSealedId(), idea, text, from });
  }

  removeIdea(activity: string, idea: string, from: number): void {
    this.#do(activity, { kind: 'remove', idea, from });
  }

  /** One dot more, or one less. */
  addDot(activity: string, option: string, by: 1 | -1): void {
    this.#do(activity, { kind: 'dots', change: newSealedId(), by: { [option]: by } });
  }

  #onActivities(): void {
    const { activities, state } = this.#options.workshop.view();
    const step = `${state.step} ${state.stepStartedAt}`;
    // the results of a step are news for as long as it runs; then they stand among the earlier activities
    if (step !== this.#step) this.#forgetNews();
    this.#step = step;
    const open = activities.filter(({ status }) => status === 'open');
    const ended = activities.filter(({ id, status }) => status !== 'open' && this.#running.has(id));
    // what comes next is in sight now; the result stands among the earlier activities
    if (open.some(({ id }) => !this.#running.has(id))) this.#fresh = new Set();
    this.#running = new Set(open.map(({ id }) => id));
    if (ended.length > 0) this.#fresh = new Set([...this.#fresh, ...ended.map(({ id }) => id)]);
    for (const { id, status } of activities) {
      if (status !== 'open') gatherUnsent(this.#options.drafts, id);
      if (this.#acts.has(id)) this.#sendLater(id, 0);
    }
    const known = open.map(({ id }) => id).join();
    if (known === this.#known) return;
    this.#known = known;
    this.#held = new Map([...this.#held].filter(([id]) => this.#running.has(id)));
    this.#show();
    if (open.length > 0) void this.refresh();
  }

  #forgetNews(): void {
    if (this.#fresh.size === 0) return;
    this.#fresh = new Set();
    this.#tell();
  }

  #onMessage(message: ServerMessage): void {
    // after a break of the line I may have missed what another screen of mine did
    if (message.type === 'welcome' && this.#running.size > 0) void this.refresh();
    if (message.type !== 'mine') return;
    this.#told = new Map(this.#told).set(message.round, message.version);
    // the answer to what is under way tells it, too
    if (!this.#busy.has(message.round)) this.#catchUp(message.round);
  }

  /** Reads anew where another screen of mine is further than what is held. */
  #catchUp(activity: string): void {
    if ((this.#held.get(activity)?.version ?? -1) < (this.#told.get(activity) ?? 0)) void this.refresh();
  }

  /** A request that a person waits for: sent once, its refusal is shown, and what it answers is held. */
  async #once(request: SealedRequest): Promise<Failure | null> {
    const answer = await this.#options.send(request);
    if (!answer.ok) {
      this.#options.showRefusal(answer.code);
      return answer.code;
    }
    this.#take(answer.value);
    return null;
  }

  #take(value: unknown): void {
    const mine = v.safeParse(SealedMine, value);
    if (!mine.success || this.#isClosed) return;
    this.#hold(mine.output);
    this.#show();
  }

  #hold(mine: SealedMine): void {
    const held = this.#held.get(mine.round);
    if (!this.#running.has(mine.round) || (held !== undefined && held.version > mine.version)) return;
    this.#held = new Map(this.#held).set(mine.round, mine);
  }

  #do(activity: string, act: OwnChange): void {
    const acts = this.#acts.get(activity) ?? [];
    const last = acts.at(-1);
    const joined = last !== undefined && !this.#sending.has(last) ? joinedActs(last, act) : null;
    this.#keep(activity, joined === null ? [...acts, act] : [...acts.slice(0, -1), joined]);
    this.#show();
    this.#sendLater(activity, act.kind === 'dots' ? gatherMs : 0);
  }

  #sendLater(activity: string, ms: number): void {
    if (this.#busy.has(activity)) return;
    this.#busy.add(activity);
    if (ms === 0) void this.#sendFirst(activity);
    else this.#later(ms, () => void this.#sendFirst(activity));
  }

  /** One after the other, so that a later act builds on an earlier one; each until the server has answered it. */
  async #sendFirst(activity: string): Promise<void> {
    const act = this.#acts.get(activity)?.[0];
    if (act === undefined || this.#isClosed) {
      this.#busy.delete(activity);
      if (!this.#isClosed) this.#catchUp(activity);
      return;
    }
    this.#sending = new Set([...this.#sending, act]);
    const answer = await this.#options.send(requestOf(activity, act));
    if (this.#isClosed) return;
    if (!answer.ok && passing.includes(answer.code)) {
      this.#later(againMs, () => void this.#sendFirst(activity));
      return;
    }
    this.#sending = new Set([...this.#sending].filter((one) => one !== act));
    this.#keep(activity, this.#acts.get(activity)?.slice(1) ?? []);
    if (answer.ok) this.#take(answer.value);
    else this.#refused(activity, act, answer.code);
    this.#show();
    await this.#sendFirst(activity);
  }

  #refused(activity: string, act: OwnChange, code: Failure): void {
    this.#options.showRefusal(code);
    if (act.kind === 'write') keepRefused(this.#options.drafts, activity, act.text);
    void this.refresh();
  }

  #keep(activity: string, acts: readonly OwnChange[]): void {
    const all = new Map(this.#acts);
    if (acts.length === 0) all.delete(activity);
    else all.set(activity, acts);
    this.#acts = all;
    keepActs(this.#options.drafts, all);
  }

  #show(): void {
    const activities = [...this.#running].filter((id) => this.#held.has(id) || this.#acts.has(id));
    this.#own = new Map(activities.map((id) => [id, shownOwn(this.#held.get(id), this.#acts.get(id) ?? [])]));
    this.#tell();
  }

  #tell(): void {
    this.#changed.tell();
  }

  #later(ms: number, run: () => void): void {
    const stop = this.#options.after(ms, () => {
      this.#stops.delete(stop);
      run();
    });
    this.#stops.add(stop);
  }
}
