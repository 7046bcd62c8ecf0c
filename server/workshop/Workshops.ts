/**
 * The running workshops of all boards. One is in memory while its room is open or somebody asks something of it; what it
 * says is on disk before anybody hears it.
 */
import type { Permits } from '#shared/workshop/permits.ts';
import type { AgendaNotes, WorkshopState, Step } from '#shared/wire/WorkshopState.ts';
import type { WorkshopRequest } from '#shared/wire/WorkshopCommand.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Limits } from '#shared/wire/limits.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { Log } from '#server/log/Log.ts';
import type { RoomCompanion } from '#server/relay/Relay.ts';
import type { Store } from '#server/store/Store.ts';
import { readStoredWorkshop, type StoredWorkshop } from './StoredWorkshop.ts';
import { type Turn, Workshop } from './Workshop.ts';
import { type RecorderOptions, WorkshopRecorder } from './WorkshopRecorder.ts';

export interface WorkshopsOptions {
  readonly store: Pick<Store, 'listPeople' | 'readPerson' | 'readWorkshop' | 'setAside' | 'writeWorkshop'>;
  /** what the record of a workshop is made of */
  readonly recorded: Pick<RecorderOptions, 'readMap' | 'present' | 'newId'>;
  readonly limits: Pick<Limits, 'commandsPerMinute' | 'reactionsPerMinute'>;
  readonly nowMs: () => number;
  /** by which the clocks of steps run; `nowMs` unless said */
  readonly evenMs?: () => number;
  /** how long the server has stood still so far */
  readonly stoodStillMs?: () => number;
  readonly log: Log;
  /** To everybody on the board. */
  tell(board: BoardId, message: ServerMessage): void;
  /** A step was left, or with `isEnd` the workshop ended in it. Nobody waits for it but `finish`. */
  readonly onTurn?: (board: BoardId, step: Step, turn: Turn) => Promise<void>;
}

interface Entry {
  readonly loading: Promise<Workshop>;
  workshop: Workshop | null;
  isOpen: boolean;
  uses: number;
}

export class Workshops implements RoomCompanion {
  readonly #options: WorkshopsOptions;
  readonly #entries = new Map<BoardId, Entry>();
  readonly #commands: SlidingWindow;
  readonly #reactions: SlidingWindow;
  /** what the ends of steps have begun */
  readonly #ending = new Set<Promise<unknown>>();

  constructor(options: WorkshopsOptions) {
    const { limits, nowMs, stoodStillMs = () => 0 } = options;
    const minute = { windowMs: 60_000, nowMs, stoodStillMs };
    this.#options = options;
    this.#commands = new SlidingWindow({ limit: limits.commandsPerMinute, ...minute });
    this.#reactions = new SlidingWindow({ limit: limits.reactionsPerMinute, ...minute });
  }

  /** By which their clocks run. */
  nowMs(): number {
    const { nowMs, evenMs = nowMs } = this.#options;
    return evenMs();
  }

  /** Workshops in memory. */
  get count(): number {
    return this.#entries.size;
  }

  async opened(board: BoardId): Promise<void> {
    const entry = this.#entryOf(board);
    entry.isOpen = true;
    await entry.loading;
  }

  closed(board: BoardId): void {
    const entry = this.#entries.get(board);
    if (entry === undefined) return;
    entry.isOpen = false;
    this.#dropUnused(board, entry);
  }

