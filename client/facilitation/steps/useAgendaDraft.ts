/**
 * The agenda as this facilitator changes it. What somebody else saves meanwhile is taken in at once; where both wrote in the
 * same place both stand before the facilitator, and nothing that was typed is lost.
 */
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { isSameAgenda, mergeAgenda, type StepConflict, stepFields } from '#shared/workshop/mergeAgenda.ts';
import { Step } from '#shared/wire/WorkshopState.ts';

/** As in an agenda, but for a name that is still to come. */
const DraftStep = v.object({ ...Step.entries, title: v.string() });
const Draft = v.object({
  /** the agenda of this version is in it */
  from: v.number(),
  base: v.array(Step),
  steps: v.array(DraftStep),
  told: v.array(v.object({ step: v.string(), field: v.nullable(v.picklist(stepFields)), theirs: v.nullable(Step) })),
});
type Draft = v.InferOutput<typeof Draft>;

export const agendaDraftName = 'agenda';

export interface AgendaDraft {
  readonly steps: readonly Step[];
  /** The version of the agenda that all of it builds on. */
  readonly from: number;
  /** Where somebody else wrote, too. */
  readonly told: readonly StepConflict[];
  /** Counts what was taken in from others since it was opened. */
  readonly takenIn: number;
  /** `settled`: what was decided with it. */
  readonly change: (steps: readonly Step[], settled?: StepConflict) => void;
  readonly forget: () => void;
}

export function useAgendaDraft(first: (agenda: readonly Step[]) => readonly Step[]): AgendaDraft {
  const { agenda, agendaVersion, step: running } = useWorkshopState();
  const start = (): Draft => ({ from: agendaVersion, base: agenda, steps: [...first(agenda)], told: [] });
  const { value: draft, keep, forget } = useKept(agendaDraftName, Draft, start);
  const [takenIn, setTakenIn] = useState(0);
  useEffect(() => {
    if (draft.from === agendaVersion) return;
    // a step in which nothing stands yet is nobody's work
    const written = agenda.length === 0 ? draft.steps : draft.steps.filter((step) => !isBlank(step));
    const { agenda: merged, conflicts } = mergeAgenda(draft.base, written, agenda);
    const told = [...draft.told, ...conflicts].filter(({ step }) => merged.some(({ id }) => id === step));
    keep({ from: agendaVersion, base: agenda, steps: [...withRunning(merged, agenda, running)], told });
    // what I saved myself comes back, too
    if (!isSameAgenda(merged, draft.steps)) setTakenIn((count) => count + 1);
  }, [agenda, agendaVersion, draft, keep, running]);
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

function isBlank({ title, instruction }: Step): boolean {
  return title.trim() === '' && instruction.trim() === '';
}

/** The step that runs cannot be taken out, also where somebody went to it after it was taken out here. */
export function withRunning(steps: readonly Step[], agenda: readonly Step[], running: string | null): readonly Step[] {
  const step = agenda.find(({ id }) => id === running);
  if (step === undefined || steps.some(({ id }) => id === running)) return steps;
  return steps.toSpliced(agenda.indexOf(step), 0, step);
}
