/** The record as people read it: each workshop with its steps, what was asked in it, and what it left. */
import type { RecordContent, RecordEntry } from './RecordEntry.ts';
import type { Attendance, Outcome, StepRecord, WorkshopRecord } from './WorkshopRecord.ts';

/** Something that was asked and answered. */
export interface Answered extends RecordEntry {
  readonly content: Exclude<RecordContent, StepRecord | WorkshopRecord>;
}

export interface Stretch {
  readonly from: number;
  /** null: nobody left the step */
  readonly to: number | null;
}

/** A step as it ran: begun anew, or gone back to, it is one step with several stretches. */
export interface HeldStep {
  readonly step: string;
  readonly title: string;
  /** minutes; 0 = open */
  readonly planned: number;
  /** milliseconds; null where its end is not known */
  readonly took: number | null;
  readonly stretches: readonly Stretch[];
}

export interface HeldWorkshop {
  readonly id: string;
  readonly from: number;
  /** null: it has no end yet */
  readonly to: number | null;
  /** false: it has no end yet, or nobody ended it */
  readonly ended: boolean;
  /** in the order in which they first began */
  readonly steps: readonly HeldStep[];
  readonly answers: readonly Answered[];
  /** null before its end */
  readonly attendance: Attendance | null;
  readonly outcome: Outcome | null;
}

export interface HeldRecord {
  /** oldest first */
  readonly workshops: readonly HeldWorkshop[];
  /** what was asked outside of them, oldest first */
  readonly others: readonly Answered[];
}

/** Entries in any order. */
export function workshopsOf(entries: readonly RecordEntry[]): HeldRecord {
  const inTime = entries.toSorted((a, b) => a.at - b.at);
  const steps = inTime.flatMap(({ content }) => (content.kind === 'step' ? [content] : []));
  const ends = inTime.flatMap(({ content }) => (content.kind === 'workshop' ? [content] : []));
  const ids = new Set([...steps, ...ends].map(({ workshop }) => workshop));
  const held = [...ids]
    .map((id) =>
      heldOf(
        id,
        steps.filter(({ workshop }) => workshop === id),
        ends.findLast(({ workshop }) => workshop === id),
      ),
    )
    .toSorted((a, b) => a.from - b.from);
  const answers = inTime.filter(isAnswered);
  const ofWhich = new Map(answers.map((one) => [one, held.findLast(({ from }) => from <= one.at)]));
  const isIn = (one: Answered, workshop: HeldWorkshop): boolean =>
    ofWhich.get(one) === workshop && one.at <= (workshop.to ?? Infinity);
  return {
    workshops: held.map((workshop) => ({ ...workshop, answers: answers.filter((one) => isIn(one, workshop)) })),
    others: answers.filter((one) => !held.some((workshop) => isIn(one, workshop))),
  };
}

function isAnswered(entry: RecordEntry): entry is Answered {
  return entry.content.kind === 'ideas' || entry.content.kind === 'vote';
}

function heldOf(id: string, steps: readonly StepRecord[], end: WorkshopRecord | undefined): HeldWorkshop {
  const begins = steps.map(({ from }) => from);
  return {
    id,
    from: end?.from ?? Math.min(...begins),
    to: end?.to ?? null,
    ended: end?.ended ?? false,
    steps: heldSteps(steps),
    answers: [],
    attendance: end?.attendance ?? null,
    outcome: end?.outcome ?? null,
  };
}

function heldSteps(steps: readonly StepRecord[]): readonly HeldStep[] {
  const inTime = steps.toSorted((a, b) => a.from - b.from);
  return [...new Set(inTime.map(({ step }) => step))].map((step) => {
    const rows = inTime.filter((one) => one.step === step);
    const last = rows.at(-1);
    const took = rows.reduce<number | null>(
      (sum, { from, to }) => (sum === null || to === null ? null : sum + Math.max(0, to - from)),
      0,
    );
    // as it was called and planned in the end
    return { step, title: last?.title ?? '', planned: last?.planned ?? 0, took, stretches: joined(rows) };
  });
}

/** What was begun anew went on. */
function joined(rows: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to } of rows) {
    const before = stretches.at(-1);
    if (before?.to === from) stretches[stretches.length - 1] = { from: before.from, to };
    else stretches.push({ from, to });
  }
  return stretches;
}
