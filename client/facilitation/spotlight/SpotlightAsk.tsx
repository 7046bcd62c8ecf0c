/**
 * When somebody leads the view: a question to come along, or coming along at once where the facilitator said so. Whoever moves
 * by themselves stops following and is offered the way back for as long as the spotlight is on.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useCanvas, usePeople, useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import styles from '../Ask.module.css';

export function SpotlightAsk() {
  const { t } = useTranslation();
  const { follow } = useBoard().screen;
  const people = usePeople();
  const canvas = useCanvas();
  const followed = useScreen((state) => state.followed);
  const { me, ask, role } = useWorkshop();
  const { spotlight } = useWorkshopState();
  /** the spotlight (by its time) that was answered with "not now" */
  const [declined, setDeclined] = useState<number | null>(null);
  const [accepted, setAccepted] = useState<number | null>(null);
  const come = (to: NonNullable<WorkshopState['spotlight']>): void => {
    setAccepted(to.at);
    if (to.place !== null) canvas.show(to.place);
    follow(to.person);
  };
  useSpotlightChange(spotlight, (now, before) => {
    if (now === null) {
      if (before !== null && followed === before.person) follow(null);
    } else if (now.person === me) {
      // Whoever leads sees what they show.
      if (followed !== null) follow(null);
    } else if (now.firm) come(now);
  });
  if (spotlight === null) return null;
  if (spotlight.person === me) {
    return (
      <InTurn as="leading">
        <div className={styles['ask']}>
          <LiveText text={t('workshop.spotlight.youLead')} />
          {role === 'facilitator' && (
            <Button onClick={() => void ask({ do: 'endSpotlight', at: spotlight.at })}>
              {t('workshop.spotlight.end')}
            </Button>
          )}
        </div>
      </InTurn>
    );
  }
  if (followed === spotlight.person) return null;
  const leader = people.find((person) => person.id === spotlight.person);
  const name = leader?.name ?? t('workshop.spotlight.somebody');
  if (accepted === spotlight.at || spotlight.firm) {
    return (
      <InTurn as="leading">
        <div className={styles['ask']}>
          <LiveText text={t('workshop.spotlight.leads', { name })} />
          <Button onClick={() => come(spotlight)}>{t('workshop.spotlight.back', { name })}</Button>
        </div>
      </InTurn>
    );
  }
  if (declined === spotlight.at) return null;
  return (
    <InTurn as="spotlight">
      <div className={styles['ask']} role="alertdialog" aria-label={t('workshop.spotlight.asks', { name })}>
        <LiveText text={t('workshop.spotlight.asks', { name })} />
        <Button look="primary" onClick={() => come(spotlight)}>
          {t('workshop.spotlight.come')}
        </Button>
        <Button look="plain" onClick={() => setDeclined(spotlight.at)}>
          {t('workshop.spotlight.notNow')}
        </Button>
      </div>
    </InTurn>
  );
}

type Change = (now: WorkshopState['spotlight'], before: WorkshopState['spotlight']) => void;

/** Runs once for each spotlight that comes or goes, whatever else changes in the workshop. */
function useSpotlightChange(spotlight: WorkshopState['spotlight'], onChange: Change): void {
  const latest = useRef(onChange);
  const seen = useRef<WorkshopState['spotlight']>(null);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const before = seen.current;
    seen.current = spotlight;
    if (before?.at !== spotlight?.at || before?.person !== spotlight?.person) latest.current(spotlight, before);
  }, [spotlight]);
}
