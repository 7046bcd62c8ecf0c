/** Activities that ended, newest first: their results stay readable for everybody. */
import { useTranslation } from 'react-i18next';
import { UnsentIdeas } from '#client/facilitation/ideas/UnsentIdeas.tsx';
import { Part } from '#client/facilitation/Part.tsx';
import { useActivities } from '#client/facilitation/WorkshopContext.ts';
import { dayAndTime } from '#client/ui/text/moments.ts';
import styles from './EarlierActivities.module.css';
import { ActivityResult, activityName } from './ActivityResult.tsx';
import { useFreshActivities } from './useOwnActivity.ts';

export function EarlierActivities() {
  const { t, i18n } = useTranslation();
  const fresh = useFreshActivities();
  const ended = useActivities()
    .filter((activity) => activity.status !== 'open' && !fresh.includes(activity))
    .toReversed();
  if (ended.length === 0) return null;
  return (
    <Part title={t('sealed.earlier')} fact={String(ended.length)}>
      <ol className={styles['list']}>
        {ended.map((activity, place) => (
          <li key={activity.id}>
            <details open={place === 0}>
              <summary>
                <span className={styles['name']}>{activityName(activity, t('sealed.pulse.title'))}</span>
                <small>
                  {t(`sealed.${activity.kind}.title`)},{' '}
                  {dayAndTime(activity.closedAt ?? activity.openedAt, i18n.language)}
                </small>
              </summary>
              <ActivityResult activity={activity} />
              <UnsentIdeas activity={activity.id} />
            </details>
          </li>
        ))}
      </ol>
    </Part>
  );
}
