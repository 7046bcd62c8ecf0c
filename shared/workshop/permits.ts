/**
 * What the running workshop lets participants change (SESSION): the groups of the step, the skeleton and the locks. Server and
 * page ask the same functions; the server's answer counts, the page's spares people the disappointment. Facilitators are never
 * limited.
 */
import { skeletonGroups, type ToolGroup, toolGroups } from '#shared/kinds/toolGroups.ts';
import { type CollectionName, collectionNames, kindOf } from '#shared/map/collections.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';

export interface Permits {
  /** keys of what is locked, as in `WorkshopState.locks` */
  readonly locks: ReadonlySet<string>;
  readonly lockedAll: boolean;
  /** null: everything that is not of the skeleton */
  readonly tools: ReadonlySet<ToolGroup> | null;
  /** groups whose part of the skeleton is open; null: all of it */
  readonly skeleton: ReadonlySet<ToolGroup> | null;
}

/** What a change counts to. */
export interface Right {
  readonly group: ToolGroup;
  readonly isSkeleton: boolean;
  /** facilitators' alone, whatever is open */
  readonly isLed: boolean;
}

type PermitState = Pick<WorkshopState, 'agenda' | 'step' | 'locks' | 'lockedAll' | 'skeletonOpen'>;

export function permitsOf({ agenda, step, locks, lockedAll, skeletonOpen }: PermitState): Permits {
  const running = agenda.find((one) => one.id === step);
  const tools = running?.tools ?? null;
  const isOpen = skeletonOpen || (running !== undefined && tools === null);
  return {
    locks: new Set(locks),
    lockedAll,
    tools: tools === null ? null : new Set(tools),
    skeleton: isOpen ? null : new Set(tools),
  };
}

/** `field` null: that the entity comes, goes or is another one. */
export function rightOf(collection: CollectionName, field: string | null): Right {
  const { whole, fixed, others } = rights[collection];
  if (field === null) return whole;
  return kindOf(collection).fixed?.includes(field) === true ? fixed : others;
}

/** Of a record of the canvas by its tldraw type: notes and texts, or any other drawing. */
export function rightOfRecord(type: string): Right {
  return type === 'note' || type === 'text' ? ofNotes : ofDrawings;
}

const ofNotes: Right = { group: 'notes', isSkeleton: false, isLed: false };
const ofDrawings: Right = { group: 'draw', isSkeleton: false, isLed: false };

interface KindRights {
  readonly whole: Right;
  readonly fixed: Right;
  readonly others: Right;
}

/** Made once: a tick asks for every key that it changed. */
const rights = Object.fromEntries(collectionNames.map((name) => [name, rightsOf(name)])) as Readonly<
  Record<CollectionName, KindRights>
>;

function rightsOf(collection: CollectionName): KindRights {
  const { group, isSkeleton = false, isLed = false } = kindOf(collection);
  const others = { group, isSkeleton: isSkeletonGroup(group), isLed: false };
  return {
    whole: { ...others, isSkeleton: others.isSkeleton || isSkeleton, isLed },
    fixed: { ...others, isLed },
    others,
  };
}

function isSkeletonGroup(group: ToolGroup): boolean {
  return skeletonGroups.some((one) => one === group);
}

/** Why a participant may not change the thing with this key; null when they may. */
export function permitRefusal(permits: Permits, key: string, right: Right): PermitRefusal | null {
  return permits.locks.has(key) ? 'locked' : rightRefusal(permits, right);
}

/** The same for anything of which no single thing is locked: a tool, something new. */
export function rightRefusal(permits: Permits, { group, isSkeleton, isLed }: Right): PermitRefusal | null {
  if (permits.lockedAll) return 'locked';
  if (isLed) return 'rounds';
  if (isSkeleton) return permits.skeleton?.has(group) === false ? 'skeleton' : null;
  return permits.tools?.has(group) === false ? 'step' : null;
}

/** True where no record of the canvas is held back from anybody. */
export function isCanvasFree({ locks, lockedAll, tools }: Permits): boolean {
  return !lockedAll && locks.size === 0 && tools?.has('notes') !== false && tools?.has('draw') !== false;
}

/** Groups of which participants may change something just now. */
export function openGroups({ lockedAll, tools, skeleton }: Permits): readonly ToolGroup[] {
  if (lockedAll) return [];
  return toolGroups.filter((group) => (isSkeletonGroup(group) ? skeleton : tools)?.has(group) !== false);
}

/** Parts of the skeleton that participants may change just now; of `structure` which bodies there are. */
export function openSkeleton({ lockedAll, skeleton }: Permits): readonly SkeletonPart[] {
  return lockedAll ? [] : skeletonParts.filter((part) => skeleton?.has(part) !== false);
}

export const skeletonParts = ['goal', 'interests', 'structure', 'rounds'] as const satisfies readonly ToolGroup[];
export type SkeletonPart = (typeof skeletonParts)[number];

export const lockKey = {
  /** a free record of the canvas */
  record: (id: string) => `canvas:${id}`,
  /** an entity of the map */
  entity: (collection: CollectionName, id: string) => `map:${collection}/${id}`,
} as const;
