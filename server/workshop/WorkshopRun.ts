/**
 * What a running workshop becomes in the record of its board. It stands beside the session, in the same row, so that a kill
 * leaves both or neither; pure: what time it is and new ids come in.
 */
import * as v from 'valibot';
import { oneWorkshopMs } from '#shared/compare/sinceWhich.ts';
import { RecordId, time } from '#shared/record/recordFields.ts';
import type { StepRecord } from '#shared/record/WorkshopRecord.ts';
import { StepId, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { PersonId } from '#shared/wire/ids.ts';

export const WorkshopRun = v.object({
  /** of the workshop in the record */
  id: RecordId,
  fromMs: time,
  /** when somebody last did something in it */
  lastMs: time,
  /** null while it runs; what is begun within twelve hours goes on with it */
  endedMs: v.nullable(time),
  step: v.nullable(v.object({ id: StepId, title: v.string(), minutes: v.number(), fromMs: time })),
  /** rows that it has so far */
  rows: v.number(),
  /** who was there; only numbers of it go into the record */
  people: v.array(PersonId),
  /** what stood on the map at its start, as marks (`standing`); null where that could not be read */
  atStart: v.nullable(v.array(v.string())),
});
export type WorkshopRun = v.InferOutput<typeof WorkshopRun>;

/** An end of a workshop that goes into the record. */
export interface RunEnd {
  readonly run: WorkshopRun;
  readonly toMs: number;
  /** somebody ended it */
  readonly ended: boolean;
}

export interface Followed {
  readonly run: WorkshopRun | null;
  readonly steps: readonly StepRecord[];
  readonly end: RunEnd | null;
  /** a new workshop begins: what stands on the map is not read yet */
  readonly begins: boolean;
}

/** Going back and forth writes no more of one workshop than this. */
const mostRows = 300;

/** What a command did to the workshop; called for each one that changed something, and when somebody comes. */
export function followed(
  given: WorkshopRun | null,
  sessions: { readonly before: WorkshopState; readonly after: WorkshopState },
  { nowMs, newId }: { readonly nowMs: number; readonly newId: () => string },
): Followed {
  const before = isOver(given, nowMs) ? forgotten(given) : given;
  const left = isLeftAlone(before, nowMs) ? before : null;
  const end = left && { run: left, toMs: left.lastMs, ended: false };
  const steps = left === null ? [] : stretchOf(left, null);
  const run = left === null ? before : { ...left, step: null, endedMs: left.lastMs };
  const { after } = sessions;
  if (!hasMoved(sessions)) return { run, steps, end, begins: false };
  // one step ends when the next begins, to the millisecond
  const atMs = after.step === null ? (after.endedAt ?? nowMs) : (after.stepStartedAt ?? nowMs);
  if (after.step === null) {
    if (run === null || run.endedMs !== null) return { run, steps, end, begins: false };
    const last = stretchOf(run, atMs);
    const over = { ...run, step: null, endedMs: atMs, lastMs: atMs, rows: run.rows + last.length };
    return { run: over, steps: last, end: { run: over, toMs: atMs, ended: true }, begins: false };
  }
  const goesOn = run !== null && atMs - (run.endedMs ?? atMs) < oneWorkshopMs && left === null;
  const stretch = goesOn ? stretchOf(run, atMs) : [];
  const from = goesOn ? run : newRun(newId(), atMs);
  return {
    run: { ...from, step: stepOf(after, atMs), endedMs: null, lastMs: atMs, rows: from.rows + stretch.length },
    steps: [...steps, ...stretch],
    end,
    begins: !goesOn,
  };
}

/** Of a session that ran before workshops were followed; null where none runs, or nobody knows since when. */
export function adopted(session: WorkshopState, nowMs: number, newId: () => string): WorkshopRun | null {
  const { step, stepStartedAt } = session;
  if (step === null || stepStartedAt === null || nowMs - stepStartedAt >= oneWorkshopMs) return null;
  return { ...newRun(newId(), stepStartedAt), step: stepOf(session, stepStartedAt), lastMs: nowMs };
}

/** True where the twelve hours are over in which somebody might have gone on. */
export function isLeftAlone(run: WorkshopRun | null, nowMs: number): boolean {
  return run !== null && run.endedMs === null && nowMs - run.lastMs >= oneWorkshopMs;
}

/** True where nobody goes on with it any more, and it still knows who was there. */
export function isOver(run: WorkshopRun | null, nowMs: number): run is WorkshopRun {
  return run !== null && run.endedMs !== null && nowMs - run.endedMs >= oneWorkshopMs && run.people.length > 0;
}

/** Its numbers are in the record. */
function forgotten(run: WorkshopRun): WorkshopRun {
  return { ...run, people: [], atStart: null };
}

/** The wall clock was set by so much. */
export function movedRun(run: WorkshopRun | null, byMs: number): WorkshopRun | null {
  if (run === null) return null;
  const moved = (ms: number): number => Math.max(0, ms + byMs);
  const { fromMs, lastMs, endedMs, step } = run;
  return {
    ...run,
    fromMs: moved(fromMs),
    lastMs: moved(lastMs),
    endedMs: endedMs === null ? null : moved(endedMs),
    step: step && { ...step, fromMs: moved(step.fromMs) },
  };
}

function newRun(id: string, fromMs: number): WorkshopRun {
  return { id, fromMs, lastMs: fromMs, endedMs: null, step: null, rows: 0, people: [], atStart: null };
}

function hasMoved({ before, after }: { readonly before: WorkshopState; readonly after: WorkshopState }): boolean {
  return before.step !== after.step || before.stepStartedAt !== after.stepStartedAt;
}

function stepOf({ agenda, step }: WorkshopState, fromMs: number): WorkshopRun['step'] {
  const found = agenda.find(({ id }) => id === step);
  return found === undefined ? null : { id: found.id, title: found.title, minutes: found.minutes, fromMs };
}

/** The row for the step that runs, as it is left. */
function stretchOf({ id, step, rows }: WorkshopRun, toMs: number | null): readonly StepRecord[] {
  if (step === null || rows >= mostRows) return [];
  const { title, minutes: planned, fromMs: from } = step;
  const to = toMs === null ? null : Math.max(from, toMs);
  return [{ kind: 'step', workshop: id, step: step.id, title, planned, from, to }];
}
