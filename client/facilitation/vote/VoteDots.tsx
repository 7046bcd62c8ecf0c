/** How many dots everybody has, and how many of them one option may get. */
import { useTranslation } from 'react-i18next';
import styles from '#client/facilitation/activities/Activity.module.css';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import own from './StartVote.module.css';

const { maxDots } = sealedLimits;

export interface VoteDotsProps {
  readonly budget: number;
  /** on one option */
  readonly most: number;
  readonly onDots: (change: { readonly dots?: number; readonly cap?: number }) => void;
}

export function VoteDots({ budget, most, onDots }: VoteDotsProps) {
  const { t } = useTranslation();
  return (
    <div className={own['numbers']}>
      <label className={styles['field']}>
        {t('sealed.vote.dotsEach')}
        <input
          type="number"
          min={1}
          max={maxDots}
          value={budget}
          onChange={(event) => onDots({ dots: whole(event.target.value) })}
        />
      </label>
      <label className={styles['field']}>
        {t('sealed.vote.capEach')}
        <input
          type="number"
          min={1}
          max={budget}
          value={most}
          onChange={(event) => onDots({ cap: whole(event.target.value) })}
        />
      </label>
    </div>
  );
}

function whole(text: string): number {
  const count = Math.round(Number(text));
  return Number.isFinite(count) ? Math.min(maxDots, Math.max(1, count)) : 1;
}
