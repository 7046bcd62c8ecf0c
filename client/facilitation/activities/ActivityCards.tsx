/** The activities that run, for everybody; at the top of the workshop's panel. One that begins or was asked for comes into sight. */
import { useEffect, useRef } from 'react';
import { IdeasCard } from '#client/facilitation/ideas/IdeasCard.tsx';
import { PulseCard } from '#client/facilitation/pulse/PulseCard.tsx';
import { VoteCard } from '#client/facilitation/vote/VoteCard.tsx';
import { useActivities, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { EndedActivityCard } from './EndedActivityCard.tsx';
import styles from './ActivityCards.module.css';
import { useFreshActivities } from './useOwnActivity.ts';
import { takeWantedActivity } from './wantedActivity.ts';

export function ActivityCards() {
  const open = useActivities().filter(({ status }) => status === 'open');
  const isFacilitator = mayDo(useWorkshop().role, 'administer');
  const fresh = useFreshActivities();
  const place = useRef<HTMLDivElement>(null);
  const newest = open.at(-1) ?? fresh[0];
  const shown = newest === undefined ? null : `${newest.id} ${newest.status}`;
  const before = useRef(shown);
  useEffect(() => {
    const wanted = takeWantedActivity();
    if (wanted !== null)
      place.current?.querySelector(`[data-activity^="${wanted} "]`)?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    if (shown === before.current) return;
    before.current = shown;
    if (shown === null) return;
    const card = [...(place.current?.children ?? [])].find((one) => one.getAttribute('data-activity') === shown);
    card?.scrollIntoView({ block: 'start' });
    // whoever began it pressed a button that is gone now; to nobody else anything happened
    if (isFacilitator && document.activeElement === document.body && card instanceof HTMLElement)
      card.focus({ preventScroll: true });
  }, [shown, isFacilitator]);
  if (open.length === 0 && fresh.length === 0) return null;
  return (
    <div ref={place} className={styles['cards']}>
      {open.map((activity) => (
        <div key={activity.id} data-activity={`${activity.id} ${activity.status}`} tabIndex={-1}>
          <Card activity={activity} />
        </div>
      ))}
      {fresh.map((activity) => (
        <div key={activity.id} data-activity={`${activity.id} ${activity.status}`} tabIndex={-1}>
          <EndedActivityCard activity={activity} />
        </div>
      ))}
    </div>
  );
}

function Card({ activity }: { readonly activity: SealedActivity }) {
  switch (activity.kind) {
    case 'ideas':
      return <IdeasCard activity={activity} />;
    case 'vote':
      return <VoteCard activity={activity} />;
    default:
      return <PulseCard activity={activity} />;
  }
}
