/** A person's own part in activities over a server that takes everything, or nothing; for tests of what stands on the page. */
import type { SealedRequest } from '#client/connection/api/SeatApi.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { OwnActivities } from '#client/facilitation/activities/OwnActivities.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { SealedMine } from '#shared/wire/SealedRequest.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';

export interface OwnGiven {
  readonly activity: SealedActivity;
  /** as the server holds it */
  readonly mine?: Partial<SealedMine>;
  readonly isOffline?: boolean;
  readonly drafts?: Drafts;
}

export interface OwnDesk {
  readonly sealed: OwnActivities;
  readonly drafts: Drafts;
  /** what went to the server */
  readonly sent: SealedRequest[];
}

export async function ownActivitiesFor({ activity, mine = {}, isOffline = false, drafts }: OwnGiven): Promise<OwnDesk> {
  const sent: SealedRequest[] = [];
  const kept = drafts ?? new Drafts(null, { board: 'board', person: 'person' });
  const held: SealedMine = {
    round: activity.id,
    version: 1,
    changes: [],
    ideas: [],
    dots: null,
    abstains: false,
    answered: false,
    ...mine,
  };
  const sealed = new OwnActivities({
    workshop: {
      view: () => ({ state: emptyWorkshop, activities: [activity] }),
      subscribe: () => () => {},
      onMessage: () => () => {},
    },
    drafts: kept,
    send: async (request) => {
      if (request.method === 'GET') return { ok: true, value: { now: 1, rounds: [activity], mine: [held] } };
      sent.push(request);
      return isOffline ? { ok: false, code: 'unreachable' } : { ok: true, value: held };
    },
    showRefusal: () => {},
    after: () => () => {},
  });
  await sealed.refresh();
  return { sealed, drafts: kept, sent };
}
