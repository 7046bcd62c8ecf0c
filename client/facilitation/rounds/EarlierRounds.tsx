/** Rounds that ended, newest first: their results stay readable for everybody. */
import { useTranslation } from 'react-i18next';
import { Part } from '#client/facilitation/Part.tsx';
import { PulseResult } from '#client/facilitation/pulse/PulseResult.tsx';
import { VoteResult } from '#client/facilitation/vote/VoteResult.tsx';
import { useRounds } from '#client/facilitation/WorkshopContext.ts';
import type { SealedRound } from '#shared/session/SealedRound.ts';
import styles from './EarlierRounds.module.css';

export function EarlierRounds() {
  const { t, i18n } = useTranslation();
  const ended = useRounds()
    .filter(({ status }) => status !== 'open')
    .toReversed();
  if (ended.length === 0) return null;
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Part title={t('sealed.earlier')} fact={String(ended.length)}>
      <ol className={styles['list']}>
        {ended.map((round, place) => (
          <li key={round.id}>
            <details open={place === 0}>
              <summary>
                <span className={styles['name']}>{nameOf(round, t('sealed.pulse.title'))}</span>
                <small>
                  {t(`sealed.${round.kind}.title`)}, {when.format(round.closedAt ?? round.openedAt)}
                </small>
              </summary>
              <Result round={round} />
            </details>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function nameOf(round: SealedRound, pulse: string): string {
  if (round.kind === 'ideas') return round.prompt;
  return round.kind === 'vote' ? round.question : pulse;
}

function Result({ round }: { readonly round: SealedRound }) {
  const { t } = useTranslation();
  if (round.status === 'discarded') return <p className={styles['note']}>{t('sealed.discarded')}</p>;
  switch (round.kind) {
    case 'ideas':
      return (
        <p className={styles['note']}>
          {t(round.named ? 'sealed.ideas.revealedNamed' : 'sealed.ideas.revealed', {
            ideas: round.ideas,
            writers: round.writers,
          })}
        </p>
      );
    case 'vote':
      return <VoteResult round={round} />;
    default:
      return <PulseResult round={round} />;
  }
}
