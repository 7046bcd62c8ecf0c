/** The rounds that run, for everybody; at the top of the workshop's panel. */
import { IdeasCard } from '#client/facilitation/ideas/IdeasCard.tsx';
import { PulseCard } from '#client/facilitation/pulse/PulseCard.tsx';
import { VoteCard } from '#client/facilitation/vote/VoteCard.tsx';
import { useRounds } from '#client/facilitation/WorkshopContext.ts';

export function RoundCards() {
  const open = useRounds().filter(({ status }) => status === 'open');
  return (
    <>
      {open.map((round) => {
        switch (round.kind) {
          case 'ideas':
            return <IdeasCard key={round.id} round={round} />;
          case 'vote':
            return <VoteCard key={round.id} round={round} />;
          default:
            return <PulseCard key={round.id} round={round} />;
        }
      })}
    </>
  );
}
