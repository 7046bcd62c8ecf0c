/** The rounds that run, for everybody; at the top of the workshop's panel. One that begins or was asked for comes into sight. */
import { useEffect, useRef } from 'react';
import { IdeasCard } from '#client/facilitation/ideas/IdeasCard.tsx';
import { PulseCard } from '#client/facilitation/pulse/PulseCard.tsx';
import { VoteCard } from '#client/facilitation/vote/VoteCard.tsx';
import { useRounds } from '#client/facilitation/WorkshopContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { EndedCard } from './EndedCard.tsx';
import styles from './RoundCards.module.css';
import { useFreshRounds } from './useOwnRound.ts';
import { takeWantedRound } from './wantedRound.ts';

export function RoundCards() {
  const open = useRounds().filter(({ status }) => status === 'open');
  const fresh = useFreshRounds();
  const place = useRef<HTMLDivElement>(null);
  const newest = open.at(-1) ?? fresh[0];
  const shown = newest === undefined ? null : `${newest.id} ${newest.status}`;
  const before = useRef(shown);
  useEffect(() => {
    const wanted = takeWantedRound();
    if (wanted !== null) place.current?.querySelector(`[data-round^="${wanted} "]`)?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    if (shown === before.current) return;
    before.current = shown;
    if (shown === null) return;
    const card = [...(place.current?.children ?? [])].find((one) => one.getAttribute('data-round') === shown);
    card?.scrollIntoView({ block: 'start' });
    // whoever began it pressed a button that is gone now
    if (document.activeElement === document.body && card instanceof HTMLElement) card.focus({ preventScroll: true });
  }, [shown]);
  if (open.length === 0 && fresh.length === 0) return null;
  return (
    <div ref={place} className={styles['cards']}>
      {open.map((round) => (
        <div key={round.id} data-round={`${round.id} ${round.status}`} tabIndex={-1}>
          <Card round={round} />
        </div>
      ))}
      {fresh.map((round) => (
        <div key={round.id} data-round={`${round.id} ${round.status}`} tabIndex={-1}>
          <EndedCard round={round} />
        </div>
      ))}
    </div>
  );
}

function Card({ round }: { readonly round: SealedActivity }) {
  switch (round.kind) {
    case 'ideas':
      return <IdeasCard round={round} />;
    case 'vote':
      return <VoteCard round={round} />;
    default:
      return <PulseCard round={round} />;
  }
}
