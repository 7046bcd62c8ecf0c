/** The end of an activity: what is asked before it, and how it is sent. */
import type { TFunction } from 'i18next';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import type { OwnActivities } from './OwnActivities.ts';

/** Shows what came of it to everybody. `evenIfFew`: after a facilitator was warned. */
export function showActivity(
  sealed: OwnActivities,
  { id, kind }: SealedActivity,
  evenIfFew: boolean,
): Promise<Failure | null> {
  return sealed.end(id, { to: kind === 'ideas' ? 'revealed' : 'closed', evenIfFew, day: localDay() });
}

export function discardActivity(sealed: OwnActivities, { id }: SealedActivity): Promise<Failure | null> {
  return sealed.end(id, { to: 'discarded', evenIfFew: false, day: localDay() });
}

/** So few wrote that others can guess who it was. */
export function isGuessable(activity: SealedActivity): boolean {
  return activity.kind === 'ideas' && !activity.named && activity.counted < sealedLimits.fewest && activity.writers > 0;
}

/** Nothing would be shown, or nobody has written yet: nobody ends that with a single press. */
export function isTooEarly(activity: SealedActivity): boolean {
  switch (activity.kind) {
    case 'ideas':
      return activity.ideas === 0 || isGuessable(activity);
    case 'vote':
      return activity.counted < sealedLimits.fewest;
    case 'pulse':
      return activity.counted < activity.minimum;
  }
}

export function endQuestion(activity: SealedActivity, isFew: boolean, t: TFunction): string {
  switch (activity.kind) {
    case 'ideas':
      return isFew
        ? t('sealed.ideas.endFewAsk', { count: activity.counted })
        : t('sealed.ideas.endAsk', { count: activity.ideas });
    case 'vote':
      return activity.counted < sealedLimits.fewest
        ? t('sealed.vote.endFewAsk', { counted: activity.counted, fewest: sealedLimits.fewest })
        : t('sealed.vote.endAsk', { cast: activity.cast, of: activity.invited });
    case 'pulse':
      return activity.counted < activity.minimum
        ? t('sealed.pulse.endFewAsk', { counted: activity.counted, minimum: activity.minimum })
        : t('sealed.pulse.endAsk', { responded: activity.responded, of: activity.invited });
  }
}

/** The day where this person is; a workshop does not think in UTC. */
function localDay(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