  /** Whoever is greeted is there. */
  greetings(board: BoardId): readonly ServerMessage[] {
    const workshop = this.#entries.get(board)?.workshop ?? null;
    workshop?.keepRecord().catch((error: unknown) => this.#options.log.error('session.notRecorded', { board }, error));
    const session = this.stateOf(board);
    return session === null ? [] : [this.#message(session)];
  }

  /** As it is on disk; null while no room is open. */
  stateOf(board: BoardId): WorkshopState | null {
    return this.#entries.get(board)?.workshop?.session ?? null;
  }

  /** What participants may change just now; null when nothing is limited. */
  permitsOf(board: BoardId): Permits | null {
    return this.#entries.get(board)?.workshop?.permits ?? null;
  }

  async read(board: BoardId): Promise<WorkshopState> {
    return this.#with(board, (workshop) => workshop.session);
  }

  /** The record is about to be read: what still has to come into it, comes. */
  async keepRecord(board: BoardId): Promise<void> {
    await this.#with(board, (workshop) => workshop.keepRecord());
  }

  /** Facilitators' notes and the version of the agenda that they belong to. */
  async readNotes(board: BoardId): Promise<{ readonly agendaVersion: number; readonly notes: AgendaNotes }> {
    return this.#with(board, ({ session, notes }) => ({ agendaVersion: session.agendaVersion, notes }));
  }

  /** Counts one try of a person; throws `Refusal` above the limit, before the command is even read. */
  countTry(board: BoardId, person: PersonId): void {
    countIn(this.#commands, board, person);
  }

  /** The version after it. Throws `Refusal`. */
  async perform(board: BoardId, person: PersonId, request: WorkshopRequest): Promise<number> {
    if (request.command.do === 'react') countIn(this.#reactions, board, person);
    return this.#with(board, (workshop) => workshop.perform(person, request));
  }

  /** Somebody was taken off the board. */
  async forgetPerson(board: BoardId, person: PersonId): Promise<void> {
    await this.#with(board, (workshop) => workshop.forgetPerson(person));
  }

  /** A sealed activity was opened: where it has minutes, its clock begins. Never rejects; without it people go on. */
  async activityBegan(board: BoardId, activity: { readonly id: string; readonly minutes: number }): Promise<void> {
    if (activity.minutes > 0) await this.#onActivity(board, (workshop) => workshop.activityBegan(activity));
  }

  /** The clock of the step is there again. Never rejects. */
  async activityEnded(board: BoardId, id: string): Promise<void> {
    await this.#onActivity(board, (workshop) => workshop.activityEnded(id));
  }

  async #onActivity(board: BoardId, change: (workshop: Workshop) => Promise<void>): Promise<void> {
    try {
      await this.#with(board, change);
    } catch (error) {
      this.#options.log.error('session.clockNotStored', { board }, error);
    }
  }

  /** The wall clock is set by so much; resolves when all running clocks are ready for it. */
  async moveClocks(byMs: number, adopted: Promise<void>): Promise<void> {
    this.#options.log.warn('session.wallClockSet', { byMs });
    const moved = [...this.#entries].map(async ([board, { workshop }]) => {
      try {
        await workshop?.moveClock(byMs, adopted);
      } catch (error) {
        this.#options.log.error('session.clockNotStored', { board }, error);
      }
    });
    await Promise.all(moved);
  }

  /** Resolves when what the ends of steps have begun is done. */
  async finish(): Promise<void> {
    await Promise.all(this.#ending);
  }

  async #with<T>(board: BoardId, use: (workshop: Workshop) => T | Promise<T>): Promise<T> {
    const entry = this.#entryOf(board);
    entry.uses++;
    try {
      return await use(await entry.loading);
    } finally {
      entry.uses--;
      this.#dropUnused(board, entry);
    }
  }

  #entryOf(board: BoardId): Entry {
    const there = this.#entries.get(board);
    if (there !== undefined) return there;
    const entry: Entry = { loading: this.#load(board), workshop: null, isOpen: false, uses: 0 };
    this.#entries.set(board, entry);
    entry.loading.then(
      (workshop) => (entry.workshop = workshop),
      // whoever asked gets the error; the next one who asks tries again
      () => this.#entries.get(board) === entry && this.#entries.delete(board),
    );
    return entry;
  }

  async #load(board: BoardId): Promise<Workshop> {
    const { store, recorded, tell, log, onTurn } = this.#options;
    const stored = await this.#read(board);
    return new Workshop({
      board,
      stored,
      store,
      recorder: new WorkshopRecorder(board, { ...recorded, store, log }),
      nowMs: () => this.nowMs(),
      onChanged: (session) => tell(board, this.#message(session)),
      // nobody shall hold back from saying that it goes too fast
      onReaction: (person, reaction) =>
        tell(board, { type: 'reaction', person: reaction === 'slower' ? null : person, reaction }),
      onTurn: (step, turn) => {
        if (onTurn === undefined) return;
        const ended: Promise<unknown> = onTurn(board, step, turn)
          .catch((error: unknown) => log.error('session.stepEndFailed', { board }, error))
          .finally(() => this.#ending.delete(ended));
        this.#ending.add(ended);
      },
    });
  }

  /** A workshop that cannot be understood is set aside, and the board opens without it; facilitators are told. */
  async #read(board: BoardId): Promise<StoredWorkshop> {
    const { store, log } = this.#options;
    const text = await store.readWorkshop(board);
    try {
      return readStoredWorkshop(text);
    } catch (error) {
      log.error('session.unreadable', { board, error: error instanceof Error ? error.name : 'unknown' });
      await store.setAside(board, 'agenda', '');
      return readStoredWorkshop(null);
    }
  }

  #dropUnused(board: BoardId, entry: Entry): void {
    if (!entry.isOpen && entry.uses === 0 && this.#entries.get(board) === entry) this.#entries.delete(board);
  }

  #message(session: WorkshopState): ServerMessage {
    return { type: 'session', now: this.nowMs(), session };
  }
}

function countIn(window: SlidingWindow, board: BoardId, person: PersonId): void {
  const key = `${board}/${person}`;
  if (window.isFull(key)) throw new Refusal('too-fast');
  window.add(key);
}
