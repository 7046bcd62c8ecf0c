/**
 * The agenda as this facilitator changes it. What somebody else saves meanwhile is taken in at once; where both wrote in the
 * same place both stand before the facilitator, and nothing that was typed is lost.
 */
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import {
  isSameAgenda,
  mergeAgenda,
  type NotedStep,
  type StepConflict,
  stepFields,
} from '#shared/workshop/mergeAgenda.ts';
import { Step } from '#shared/wire/WorkshopState.ts';
import type { Drafts } from '#client/drafts/Drafts.ts';
import { type NotedAgenda, useNotedAgenda } from './useNotes.ts';

const KnownStep = v.object({ ...Step.entries, note: v.optional(v.string()) });
/** As in an agenda, but for a name that is still to come. */
const DraftStep = v.object({ ...KnownStep.entries, title: v.string() });
const Draft = v.object({
  /** the agenda of this version is in it */
  from: v.number(),
  base: v.array(KnownStep),
  steps: v.array(DraftStep),
  told: v.array(
    v.object({ step: v.string(), field: v.nullable(v.picklist(stepFields)), theirs: v.nullable(KnownStep) }),
  ),
});
type Draft = v.InferOutput<typeof Draft>;

export const agendaDraftName = 'agenda';

export interface AgendaDraft {
  readonly steps: readonly NotedStep[];
  /** The version of the agenda that all of it builds on. */
  readonly from: number;
  /** Where somebody else wrote, too. */
  readonly told: readonly StepConflict[];
  /** Counts what was taken in from others since it was opened. */
  readonly takenIn: number;
  /** `settled`: what was decided with it. */
  readonly change: (steps: readonly NotedStep[], settled?: StepConflict) => void;
  readonly forget: () => void;
}

/** `start`: the agenda that is on the screen when nothing was changed yet. */
export function useAgendaDraft(
  start: NotedAgenda,
  first: (agenda: readonly NotedStep[]) => readonly NotedStep[],
): AgendaDraft {
  const { step: running } = useWorkshopState();
  const now = useNotedAgenda();
  const {
    value: draft,
    keep,
    forget,
  } = useKept(agendaDraftName, Draft, (): Draft => ({
    from: start.version,
    base: [...start.agenda],
    steps: [...first(start.agenda)],
    told: [],
  }));
  const [takenIn, setTakenIn] = useState(0);
  useEffect(() => {
    // their notes are still under way
    if (now === null || draft.from === now.version) return;
    const { agenda, version } = now;
    // a step in which nothing stands yet is nobody's work
    const written = agenda.length === 0 ? draft.steps : draft.steps.filter((step) => !isBlank(step));
    const { agenda: merged, conflicts } = mergeAgenda(draft.base, written, agenda);
    const told = [...draft.told, ...conflicts].filter(({ step }) => merged.some(({ id }) => id === step));
    keep({ from: version, base: [...agenda], steps: [...withRunning(merged, agenda, running)], told });
    // what I saved myself comes back, too
    if (!isSameAgenda(merged, draft.steps)) setTakenIn((count) => count + 1);
  }, [now, draft, keep, running]);
  return {
    steps: draft.steps,
    from: draft.from,
    told: draft.told,
    takenIn,
    change: (steps, settled) =>
      keep({ ...draft, steps: [...steps], told: draft.told.filter((one) => one !== settled) }),
    forget,
  };
}

function isBlank({ title, instruction, note = '' }: NotedStep): boolean {
  return title.trim() === '' && instruction.trim() === '' && note.trim() === '';
}

/** The step that runs cannot be taken out, also where somebody went to it after it was taken out here. */
export function withRunning(
  steps: readonly NotedStep[],
  agenda: readonly NotedStep[],
  running: string | null,
): readonly NotedStep[] {
  const step = agenda.find(({ id }) => id === running);
  if (step === undefined || steps.some(({ id }) => id === running)) return steps;
  return steps.toSpliced(agenda.indexOf(step), 0, step);
}

/**
 * Whoever is no facilitator any more keeps what they changed of the agenda, without the notes in it: these go with the role.
 * Should they lead again, the notes are taken in as they are then.
 */
export function forgetDraftNotes(drafts: Drafts): void {
  const found = v.safeParse(Draft, drafts.get(agendaDraftName));
  if (!found.success) {
    drafts.forget(agendaDraftName);
    return;
  }
  const { base, steps, told } = found.output;
  if (![...base, ...steps, ...told.map(({ theirs }) => theirs)].some((step) => (step?.note ?? '') !== '')) return;
  drafts.keep(agendaDraftName, {
    from: -1,
    base: base.map(withoutNote),
    steps: steps.map(withoutNote),
    told: told
      .filter(({ field }) => field !== 'note')
      .map((one) => ({ ...one, theirs: one.theirs && withoutNote(one.theirs) })),
  });
}

function withoutNote<S extends { note?: string | undefined }>(step: S): S {
  return { ...step, note: undefined };
}
