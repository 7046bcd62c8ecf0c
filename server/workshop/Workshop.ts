/**
 * The running workshop of one board: takes commands one after the other, stores what they make of the session, then tells
 * everybody. Commands that arrive while a write is under way are carried out together, with one write and one message.
 */
import { applyCommand, withoutPerson } from '#shared/workshop/applyCommand.ts';
import { notesOf } from '#shared/workshop/agendaNotes.ts';
import { permitsOf, type Permits } from '#shared/workshop/permits.ts';
import { activityBegan, activityEnded, changeClocks } from '#shared/workshop/stepClock.ts';
import type { AgendaNotes, Reaction, WorkshopState, Step } from '#shared/wire/WorkshopState.ts';
import type { WorkshopRequest } from '#shared/wire/WorkshopCommand.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { RecordRow } from '#server/store/RecordStore.ts';
import type { Store } from '#server/store/Store.ts';
import { CommandMemory, type CommandAnswer } from './CommandMemory.ts';
import { writeStoredWorkshop, type StoredWorkshop } from './StoredWorkshop.ts';
import type { WorkshopRecorder } from './WorkshopRecorder.ts';
import { isLeftAlone, isOver, movedRun, type WorkshopRun } from './WorkshopRun.ts';

/** What happens to a workshop in a step. */
export type Turn = 'start' | 'step' | 'end';

export interface WorkshopOptions {
  readonly board: BoardId;
  readonly stored: StoredWorkshop;
  readonly store: Pick<Store, 'readPerson' | 'writeWorkshop'>;
  readonly recorder: WorkshopRecorder;
  readonly nowMs: () => number;
  /** The session is on disk: everybody may know it. */
  onChanged(session: WorkshopState): void;
  onReaction(person: PersonId, reaction: Reaction): void;
  /** A workshop began with a step, a step was left, or the workshop ended in it. */
  onTurn(step: Step, turn: Turn): void;
}

/** A command of a person; or that a person is gone, an activity began or ended, or the record has to look again. */
type Task =
  | (Waiting & { readonly person: PersonId; readonly request: WorkshopRequest })
  | (Waiting & {
      /** who is gone */
      readonly person: PersonId | null;
      readonly request: null;
      change(session: WorkshopState): WorkshopState;
    });

/** What is on disk together, but for the memory of commands. */
type Kept = Pick<StoredWorkshop, 'session' | 'notes' | 'run'>;

interface Waiting {
  answered(answer: CommandAnswer): void;
  failed(error: unknown): void;
}

interface Move {
  readonly byMs: number;
  readonly adopted: Promise<void>;
  stored(): void;
  failed(error: unknown): void;
}

interface Outcome {
  readonly task: Task;
  readonly answer: CommandAnswer;
  /** an id seen before, or not even allowed: nothing new to remember */
  readonly isForgettable: boolean;
  readonly reaction: Reaction | null;
}

interface TurnOfStep {
  readonly step: Step;
  readonly turn: Turn;
}

export class Workshop {
  readonly #options: WorkshopOptions;
  readonly #commands: CommandMemory;
  #session: WorkshopState;
  #notes: AgendaNotes;
  #run: WorkshopRun | null;
  #permits: Permits;
  #waiting: Task[] = [];
  /** the wall clock was set: what has to be moved along before the next command */
  #moves: Move[] = [];
  #isBusy = false;

  constructor(options: WorkshopOptions) {
    this.#options = options;
    this.#session = options.stored.session;
    this.#notes = options.stored.notes;
    this.#permits = permitsOf(this.#session);
    this.#commands = options.stored.commands;
    this.#run = options.stored.run;
  }

  /** As it is on disk. */
  get session(): WorkshopState {
    return this.#session;
  }

  /** Facilitators' notes as they are on disk, by step. */
  get notes(): AgendaNotes {
    return this.#notes;
  }

  /** What it lets participants change. */
  get permits(): Permits {
    return this.#permits;
  }

  /** The version of the session after it; everybody was told then. Throws `Refusal`. */
  async perform(person: PersonId, request: WorkshopRequest): Promise<number> {
    const answer = await new Promise<CommandAnswer>((answered, failed) => {
      this.#add({ person, request, answered, failed });
    });
    if (typeof answer === 'string') throw new Refusal(answer);
    return answer;
  }

