/**
 * Two changes of one agenda made one: what I wrote since `base`, and what somebody else has saved since. Pure. Nothing that
 * was written is lost: of a field that both changed mine stands, and theirs is told.
 */
import type { Step } from '#shared/wire/WorkshopState.ts';

/** A step as facilitators edit it: with their note, which is no part of what everybody gets. */
export type NotedStep = Step & { readonly note?: string | undefined };

export const stepFields = ['title', 'minutes', 'instruction', 'view', 'stage', 'tools', 'activity', 'note'] as const;
export type StepField = (typeof stepFields)[number];

export interface StepConflict {
  readonly step: string;
  /** null: one of us took the step away in which the other one wrote */
  readonly field: StepField | null;
  /** as the other one has it; null for a step that they took away */
  readonly theirs: NotedStep | null;
}

export interface MergedAgenda {
  readonly agenda: readonly NotedStep[];
  readonly conflicts: readonly StepConflict[];
}

export function isSameAgenda(one: readonly NotedStep[], other: readonly NotedStep[]): boolean {
  return one.length === other.length && one.every((step, index) => isSameStep(step, other[index]));
}

export function mergeAgenda(
  base: readonly NotedStep[],
  mine: readonly NotedStep[],
  theirs: readonly NotedStep[],
): MergedAgenda {
  const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
  const conflicts: StepConflict[] = [];
  const steps = new Map<string, NotedStep>();
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const kept = mergeStep(before.get(id), here.get(id), there.get(id));
    if (kept === null) continue;
    steps.set(id, kept.step);
    conflicts.push(...kept.conflicts);
  }
  // whoever changed the order of what was there gives it; steps that only the other has follow the one before them there
  const [first, second] = isReordered(base, mine) ? [mine, theirs] : [theirs, mine];
  const order = first.map(({ id }) => id).filter((id) => steps.has(id));
  second.forEach(({ id }, index) => {
    if (!steps.has(id) || order.includes(id)) return;
    const previous = second.slice(0, index).findLast((one) => order.includes(one.id));
    order.splice(previous === undefined ? 0 : order.indexOf(previous.id) + 1, 0, id);
  });
  return { agenda: order.flatMap((id) => steps.get(id) ?? []), conflicts };
}

interface MergedStep {
  readonly step: NotedStep;
  readonly conflicts: readonly StepConflict[];
}

/** null: it is gone. */
function mergeStep(
  base: NotedStep | undefined,
  mine: NotedStep | undefined,
  theirs: NotedStep | undefined,
): MergedStep | null {
  if (mine === undefined) {
    if (theirs === undefined || isSameStep(theirs, base)) return null;
    // I took it away, and what the other one wrote in it brings it back; what they added is simply there
    return { step: theirs, conflicts: base === undefined ? [] : [{ step: theirs.id, field: null, theirs }] };
  }
  if (theirs === undefined) {
    if (base === undefined) return { step: mine, conflicts: [] };
    if (isSameStep(mine, base)) return null;
    return { step: mine, conflicts: [{ step: mine.id, field: null, theirs: null }] };
  }
  const conflicts: StepConflict[] = [];
  let step = theirs;
  for (const field of stepFields) {
    if (isSame(mine[field], theirs[field]) || (base !== undefined && isSame(mine[field], base[field]))) continue;
    step = { ...step, [field]: mine[field] };
    if (base === undefined || !isSame(theirs[field], base[field])) conflicts.push({ step: mine.id, field, theirs });
  }
  return { step, conflicts };
}

function byId(agenda: readonly NotedStep[]): ReadonlyMap<string, NotedStep> {
  return new Map(agenda.map((step) => [step.id, step]));
}

function isReordered(base: readonly NotedStep[], mine: readonly NotedStep[]): boolean {
  const ids = mine.map(({ id }) => id);
  const known = base.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  return known.join() !== ids.filter((id) => known.includes(id)).join();
}

function isSameStep(one: NotedStep, other: NotedStep | undefined): boolean {
  return other !== undefined && one.id === other.id && stepFields.every((field) => isSame(one[field], other[field]));
}

/** Tools and activities are compared by what stands in them. White space around words is nobody's change; no note is an empty one. */
function isSame(one: unknown = '', other: unknown = ''): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim();
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
