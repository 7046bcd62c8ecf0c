/**
 * What the running workshop lets participants change (SESSION): the groups of the step and the locks. Server and page ask the
 * same functions; the server's answer counts, the page's spares people the disappointment. Facilitators are never limited.
 */
import { type CollectionName, kindOf } from '#shared/map/collections.ts';
import type { WorkshopState, ToolGroup } from '#shared/wire/WorkshopState.ts';

export interface Permits {
  /** keys of what is locked, as in `WorkshopState.locks` */
  readonly locks: ReadonlySet<string>;
  readonly lockedAll: boolean;
  /** null: everything */
  readonly tools: ReadonlySet<ToolGroup> | null;
}

/** `locked`: a facilitator holds this thing; `step`: the running step does not include it. */
export type PermitRefusal = 'locked' | 'step';

/** Null when nothing is limited, so that nobody has to look. */
export function permitsOf({
  agenda,
  step,
  locks,
  lockedAll,
}: Pick<WorkshopState, 'agenda' | 'step' | 'locks' | 'lockedAll'>): Permits | null {
  const tools = agenda.find((one) => one.id === step)?.tools ?? null;
  if (tools === null && locks.length === 0 && !lockedAll) return null;
  return { locks: new Set(locks), lockedAll, tools: tools === null ? null : new Set(tools) };
}

/** The group that a collection of the map belongs to. */
export function groupOfCollection(collection: CollectionName): ToolGroup {
  return kindOf(collection).group ?? 'map';
}

/** The group of a record of the canvas by its tldraw type: notes and texts, or any other drawing. */
export function groupOfRecord(type: string): ToolGroup {
  return type === 'note' || type === 'text' ? 'notes' : 'draw';
}

/** Why a participant may not change the thing with this key; null when they may. */
export function permitRefusal(permits: Permits, key: string, group: ToolGroup): PermitRefusal | null {
  if (permits.lockedAll || permits.locks.has(key)) return 'locked';
  return permits.tools === null || permits.tools.has(group) ? null : 'step';
}

export const lockKey = {
  /** a free record of the canvas */
  record: (id: string) => `canvas:${id}`,
  /** an entity of the map */
  entity: (collection: CollectionName, id: string) => `map:${collection}/${id}`,
} as const;