  /** Somebody was taken off the board. */
  async forgetPerson(person: PersonId): Promise<void> {
    await this.#change((session) => withoutPerson(session, person), person);
  }

  /** A sealed activity was opened; with minutes of its own its clock takes the place of the step's. */
  async activityBegan(activity: { readonly id: string; readonly minutes: number }): Promise<void> {
    await this.#change((session) => activityBegan(session, activity, this.#options.nowMs()));
  }

  async activityEnded(id: string): Promise<void> {
    await this.#change((session) => activityEnded(session, id));
  }

  /**
   * Somebody came, or the record is read: who is there is noted, a workshop that nobody ended is closed after its time, and who
   * was in one that is over is forgotten.
   */
  async keepRecord(): Promise<void> {
    const { recorder, nowMs } = this.#options;
    const now = nowMs();
    if (!recorder.hasUnseen(this.#run) && !isLeftAlone(this.#run, now) && !isOver(this.#run, now)) return;
    await this.#change((session) => session);
  }

  /** The wall clock is set by so much: a running clock ends as much later. Resolves when that is on disk; told when `adopted`. */
  async moveClock(byMs: number, adopted: Promise<void>): Promise<void> {
    const isRunning = this.#run !== null && this.#run.endedMs === null;
    if (movedClock(this.#session, byMs) === this.#session && !isRunning && !this.#isBusy) return;
    await new Promise<void>((stored, failed) => {
      this.#moves.push({ byMs, adopted, stored, failed });
      if (!this.#isBusy) void this.#work();
    });
  }

  #change(change: (session: WorkshopState) => WorkshopState, person: PersonId | null = null): Promise<void> {
    return new Promise<void>((done, failed) => {
      this.#add({ person, request: null, change, answered: () => done(), failed });
    });
  }

  #add(task: Task): void {
    this.#waiting.push(task);
    if (!this.#isBusy) void this.#work();
  }

  /** Never rejects: what fails is told to those who asked. */
  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0 || this.#moves.length > 0) {
      const move = this.#moves.shift();
      if (move !== undefined) {
        await this.#move(move);
        continue;
      }
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        for (const outcome of await this.#carryOut(batch)) outcome.task.answered(outcome.answer);
      } catch (error) {
        for (const task of batch) task.failed(error);
      }
    }
    this.#isBusy = false;
  }

  async #carryOut(batch: readonly Task[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const turns: TurnOfStep[] = [];
    const rows: RecordRow[] = [];
    const { recorder, nowMs } = this.#options;
    let { session, notes } = this;
    let run = this.#run;
    for (const task of batch) {
      const { outcome, next } = await this.#decide(task, { session, notes }, outcomes);
      outcomes.push(outcome);
      const recorded = await recorder.follow(run, { before: session, after: next.session }, nowMs());
      rows.push(...recorded.rows);
      turns.push(...turnsBetween(session, next.session, recorded.begins));
      ({ session, notes } = next);
      run = task.request === null ? withoutAttendant(recorded.run, task.person) : recorded.run;
    }
    if (session !== this.#session || run !== this.#run || outcomes.some(isForDisk)) {
      if (run?.endedMs === null) run = { ...run, lastMs: nowMs() };
      await this.#store({ session, notes, run }, rows, outcomes);
    }
    rememberAll(this.#commands, outcomes);
    this.#run = run;
    this.#notes = notes;
    this.#publish(session, outcomes, turns);
    return outcomes;
  }

  async #move({ byMs, adopted, stored, failed }: Move): Promise<void> {
    const moved = movedClock(this.#session, byMs);
    this.#run = movedRun(this.#run, byMs);
    try {
      if (moved !== this.#session || this.#run !== null)
        await this.#store({ session: moved, notes: this.#notes, run: this.#run }, [], []);
      stored();
    } catch (error) {
      // told all the same: a disk that refuses now must not end the step for all
      failed(error);
    }
    await adopted;
    this.#publish(moved, [], []);
  }

  async #store(kept: Kept, rows: readonly RecordRow[], outcomes: readonly Outcome[]): Promise<void> {
    const { board, store } = this.#options;
    const commands = new CommandMemory(this.#commands.toJSON());
    rememberAll(commands, outcomes);
    await store.writeWorkshop(board, writeStoredWorkshop({ ...kept, commands }), rows);
  }

  async #decide(
    task: Task,
    kept: Omit<Kept, 'run'>,
    before: readonly Outcome[],
  ): Promise<{ readonly outcome: Outcome; readonly next: Omit<Kept, 'run'> }> {
    const { session, notes } = kept;
    const answered = (answer: CommandAnswer, next = kept, reaction: Reaction | null = null) => ({
      outcome: { task, answer, reaction, isForgettable: answer === 'role-refused' || answer === 'seat-ended' },
      next,
    });
    if (task.request === null) {
      const next = task.change(session);
      return answered(next.version, { session: next, notes });
    }
    const { person, request } = task;
    const seen =
      this.#commands.answerTo(person, request.id) ??
      before.find((one) => one.task.person === person && one.task.request?.id === request.id)?.answer;
    if (seen !== undefined) return { outcome: { task, answer: seen, reaction: null, isForgettable: true }, next: kept };

    const { board, store, nowMs } = this.#options;
    const { command } = request;
    // the role at this very moment: it may have been taken back since the request came in
    const row = await store.readPerson(board, person);
    if (row === null || row.removedAtMs !== null) return answered('seat-ended');
    if (command.do === 'spotlight' && row.role === 'facilitator' && command.person !== person) {
      const leader = await store.readPerson(board, command.person);
      if (leader === null || leader.removedAtMs !== null) return answered('person-unknown');
    }
    const next = applyCommand(session, command, { person: row, nowMs: nowMs(), notes });
    if (typeof next === 'string') return answered(next);
    const isAgenda = command.do === 'setAgenda' && next !== session;
    return answered(
      next.version,
      { session: next, notes: isAgenda ? notesOf(next.agenda, command.notes, notes) : notes },
      command.do === 'react' ? command.reaction : null,
    );
  }

  #publish(session: WorkshopState, outcomes: readonly Outcome[], turns: readonly TurnOfStep[]): void {
    const isChanged = session !== this.#session;
    this.#session = session;
    this.#permits = isChanged ? permitsOf(session) : this.#permits;
    if (isChanged) this.#options.onChanged(session);
    for (const { task, reaction } of outcomes)
      if (reaction !== null && task.person !== null) this.#options.onReaction(task.person, reaction);
    for (const { step, turn } of turns) this.#options.onTurn(step, turn);
  }
}

/** The same session where no clock runs. */
function movedClock(session: WorkshopState, byMs: number): WorkshopState {
  const moved = changeClocks(session, (timer) =>
    timer.endsAt === null ? timer : { ...timer, endsAt: Math.max(0, timer.endsAt + byMs) },
  );
  return moved === null ? session : { ...session, ...moved, version: session.version + 1 };
}

function rememberAll(commands: CommandMemory, outcomes: readonly Outcome[]): void {
  for (const { task, answer, isForgettable } of outcomes)
    if (task.request !== null && !isForgettable) commands.remember(task.person, task.request.id, answer);
}

/** A command that did nothing must do nothing when it comes again, either. A reaction is not worth a write. */
function isForDisk({ task, isForgettable, reaction }: Outcome): boolean {
  return task.request !== null && !isForgettable && reaction === null;
}

/** A step that was begun anew was not left. `begins`: a workshop of its own begins, though nobody ended the one before. */
function turnsBetween(before: WorkshopState, after: WorkshopState, begins: boolean): readonly TurnOfStep[] {
  const turns: Turn[] = [];
  if (before.step !== null && before.step !== after.step) turns.push(after.step === null ? 'end' : 'step');
  if (after.step !== null && (before.step === null || begins)) turns.push('start');
  return turns.flatMap((turn) => {
    const { agenda, step: id } = turn === 'start' ? after : before;
    const step = agenda.find((one) => one.id === id);
    return step === undefined ? [] : [{ step, turn }];
  });
}

/** Whoever was taken off the board is not counted. */
function withoutAttendant(run: WorkshopRun | null, person: PersonId | null): WorkshopRun | null {
  if (run === null || person === null || !run.people.includes(person)) return run;
  return { ...run, people: run.people.filter((one) => one !== person) };
}
