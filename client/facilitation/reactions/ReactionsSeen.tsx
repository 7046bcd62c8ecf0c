/** Signs of others as they come: counted, shown for a moment, said in batches, never kept. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { reactions, type Reaction } from '#shared/wire/WorkshopState.ts';
import { reactionIcons } from './ReactionBar.tsx';
import styles from './ReactionsSeen.module.css';

const shownMs = 4_000;

type Counts = Readonly<Partial<Record<Reaction, number>>>;

export function ReactionsSeen() {
  const { t } = useTranslation();
  const { workshop } = useWorkshop();
  const [counts, setCounts] = useState<Counts>({});
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const add = (reaction: Reaction, by: number): void =>
      setCounts((now) => ({ ...now, [reaction]: Math.max(0, (now[reaction] ?? 0) + by) }));
    const stop = workshop.onReaction(({ reaction }) => {
      add(reaction, 1);
      const timer = setTimeout(() => {
        timers.delete(timer);
        add(reaction, -1);
      }, shownMs);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [workshop]);
  const seen = reactions.filter((reaction) => (counts[reaction] ?? 0) > 0);
  const spoken = seen.map((reaction) => `${t(`workshop.reaction.${reaction}`)}: ${counts[reaction]}`).join('. ');
  return (
    <>
      {seen.length > 0 && (
        <div className={styles['seen']} aria-hidden="true">
          {seen.map((reaction) => (
            <span key={reaction}>
              {reactionIcons[reaction]}
              {t(`workshop.reaction.${reaction}`)}
              <b>{counts[reaction]}</b>
            </span>
          ))}
        </div>
      )}
      <LiveRegion text={spoken} />
    </>
  );
}
