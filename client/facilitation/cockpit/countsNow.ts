/** How far the room is, in numbers: who has written, voted, answered or is ready, and how much is in groups. Pure; nobody by name. */
import { activityOfStep } from '#client/facilitation/steps/nextThing.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import { readyCount } from '#shared/workshop/readyCount.ts';

export interface Count {
  readonly what: 'written' | 'voted' | 'answered' | 'ready' | 'grouped';
  readonly count: number;
  readonly of: number;
}

/** Who is on the line just now. */
export type Here = readonly { readonly id: PersonId; readonly role: Role }[];

export function countsNow(
  state: WorkshopState,
  activities: readonly SealedActivity[],
  here: Here,
  map: Pick<PartnershipMap, 'sheets' | 'groups' | 'ideas'>,
): readonly Count[] {
  const counts = activities.filter((one) => one.status === 'open').map((one) => taken(one, here));
  if (state.ready !== null) {
    const { ready, of } = readyCount(state.ready, here);
    counts.push({ what: 'ready', count: ready, of });
  }
  const own = activityOfStep(state, activities);
  if (own !== undefined && own.status !== 'open' && own.status !== 'discarded') counts.push(taken(own, here));
  const sheet = sheetOfStep(state, activities);
  return sheet === null ? counts : [...counts, ...grouped(sheet, map)];
}

function taken(activity: SealedActivity, here: Here): Count {
  switch (activity.kind) {
    case 'ideas': {
      // some who wrote may have left, and facilitators may write, too
      const asked = new Set(here.filter(({ role }) => role === 'participant').map(({ id }) => id)).size;
      return { what: 'written', count: activity.writers, of: Math.max(activity.writers, asked) };
    }
    case 'vote':
      return { what: 'voted', count: activity.cast, of: activity.invited };
    case 'pulse':
      return { what: 'answered', count: activity.responded, of: activity.invited };
  }
}

/** The sheet that the running step is about: of its own ideas, or of those on which it votes. */
function sheetOfStep(state: WorkshopState, activities: readonly SealedActivity[]): string | null {
  const planned = state.agenda.find(({ id }) => id === state.step)?.activity;
  const own = activityOfStep(state, activities);
  if (own?.kind === 'ideas') return own.status === 'revealed' ? own.id : null;
  if (planned?.kind !== 'vote' || (planned.on.of !== 'groups' && planned.on.of !== 'ideas')) return null;
  const { step } = planned.on;
  return (
    activities.findLast((one) => one.kind === 'ideas' && one.status === 'revealed' && one.step === step)?.id ?? null
  );
}

function grouped(id: string, map: Pick<PartnershipMap, 'sheets' | 'groups' | 'ideas'>): readonly Count[] {
  const sheet = sheetOf(map, id);
  if (sheet === null || sheet.count === 0) return [];
  return [{ what: 'grouped', count: sheet.count - sheet.ungrouped.length, of: sheet.count }];
}
