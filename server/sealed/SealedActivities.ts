/**
 * Private ideas, votes and pulses of all boards. What people write goes from here to the store, and back to its own writer;
 * to everybody goes the public side only: at once when an activity begins or ends, and at most once a second while it runs, so
 * that no count can be laid beside what one person did just then.
 */
import * as v from 'valibot';
import { readMap } from '#shared/board/mapDocument.ts';
import {
  type DotChange,
  type EndActivity,
  type OpenActivity,
  type PulseAnswers,
  sealedLimits,
  type SealedMine,
  type SealedState,
  type WriteIdea,
} from '#shared/wire/SealedRequest.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { votedThings } from '#shared/workshop/votedThings.ts';
import { ballotFault, withDots } from '#shared/workshop/votes.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Cancel, Clock } from '#server/clock/Clock.ts';
import type { Log } from '#server/log/Log.ts';
import type { Relay, RoomCompanion } from '#server/relay/Relay.ts';
import type { PersonRow, PeopleStore } from '#server/store/PeopleStore.ts';
import type { ActivityStore } from '#server/store/ActivityStore.ts';
import type { DamageStore } from '#server/store/DamageStore.ts';
import type { BoardStore } from '#server/store/BoardStore.ts';
import type { DoorStore } from '#server/store/DoorStore.ts';
import { NotStoredError } from '#server/store/storeErrors.ts';
import { Attendance } from './Attendance.ts';
import { OwedResult } from '#server/sealed/result/OwedResult.ts';
import { resultOf } from '#server/sealed/result/resultOf.ts';
import { newActivity } from './newActivity.ts';
import { publicSide, type Entries } from './publicSide.ts';
import { changedEntry, mineOf, type SealedEntry } from './SealedEntry.ts';
import type { ActivityKeys } from '#server/sealed/keys/ActivityKeys.ts';
import { ActivityRows, type UnderstoodActivity } from './ActivityRows.ts';
import { SealedRows } from './SealedRows.ts';
import { roundsMessage } from './roundsMessage.ts';
import { settleAgainMs } from './settleAgainMs.ts';
import { withoutContent } from './withoutContent.ts';
import { writeOwed } from '#server/sealed/result/writeOwed.ts';

/** How often counts of running activities are told. */
const countEveryMs = 1_000;
export interface SealedActivitiesOptions {
  readonly store: ActivityStore & BoardStore & DamageStore & DoorStore & PeopleStore;
  readonly keys: ActivityKeys;
  /** asked for when it is needed: the relay is made after its companions */
  readonly relay: () => Pick<Relay, 'change' | 'present' | 'tell'>;
  readonly clock: Clock;
  readonly log: Log;
  /** 16 lower-case letters and digits, from the operating system's randomness */
  readonly newId: () => string;
  /** An activity was opened. Waited for before its opener is answered. */
  readonly onOpened?: (board: BoardId, activity: { readonly id: string; readonly minutes: number }) => Promise<void>;
  readonly onEnded?: (board: BoardId, activity: string) => Promise<void>;
}

interface Whose {
  /** null: of a vote or a pulse */
  readonly kind: SealedActivity['kind'] | null;
  readonly person: PersonId;
  readonly change: string | null;
}

interface Shown {
  activities: readonly SealedActivity[];
  cancelPush: Cancel | null;
  cancelSettle: Cancel | null;
}

export class SealedActivities implements RoomCompanion {
  readonly #options: SealedActivitiesOptions;
  readonly #activities: ActivityRows;
  readonly #rows: SealedRows;
  readonly #queue = new KeyedQueue();
  /** what is told is told in the order in which it was read */
  readonly #pushes = new KeyedQueue();
  readonly #attendance = new Attendance();
  /** of boards that people have open: what everybody was told last */
  readonly #shown = new Map<BoardId, Shown>();
  /** how often in a row what a board is owed could not be written, also while nobody has it open */
  readonly #failures = new Map<BoardId, number>();

  constructor(options: SealedActivitiesOptions) {
    this.#options = options;
    this.#activities = new ActivityRows({ ...options, nowMs: () => options.clock.nowMs() });
    this.#rows = new SealedRows({ ...options, activities: this.#activities });
  }

  /** To be awaited before anybody comes. */
  async start(): Promise<void> {
    await this.#activities.start();
  }

  /** What is left of a board that is deleted, beside the store. */
  async forget(board: BoardId): Promise<void> {
    await this.#activities.forget(board);
  }

