/** Rounds that ended, newest first: their results stay readable for everybody. */
import { useTranslation } from 'react-i18next';
import { UnsentIdeas } from '#client/facilitation/ideas/UnsentIdeas.tsx';
import { Part } from '#client/facilitation/Part.tsx';
import { useRounds } from '#client/facilitation/WorkshopContext.ts';
import { dayAndTime } from '#client/ui/text/moments.ts';
import styles from './EarlierRounds.module.css';
import { RoundResult, roundName } from './RoundResult.tsx';
import { useFreshRounds } from './useOwnRound.ts';

export function EarlierRounds() {
  const { t, i18n } = useTranslation();
  const fresh = useFreshRounds();
  const ended = useRounds()
    .filter((round) => round.status !== 'open' && !fresh.includes(round))
    .toReversed();
  if (ended.length === 0) return null;
  return (
    <Part title={t('sealed.earlier')} fact={String(ended.length)}>
      <ol className={styles['list']}>
        {ended.map((round, place) => (
          <li key={round.id}>
            <details open={place === 0}>
              <summary>
                <span className={styles['name']}>{roundName(round, t('sealed.pulse.title'))}</span>
                <small>
                  {t(`sealed.${round.kind}.title`)}, {dayAndTime(round.closedAt ?? round.openedAt, i18n.language)}
                </small>
              </summary>
              <RoundResult round={round} />
              <UnsentIdeas round={round.id} />
            </details>
          </li>
        ))}
      </ol>
    </Part>
  );
}
