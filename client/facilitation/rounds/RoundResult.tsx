/** What a round that ended gave. */
import { useTranslation } from 'react-i18next';
import { ideaCounts } from '#client/facilitation/ideas/ideaCounts.ts';
import { PulseResult } from '#client/facilitation/pulse/PulseResult.tsx';
import { VoteResult } from '#client/facilitation/vote/VoteResult.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import sealedStyles from './Sealed.module.css';

export function RoundResult({ round }: { readonly round: SealedActivity }) {
  const { t } = useTranslation();
  if (round.status === 'discarded')
    return <p className={sealedStyles['count']}>{t(round.lost === true ? 'sealed.lost' : 'sealed.discarded')}</p>;
  switch (round.kind) {
    case 'ideas':
      return (
        <p className={sealedStyles['count']}>
          {t(round.named ? 'sealed.ideas.revealedNamed' : 'sealed.ideas.revealed', ideaCounts(round, t))}
        </p>
      );
    case 'vote':
      return <VoteResult round={round} />;
    default:
      return <PulseResult round={round} />;
  }
}

/** What the round was about, as it was announced. */
export function roundName(round: SealedActivity, pulse: string): string {
  if (round.kind === 'ideas') return round.prompt;
  return round.kind === 'vote' ? round.question : pulse;
}