  /** What open votes hold (SHEET-8), as keys of things of the map; told to nobody before it is held. */
  votedOn(board: BoardId): ReadonlySet<string> {
    return votedThings(this.#shown.get(board)?.activities ?? []);
  }

  async opened(board: BoardId): Promise<void> {
    const rows = await this.#activities.list(board);
    this.#shown.set(board, {
      activities: await this.#publicActivities(board, rows),
      cancelPush: null,
      cancelSettle: null,
    });
    if (rows.some(({ row }) => row.due !== null)) this.#settleLater(board, 0);
  }

  closed(board: BoardId): void {
    const shown = this.#shown.get(board);
    shown?.cancelPush?.();
    shown?.cancelSettle?.();
    this.#shown.delete(board);
    this.#attendance.forget(board);
  }

  greetings(board: BoardId): readonly ServerMessage[] {
    const shown = this.#shown.get(board);
    if (shown === undefined) return [];
    // somebody came: a running activity may count one more person
    if (shown.activities.some(({ status }) => status === 'open')) this.#pushLater(board);
    return [roundsMessage(shown.activities, this.#options.clock.nowMs())];
  }

  /** What a person may know now: what everybody was told, and what is theirs. */
  async state(board: BoardId, person: PersonId): Promise<SealedState> {
    const rows = await this.#activities.list(board);
    const activities = this.#shown.get(board)?.activities ?? (await this.#publicActivities(board, rows));
    const mine = await Promise.all(
      rows
        .filter(({ activity }) => activity.status === 'open')
        .map(async ({ row: { id } }) => mineOf(id, await this.#rows.entryOf(board, id, person))),
    );
    return { now: this.#options.clock.nowMs(), rounds: [...activities], mine };
  }

  /** The same id a second time changes nothing. */
  async open(board: BoardId, person: PersonId, asked: OpenActivity): Promise<void> {
    const { relay, clock, onOpened } = this.#options;
    await this.#queue.take(board, async () => {
      const rows = await this.#activities.list(board);
      if (rows.some(({ row }) => row.id === asked.id)) return;
      if (rows.some(({ activity: { kind, status } }) => status === 'open' && kind === asked.kind))
        throw new Refusal('round-open');
      if (rows.length >= sealedLimits.maxActivities) throw new Refusal('too-many-rounds');
      const smallest = asked.kind === 'pulse' ? await relay().change(board, (doc) => minimumOf(readMap(doc))) : 0;
      const activity = newActivity(asked, smallest, clock.nowMs());
      await this.#activities.open(board, activity);
      if (asked.kind !== 'ideas' && asked.abstain === true)
        await this.#rows.change(board, asked.id, person, (entry) => changedEntry({ ...entry, abstains: true }, null));
      await onOpened?.(board, { id: asked.id, minutes: asked.minutes ?? 0 });
    });
    await this.#push(board);
  }

  /** Writes an idea, or changes it from the version that was read. Gives all that is the person's own after it. */
  async writeIdea(
    board: BoardId,
    person: PersonId,
    activity: string,
    { id, text, from, change }: WriteIdea & { readonly id: string },
  ): Promise<SealedMine> {
    return this.#change(board, activity, { kind: 'ideas', person, change }, (entry, open) => {
      const before = entry.ideas.find((own) => own.id === id);
      if ((before?.version ?? 0) !== from) throw new Refusal('idea-moved');
      const idea = { id, text, version: from + 1 };
      if (before !== undefined) return { ...entry, ideas: entry.ideas.map((own) => (own.id === id ? idea : own)) };
      if (entry.ideas.length >= sealedLimits.maxIdeasPerPerson) throw new Refusal('too-many-ideas');
      const shown = this.#shown.get(board)?.activities.find((one) => one.id === open.id);
      if (shown?.kind === 'ideas' && shown.ideas >= sealedLimits.maxIdeas) throw new Refusal('ideas-full');
      return { ...entry, ideas: [...entry.ideas, idea] };
    });
  }

  /** What is not there any more is taken away. */
  async removeIdea(
    board: BoardId,
    person: PersonId,
    activity: string,
    idea: string,
    from: number,
  ): Promise<SealedMine> {
    return this.#change(board, activity, { kind: 'ideas', person, change: null }, (entry) => {
      const before = entry.ideas.find(({ id }) => id === idea);
      if (before === undefined) return entry;
      if (before.version !== from) throw new Refusal('idea-moved');
      return { ...entry, ideas: entry.ideas.filter((own) => own !== before) };
    });
  }

  /** A change of the ballot as the server holds it, whatever the screen showed on which it was made. */
  async changeDots(board: BoardId, person: PersonId, activity: string, { change, by }: DotChange): Promise<SealedMine> {
    return this.#change(board, activity, { kind: 'vote', person, change }, (entry, open) => {
      if (entry.abstains) throw new Refusal('abstaining');
      const dots = withDots(entry.dots ?? {}, by);
      const fault = open.kind === 'vote' ? ballotFault(open, dots) : null;
      if (fault !== null) throw new Refusal(fault);
      const given = Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0));
      return { ...entry, dots: Object.keys(given).length === 0 ? null : given };
    });
  }

  async abstain(board: BoardId, person: PersonId, activity: string, abstains: boolean): Promise<SealedMine> {
    return this.#change(board, activity, { kind: null, person, change: null }, (entry) => {
      if (entry.answers !== null) throw new Refusal('answered-already');
      if (entry.abstains === abstains) return entry;
      return { ...entry, abstains, dots: abstains ? null : entry.dots };
    });
  }

  async answer(board: BoardId, person: PersonId, activity: string, answers: PulseAnswers): Promise<SealedMine> {
    return this.#change(board, activity, { kind: 'pulse', person, change: null }, (entry) => {
      if (entry.abstains) throw new Refusal('abstaining');
      if (entry.answers !== null) throw new Refusal('answered-already');
      return { ...entry, answers };
    });
  }

  /** An end to where the activity is already changes nothing. */
  async end(board: BoardId, activity: string, asked: EndActivity, day: string): Promise<void> {
    const { relay, clock, newId } = this.#options;
    await this.#queue.take(board, async () => {
      const { activity: open, early } = await this.#find(board, activity);
      if (open.status === asked.to) return;
      if (open.status !== 'open') throw new Refusal('round-ended');
      if (asked.to !== 'discarded' && (open.kind === 'ideas') !== (asked.to === 'revealed'))
        throw new Refusal('invalid-body');
      await this.#rows.end(board, activity, async (entries) => {
        const people = await this.#people(board);
        const seen = this.#attendance.see(board, activity, relay().present(board));
        const ended = resultOf(open, ofPeople(entries, people), {
          to: asked.to,
          evenIfFew: asked.evenIfFew === true,
          nowMs: clock.nowMs(),
          day,
          around: { seen: staying(seen, people), early },
          hasRemovedWriters: [...entries].some(([person, { ideas }]) => ideas.length > 0 && !people.has(person)),
          nameOf: (person) => people.get(person)?.name ?? '',
          newId,
        });
        const due = ended.due === null ? null : JSON.stringify(ended.due);
        const record = ended.record === null ? null : JSON.stringify(ended.record);
        return { endedAtMs: clock.nowMs(), content: JSON.stringify(ended.activity), due, record };
      });
      await this.#options.onEnded?.(board, activity);
      await this.#settle(board);
    });
    await this.#push(board);
  }

  /** Writes into the document what ended activities owe it. What fails stays due and is tried again. */
  async #settle(board: BoardId): Promise<void> {
    const { store, relay, log, newId } = this.#options;
    for (const { row } of await this.#activities.list(board)) {
      const { id, due } = row;
      if (due === null) continue;
      try {
        const owed = v.parse(OwedResult, JSON.parse(due));
        const refusal = await relay().change(board, (doc) => writeOwed(doc, owed, newId));
        if (refusal !== null) log.error('sealed.resultRefused', { board }, new Error(refusal.code));
        await store.settleActivity(board, id);
        this.#failures.delete(board);
      } catch (error) {
        if (error instanceof NotStoredError) {
          this.#failures.delete(board);
          return;
        }
        this.#waitToSettle(board, error);
      }
    }
  }

  #waitToSettle(board: BoardId, error: unknown): void {
    const failures = (this.#failures.get(board) ?? 0) + 1;
    this.#failures.set(board, failures);
    const againMs = settleAgainMs(failures);
    this.#options.log.error('sealed.resultWaits', { board, againMs }, withoutContent(error));
    this.#settleLater(board, againMs);
  }

  #settleLater(board: BoardId, ms: number): void {
    const shown = this.#shown.get(board);
    if (shown === undefined || shown.cancelSettle !== null) return;
    shown.cancelSettle = this.#options.clock.setTimer(() => {
      shown.cancelSettle = null;
      void this.#guard(board, () => this.#queue.take(board, () => this.#settle(board)));
    }, ms);
  }

  /** A change that is in it already, and one that changes nothing, leave it as it is. */
  async #change(
    board: BoardId,
    activity: string,
    { kind, person, change }: Whose,
    apply: (entry: SealedEntry, open: SealedActivity) => SealedEntry,
  ): Promise<SealedMine> {
    const { activity: open } = await this.#find(board, activity);
    if (kind === null ? open.kind === 'ideas' : open.kind !== kind) throw new Refusal('round-unknown');
    if (open.status !== 'open') throw new Refusal('round-ended');
    const changing = this.#rows.change(board, activity, person, (before) => {
      if (change !== null && before.changes.includes(change)) return before;
      const after = apply(before, open);
      return after === before ? before : changedEntry(after, change);
    });
    const { entry, isChanged } = await changing.catch((error: unknown) => {
      // it ended in between
      throw error instanceof NotStoredError ? new Refusal('round-ended') : error;
    });
    if (isChanged) {
      // to one's own screens only, and not what it is: that comes over HTTP with the seat
      const { relay } = this.#options;
      relay().tell(board, { type: 'mine', round: activity, version: entry.version }, { person });
      this.#pushLater(board);
    }
    return mineOf(activity, entry);
  }

  async #find(board: BoardId, activity: string): Promise<UnderstoodActivity> {
    const found = (await this.#activities.list(board)).find(({ row }) => row.id === activity);
    if (found === undefined) throw new Refusal('round-unknown');
    return found;
  }

  #pushLater(board: BoardId): void {
    const shown = this.#shown.get(board);
    if (shown === undefined || shown.cancelPush !== null) return;
    shown.cancelPush = this.#options.clock.setTimer(() => {
      shown.cancelPush = null;
      void this.#guard(board, () => this.#push(board));
    }, countEveryMs);
  }

  /** Tells everybody, where there is something new. */
  #push(board: BoardId): Promise<void> {
    return this.#pushes.take(board, () => this.#pushNow(board));
  }

  async #pushNow(board: BoardId): Promise<void> {
    const { relay } = this.#options;
    const shown = this.#shown.get(board);
    if (shown === undefined) return;
    const activities = await this.#publicActivities(board, await this.#activities.list(board));
    if (JSON.stringify(activities) === JSON.stringify(shown.activities)) return;
    shown.activities = activities;
    if (this.#shown.get(board) === shown) relay().tell(board, roundsMessage(activities, this.#options.clock.nowMs()));
  }

  /** Nobody waits for what runs by a timer; a fault is logged, and the next change tries again. */
  async #guard(board: BoardId, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#options.log.error('sealed.fault', { board }, withoutContent(error));
    }
  }

  async #publicActivities(board: BoardId, rows: readonly UnderstoodActivity[]): Promise<SealedActivity[]> {
    const { relay } = this.#options;
    if (rows.every(({ activity }) => activity.status !== 'open')) return rows.map(({ activity }) => activity);
    const people = await this.#people(board);
    return Promise.all(
      rows.map(async ({ activity, early }) => {
        if (activity.status !== 'open') return activity;
        const seen = this.#attendance.see(board, activity.id, relay().present(board));
        const entries = ofPeople(await this.#rows.entries(board, activity.id), people);
        return publicSide(activity, entries, { seen: staying(seen, people), early });
      }),
    );
  }

  /** Everybody but those who were removed. */
  async #people(board: BoardId): Promise<ReadonlyMap<PersonId, PersonRow>> {
    const rows = await this.#options.store.listPeople(board);
    return new Map(rows.filter(({ removedAtMs }) => removedAtMs === null).map((row) => [row.id, row]));
  }
}

function minimumOf({ partnership }: ReturnType<typeof readMap>): number {
  return Math.max(sealedLimits.fewestAnswers, partnership.min_responses);
}

function ofPeople(entries: Entries, people: ReadonlyMap<PersonId, PersonRow>): Entries {
  return new Map([...entries].filter(([person]) => people.has(person)));
}

function staying(seen: ReadonlySet<PersonId>, people: ReadonlyMap<PersonId, PersonRow>): ReadonlySet<PersonId> {
  return new Set([...seen].filter((person) => people.has(person)));
}
