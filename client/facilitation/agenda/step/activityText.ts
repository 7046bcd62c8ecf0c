/** What people do in a step, in one line. */
import type { TFunction } from 'i18next';
import type { StepActivity } from '#shared/wire/StepActivity.ts';

export function activityText(activity: StepActivity | null, t: TFunction): string {
  if (activity === null) return t('workshop.activity.none');
  const name = t(`workshop.activity.${activity.kind}`);
  const asked = activity.kind === 'ideas' ? activity.prompt : 'question' in activity ? activity.question : '';
  const minutes = 'minutes' in activity && activity.minutes > 0 ? activity.minutes : null;
  const whole = minutes === null ? name : `${name}, ${t('workshop.minutesShort', { count: minutes })}`;
  return asked === '' ? whole : `${whole}: ${asked}`;
}
