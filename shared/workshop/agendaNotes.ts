/** Facilitators' notes beside the agenda: of which steps there are any after a change. */
import type { AgendaNotes, Step } from '#shared/wire/WorkshopState.ts';
import { isBlank } from '#shared/text/unseen.ts';
import type { NotedStep } from './mergeAgenda.ts';

/** `written`: what came with the agenda; undefined where nothing was said about notes. */
export function notesOf(agenda: readonly Step[], written: AgendaNotes | undefined, kept: AgendaNotes): AgendaNotes {
  const from = written ?? kept;
  const entries = agenda.flatMap(({ id }) => {
    const note = Object.hasOwn(from, id) ? from[id] : undefined;
    return note === undefined || isBlank(note) ? [] : [[id, note.trim()] as const];
  });
  return Object.fromEntries(entries);
}

export function isSameNotes(one: AgendaNotes, other: AgendaNotes): boolean {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].every((id) => one[id] === other[id]);
}

/** What goes to everybody, and what goes to facilitators only. */
export function splitNotes(steps: readonly NotedStep[]): { readonly agenda: Step[]; readonly notes: AgendaNotes } {
  const agenda = steps.map(publicStep);
  return { agenda, notes: notesOf(agenda, Object.fromEntries(steps.map(({ id, note }) => [id, note ?? ''])), {}) };
}

export function joinNotes(agenda: readonly Step[], notes: AgendaNotes): readonly NotedStep[] {
  return agenda.map((step) => ({ ...step, note: Object.hasOwn(notes, step.id) ? (notes[step.id] ?? '') : '' }));
}

/** Field by field, so that nothing else comes along. */
function publicStep({ id, title, minutes, instruction, view, stage, tools, activity }: NotedStep): Step {
  return { id, title, minutes, instruction, view, stage, tools, activity };
}
