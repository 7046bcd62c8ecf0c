/** The totals of a vote as rows of dots with their numbers; equal totals share a place and say so. */
import { useTranslation } from 'react-i18next';
import { Fact } from '#client/facilitation/takePart/AskedPart.tsx';
import type { VoteActivity } from '#shared/wire/SealedActivity.ts';
import { ranking } from '#shared/workshop/votes.ts';
import { EssentialPart } from './EssentialPart.tsx';
import styles from './VoteResult.module.css';

/** So many dots stand side by side; more of them are a bar. */
const mostDots = 16;

export function VoteResult({ activity }: { readonly activity: VoteActivity }) {
  const { t } = useTranslation();
  const { totals } = activity;
  if (totals === null) return <Fact>{t('sealed.vote.tooFew', { count: activity.cast })}</Fact>;
  const placed = ranking(activity.options, totals);
  const most = Math.max(1, ...totals);
  return (
    <>
      <Fact>{t('sealed.vote.turnout', { cast: activity.cast, of: activity.invited })}</Fact>
      <ol className={styles['result']}>
        {placed.map(({ option, total, place, tied }) => (
          <li key={option.id} data-place={place} data-first={place === 1 && total > 0}>
            <span className={styles['label']} dir="auto">
              {option.label}
            </span>
            <span className={styles['total']}>
              <Total count={total} />
            </span>
            {total > 0 && (
              <span className={styles['row']}>
                <span className={styles['bar']} data-dots={most <= mostDots} aria-hidden="true">
                  <i style={{ inlineSize: most <= mostDots ? `${total * 13}px` : `${(total / most) * 100}%` }} />
                </span>
                {tied && <small>{t('sealed.vote.tied', { place })}</small>}
              </span>
            )}
          </li>
        ))}
      </ol>
      <Fact>{t('sealed.vote.toldAfter')}</Fact>
      <EssentialPart options={activity.options} totals={totals} />
    </>
  );
}

/** The number large, its word for whoever hears it. */
function Total({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const text = t('sealed.vote.dots', { count });
  const figures = String(count);
  if (!text.includes(figures)) return text;
  const [before, after] = text.split(figures);
  return (
    <>
      <span className="visually-hidden">{before}</span>
      {figures}
      <span className="visually-hidden">{after}</span>
    </>
  );
}
