/** The totals of a vote as bars with their numbers; equal totals share a place. */
import { useTranslation } from 'react-i18next';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import type { VoteActivity } from '#shared/wire/SealedActivity.ts';
import { ranking } from '#shared/workshop/votes.ts';
import { EssentialPart } from './EssentialPart.tsx';
import styles from './VoteResult.module.css';

export function VoteResult({ activity }: { readonly activity: VoteActivity }) {
  const { t } = useTranslation();
  const { totals } = activity;
  if (totals === null)
    return <p className={sealedStyles['count']}>{t('sealed.vote.tooFew', { count: activity.cast })}</p>;
  const placed = ranking(activity.options, totals);
  const most = Math.max(1, ...totals);
  return (
    <>
      <p className={sealedStyles['count']}>{t('sealed.vote.turnout', { cast: activity.cast, of: activity.invited })}</p>
      <ol className={styles['result']}>
        {placed.map(({ option, total, place, tied }) => (
          <li key={option.id} data-first={place === 1 && total > 0}>
            <span className={styles['label']}>{option.label}</span>
            <span className={styles['total']}>
              {t('sealed.vote.dots', { count: total })}
              {tied && total > 0 && <small>{t('sealed.vote.tied', { place })}</small>}
            </span>
            <span className={styles['bar']} aria-hidden="true">
              <i style={{ inlineSize: `${(total / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
      <EssentialPart options={activity.options} totals={totals} />
    </>
  );
}
