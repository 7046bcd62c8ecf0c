/**
 * A reveal takes everybody to the ideas. Who has just moved by themselves, writes something, or follows somebody of their own
 * choice is asked instead; who follows the spotlight goes where it goes.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas, useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { hasUnsentWords } from '#client/ui/focus/hasUnsentWords.ts';
import type { IdeasActivity, SealedActivity } from '#shared/wire/SealedActivity.ts';
import styles from '../Ask.module.css';
import { goToIdeas } from './goToIdeas.ts';

export interface RevealLandsProps {
  /** Something lies over the canvas where it is narrow, and goes away for what is shown. */
  readonly onClear: () => void;
}

/** Who moved so short a time ago is looking at something. */
const ownMoveCountsMs = 5_000;

interface Landing {
  readonly activity: IdeasActivity;
  readonly since: number;
  /** was busy with something when the ideas came */
  readonly isBusy: boolean;
}

export function RevealLands({ onClear }: RevealLandsProps) {
  const { t } = useTranslation();
  const { spotlight } = useWorkshopState();
  const canvas = useCanvas();
  const followed = useScreen((state) => state.followed);
  const [landing, setLanding] = useState<Landing | null>(null);
  const [asked, setAsked] = useState<IdeasActivity | null>(null);
  const isLed = followed !== null && followed === spotlight?.person;
  const isBusy = (): boolean => followed !== null || canvas.isWriting() || hasUnsentWords();
  const go = (activity: IdeasActivity): void => {
    onClear();
    setAsked(null);
    goToIdeas(activity, canvas);
  };
  useReveals({
    onRevealed: (activity) => {
      if (!isLed) setLanding({ activity, since: performance.now(), isBusy: isBusy() });
    },
    onNext: () => setAsked(null),
  });
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (landing === null) return undefined;
    const { activity, since } = landing;
    const land = (): void => {
      setLanding(null);
      const isLate = performance.now() - since > ownMoveCountsMs;
      if (landing.isBusy || isLate || canvas.sinceOwnMove() < ownMoveCountsMs) setAsked(activity);
      else latest.current(activity);
    };
    if (activity.target.kind !== 'stage') return canvas.onIdeas(activity.id, land);
    land();
    return undefined;
  }, [canvas, landing]);
  if (asked === null) return null;
  return (
    <InTurn as="reveal">
      <div className={styles['ask']} role="group" aria-label={t('sealed.ideas.endedTitle')}>
        <span>{t('sealed.ideas.endedTitle')}</span>
        <Button look="primary" onClick={() => go(asked)}>
          {t('sealed.ideas.show')}
        </Button>
        <Button look="plain" onClick={() => setAsked(null)}>
          {t('sealed.ideas.stay')}
        </Button>
      </div>
    </InTurn>
  );
}

interface Reveals {
  /** With the message, before anything of the page is drawn anew. */
  readonly onRevealed: (activity: IdeasActivity) => void;
  /** Something else began. */
  readonly onNext: () => void;
}

/** Tells of ideas that are revealed while this page looks on. */
function useReveals(reveals: Reveals): void {
  const { workshop } = useWorkshop();
  const { step } = useWorkshopState();
  const latest = useRef(reveals);
  useEffect(() => {
    latest.current = reveals;
  });
  const stepBefore = useRef(step);
  useEffect(() => {
    if (stepBefore.current !== step) latest.current.onNext();
    stepBefore.current = step;
  }, [step]);
  useEffect(() => {
    const statuses = (): ReadonlyMap<string, SealedActivity['status']> =>
      new Map(workshop.view().activities.map(({ id, status }) => [id, status]));
    let before = statuses();
    return workshop.subscribe(() => {
      const known = before;
      before = statuses();
      for (const activity of workshop.view().activities) {
        const was = known.get(activity.id);
        if (was === undefined && activity.status === 'open') latest.current.onNext();
        if (was !== 'open' || activity.kind !== 'ideas') continue;
        if (activity.status === 'revealed' && activity.ideas > 0) latest.current.onRevealed(activity);
      }
    });
  }, [workshop]);
}
