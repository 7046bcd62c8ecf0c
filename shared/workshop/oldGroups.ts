/**
 * Workshops that were stored when there were five groups of what participants may change (decision 0330): `map` stood for six of
 * today's, and what is revealed became notes of the canvas, which are ideas on a sheet today.
 */
import type { ToolGroup } from '#shared/kinds/toolGroups.ts';

const meanings: Readonly<Record<string, readonly ToolGroup[]>> = {
  map: ['goal', 'interests', 'people', 'structure', 'numbers', 'trust'],
  cycle: ['cycle', 'rounds'],
  actions: ['actions'],
  notes: ['sheets', 'notes'],
  draw: ['draw'],
};

/**
 * A stored session as one of today; anything else comes back as it is. One of before does not say whether the skeleton is open: it
 * is, until a workshop starts, and in one that runs each step lists what it always did.
 */
export function readOldGroups(session: unknown): unknown {
  if (typeof session !== 'object' || session === null || 'skeletonOpen' in session) return session;
  const agenda: unknown = Reflect.get(session, 'agenda');
  return {
    ...session,
    agenda: Array.isArray(agenda) ? agenda.map(readStep) : agenda,
    skeletonOpen: Reflect.get(session, 'step') === null,
  };
}

function readStep(step: unknown): unknown {
  if (typeof step !== 'object' || step === null || !('tools' in step) || !Array.isArray(step.tools)) return step;
  const tools: readonly unknown[] = step.tools;
  return { ...step, tools: [...new Set(tools.flatMap(meaningOf))] };
}

function meaningOf(group: unknown): readonly unknown[] {
  return typeof group === 'string' && Object.hasOwn(meanings, group) ? (meanings[group] ?? []) : [group];
}
