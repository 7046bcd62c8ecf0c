/** The agenda with the notes of facilitators, for facilitators; others have no notes to read. */
import { useMemo, useSyncExternalStore } from 'react';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { joinNotes } from '#shared/workshop/agendaNotes.ts';
import type { NotedStep } from '#shared/workshop/mergeAgenda.ts';

const never = (): (() => void) => () => {};
const nothing = (): null => null;

export interface NotedAgenda {
  readonly agenda: readonly NotedStep[];
  readonly version: number;
}

/** Null until the notes of the agenda as it is now are there, and for whoever is no facilitator. */
export function useNotedAgenda(): NotedAgenda | null {
  const { notes } = useWorkshop();
  const { agenda, agendaVersion } = useWorkshopState();
  useSyncExternalStore(notes?.subscribe ?? never, notes?.view ?? nothing);
  const found = notes?.of(agendaVersion) ?? null;
  return useMemo(
    () => (found === null ? null : { agenda: joinNotes(agenda, found), version: agendaVersion }),
    [agenda, agendaVersion, found],
  );
}

/** What stands in the notes of this step; empty for everybody who is no facilitator. */
export function useNoteOf(step: string): string {
  const { notes } = useWorkshop();
  const view = useSyncExternalStore(notes?.subscribe ?? never, notes?.view ?? nothing);
  return view !== null && Object.hasOwn(view.notes, step) ? (view.notes[step] ?? '') : '';
}
