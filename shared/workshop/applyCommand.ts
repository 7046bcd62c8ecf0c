/**
 * The running workshop after a command, or why the command is refused. Pure: who asks and what time it is come in. A command
 * that changes nothing gives back the very session it got, so that nobody is told anything.
 */
import type { PersonId } from '#shared/wire/ids.ts';
import type { RefusalCode } from '#shared/wire/refusals.ts';
import type { Role } from '#shared/wire/roles.ts';
import { isSameNotes, notesOf } from './agendaNotes.ts';
import { isSameAgenda } from './mergeAgenda.ts';
import { changeClocks } from './stepClock.ts';
import { changeShowing, followsStep, isOfShowing, type ShowingCommand } from './showing.ts';
import type { AgendaNotes, WorkshopState, Step, Timer } from '#shared/wire/WorkshopState.ts';
import { mayCommand, type WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { addTime, pauseTimer, resumeTimer, startTimer } from './timer.ts';

export interface CommandContext {
  readonly person: { readonly id: PersonId; readonly name: string; readonly role: Role };
  /** the server's time */
  readonly nowMs: number;
  /** facilitators' notes as they are kept, beside the session and never in it */
  readonly notes?: AgendaNotes;
}

/** Everything in a session goes to everybody on every change, so nothing in it grows without end. */
export const sessionBounds = { locks: 2_000, hands: 500, ready: 1_000 } as const;

const minuteMs = 60_000;

export function applyCommand(
  session: WorkshopState,
  command: WorkshopCommand,
  context: CommandContext,
): WorkshopState | RefusalCode {
  if (!mayCommand(context.person.role, command.do)) return 'role-refused';
  const change = isOfShowing(command) ? changeShowing(session, command, context) : changeOf(session, command, context);
  if (change === null) return session;
  return typeof change === 'string' ? change : { ...session, ...change, version: session.version + 1 };
}

/** Without somebody who was taken off the board; the same session where nothing of theirs was in it. */
export function withoutPerson(session: WorkshopState, person: PersonId): WorkshopState {
  const hands = session.hands.filter((hand) => hand.person !== person);
  const isReady = session.ready?.people.includes(person) === true;
  const leads = session.spotlight?.person === person;
  if (hands.length === session.hands.length && !isReady && !leads) return session;
  return {
    ...session,
    version: session.version + 1,
    hands,
    ready: session.ready && { ...session.ready, people: session.ready.people.filter((one) => one !== person) },
    spotlight: leads ? null : session.spotlight,
  };
}

type Change = Partial<WorkshopState> | RefusalCode | null;

function changeOf(
  session: WorkshopState,
  command: Exclude<WorkshopCommand, ShowingCommand>,
  { person, nowMs, notes = {} }: CommandContext,
): Change {
  switch (command.do) {
    case 'setAgenda':
      return setAgenda(session, command, notes);
    case 'goToStep':
      return goToFrom(session, command, nowMs);
    case 'nextStep':
    case 'previousStep':
      return goBeside(session, command.do === 'nextStep' ? 1 : -1, command.from, nowMs);
    case 'endWorkshop':
      return endWorkshop(session, nowMs);

    case 'startTimer':
      return session.timer === null ? { timer: startTimer(command.minutes * minuteMs, nowMs) } : 'timer-there';
    case 'addTime':
      return changeTimer(session, (timer) => addTime(timer, command.minutes * minuteMs, nowMs));
    case 'pauseTimer':
      return changeTimer(session, (timer) => pauseTimer(timer, nowMs));
    case 'resumeTimer':
      return changeTimer(session, (timer) => resumeTimer(timer, nowMs));
    case 'clearTimer':
      return session.timer === null ? null : { timer: null };

    case 'lightStage':
      return session.stage === command.stage ? null : { stage: command.stage };

    case 'spotlight':
      return { spotlight: { person: command.person, firm: command.firm, place: command.place, at: nowMs } };
    case 'endSpotlight':
      if (session.spotlight === null || (command.at ?? session.spotlight.at) !== session.spotlight.at) return null;
      return { spotlight: null };

    case 'lock':
      return lock(session, command.keys);
    case 'unlock':
      return unlock(session, command.keys);
    case 'lockAll':
      return session.lockedAll === command.on ? null : { lockedAll: command.on };
    case 'openSkeleton':
      return session.skeletonOpen === command.open ? null : { skeletonOpen: command.open };

    case 'askReady':
      if (session.ready !== null) return 'ready-there';
      return { ready: { question: command.question, startedAt: nowMs, people: [] } };
    case 'sayReady':
      return sayReady(session, person.id, command);
    case 'endReady':
      if (session.ready === null || (command.asked ?? session.ready.startedAt) !== session.ready.startedAt) return null;
      return { ready: null };

    case 'raiseHand':
      if (session.hands.some((hand) => hand.person === person.id)) return null;
      if (session.hands.length >= sessionBounds.hands) return 'too-fast';
      return { hands: [...session.hands, { person: person.id, name: person.name, at: nowMs }] };
    case 'lowerHand': {
      const whose = command.person ?? person.id;
      if (whose !== person.id && person.role !== 'facilitator') return 'role-refused';
      const hands = session.hands.filter((hand) => hand.person !== whose);
      return hands.length === session.hands.length ? null : { hands };
    }
    case 'lowerAllHands':
      return lowerHands(session, command.upTo ?? Infinity);
    case 'react':
      return null;
  }
}

interface NewAgenda {
  readonly agenda: readonly Step[];
  readonly notes?: AgendaNotes | undefined;
  readonly from: number;
}

function setAgenda(session: WorkshopState, { agenda, notes, from }: NewAgenda, kept: AgendaNotes): Change {
  // two who chose the same are of one mind
  if (isSameAgenda(agenda, session.agenda) && isSameNotes(notesOf(agenda, notes, kept), kept)) return null;
  if (from !== session.agendaVersion) return 'agenda-moved';
  const ids = new Set(agenda.map(({ id }) => id));
  if (ids.size < agenda.length) return 'step-twice';
  if (session.step !== null && !ids.has(session.step)) return 'step-running';
  return {
    agenda: agenda.map((step) => ({ ...step, tools: step.tools && [...new Set(step.tools)] })),
    agendaVersion: session.agendaVersion + 1,
    done: session.done.filter((id) => ids.has(id)),
  };
}

/** Somebody else may have gone to a step just now: nobody is sent on unseen, and a step does not begin twice. */
function goToFrom(
  session: WorkshopState,
  { step, from }: { step: string; from?: string | null | undefined },
  nowMs: number,
): Change {
  if (from !== undefined && from !== session.step) return session.step === step ? null : 'step-moved';
  return goTo(session, session.agenda.find(({ id }) => id === step) ?? null, nowMs);
}

/** Going to the step that runs begins it anew. */
function goTo(session: WorkshopState, step: Step | null, nowMs: number): Change {
  if (step === null) return 'step-unknown';
  const isNewRun = session.endedAt !== null;
  const done = isNewRun ? [] : doneAfter(session, step.id);
  return {
    step: step.id,
    stepStartedAt: nowMs,
    done: done.filter((id) => id !== step.id),
    endedAt: null,
    timer: step.minutes === 0 ? null : startTimer(step.minutes * minuteMs, nowMs),
    stepClock: null,
    stage: step.stage,
    // a workshop begins with the skeleton closed (SESSION-25)
    ...(session.step === null ? { skeletonOpen: false } : {}),
    ready: null,
    ...followsStep(session),
  };
}

/** The step that runs is done when it is left for a later one, or for the end. */
function doneAfter(session: WorkshopState, next: string | null): string[] {
  const { agenda, step, done } = session;
  if (step === null || done.includes(step)) return done;
  const place = (id: string) => agenda.findIndex((one) => one.id === id);
  return next === null || place(next) > place(step) ? [...done, step] : done;
}

/** Two facilitators who press at once go one step, not two: `from` says which step they left. */
function goBeside(session: WorkshopState, by: 1 | -1, from: string | undefined, nowMs: number): Change {
  if (from !== undefined && from !== session.step) return null;
  const at = session.agenda.findIndex(({ id }) => id === session.step);
  if (session.step === null || at < 0) return 'no-workshop';
  const step = session.agenda[at + by];
  if (step === undefined) return by > 0 ? 'last-step' : 'first-step';
  return goTo(session, step, nowMs);
}

/** Locks stay: what a facilitator locked is unlocked by a facilitator. */
function endWorkshop(session: WorkshopState, nowMs: number): Change {
  if (session.step === null) return 'no-workshop';
  return {
    step: null,
    stepStartedAt: null,
    done: doneAfter(session, null),
    endedAt: nowMs,
    timer: null,
    stepClock: null,
    stage: null,
    spotlight: null,
    ready: null,
    hands: [],
    ...followsStep(session),
  };
}

function changeTimer(session: WorkshopState, change: (timer: Timer) => Timer): Change {
  return session.timer === null ? 'no-timer' : changeClocks(session, change);
}

function lock(session: WorkshopState, keys: readonly string[]): Change {
  const locks = [...new Set([...session.locks, ...keys])];
  if (locks.length === session.locks.length) return null;
  return locks.length > sessionBounds.locks ? 'too-many-locks' : { locks };
}

function unlock(session: WorkshopState, keys: readonly string[]): Change {
  const gone = new Set(keys);
  const locks = session.locks.filter((key) => !gone.has(key));
  return locks.length === session.locks.length ? null : { locks };
}

function lowerHands(session: WorkshopState, upTo: number): Change {
  const hands = session.hands.filter(({ at }) => at > upTo);
  return hands.length === session.hands.length ? null : { hands };
}

interface Said {
  readonly ready: boolean;
  readonly asked?: number | undefined;
}

function sayReady(session: WorkshopState, person: PersonId, { ready: isReady, asked }: Said): Change {
  const { ready } = session;
  if (ready === null || (asked ?? ready.startedAt) !== ready.startedAt) return 'no-ready-check';
  if (ready.people.includes(person) === isReady) return null;
  if (isReady && ready.people.length >= sessionBounds.ready) return 'too-fast';
  const people = isReady ? [...ready.people, person] : ready.people.filter((one) => one !== person);
  return { ready: { ...ready, people } };
}
