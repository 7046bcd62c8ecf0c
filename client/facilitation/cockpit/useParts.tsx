/** The folded parts of the facilitator's panel as they are now, each with what is known of it while it is folded. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeopleHere } from '#client/board/BoardContext.ts';
import { ActivityCards } from '#client/facilitation/activities/ActivityCards.tsx';
import { EarlierActivities } from '#client/facilitation/activities/EarlierActivities.tsx';
import { useFreshActivities } from '#client/facilitation/activities/useOwnActivity.ts';
import { AgendaPart } from '#client/facilitation/agenda/AgendaPart.tsx';
import { LockPart } from '#client/facilitation/locks/LockPart.tsx';
import { SkeletonPart } from '#client/facilitation/locks/SkeletonPart.tsx';
import { ReactionBar } from '#client/facilitation/reactions/ReactionBar.tsx';
import { ReadyPart } from '#client/facilitation/ready/ReadyPart.tsx';
import { SpotlightPart } from '#client/facilitation/spotlight/SpotlightPart.tsx';
import { GoOnButton } from '#client/facilitation/steps/GoOnButton.tsx';
import { StagePart } from '#client/facilitation/steps/StagePart.tsx';
import { StepPermits } from '#client/facilitation/steps/StepPermits.tsx';
import { TimerPart } from '#client/facilitation/timer/TimerPart.tsx';
import { useTimeLeft } from '#client/facilitation/timer/useTimeLeft.ts';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import { readyCount } from '#shared/workshop/readyCount.ts';
import type { FoldedPart } from './FoldedParts.tsx';

export interface Given {
  readonly starters: ReactNode;
  /** Opens the editor of the agenda. */
  readonly onEdit: () => void;
}

type Fact = Pick<FoldedPart, 'fact' | 'isOn'>;

export function useParts({ starters, onEdit }: Given): readonly FoldedPart[] {
  const { t } = useTranslation();
  const state = useWorkshopState();
  const isRunning = state.step !== null;
  const here = usePeopleHere();
  const hasCycle = useMap().iterations.some(({ status }) => status === 'open');
  const activities = useActivities();
  const fresh = useFreshActivities();
  const earlier = activities.filter((one) => one.status !== 'open' && !fresh.includes(one)).length;
  const clock = useClockFact(t);
  const part = (name: Exclude<FoldedPart['name'], 'own'>, content: ReactNode, fact: Fact = {}): FoldedPart => ({
    name,
    title: t(`workshop.cockpit.part.${name}`),
    content,
    ...fact,
  });
  const ready = state.ready === null ? null : readyCount(state.ready, here);
  return [
    ...(isRunning ? ownPart(activities, fresh, t) : []),
    ...(isRunning ? [part('agenda', <AgendaWithWayOn onEdit={onEdit} />)] : []),
    part('clock', <TimerPart />, clock),
    part('starters', starters),
    part(
      'ready',
      <ReadyPart />,
      ready === null ? {} : { fact: t('workshop.ready.count', { ready: ready.ready, of: ready.of }), isOn: true },
    ),
    part(
      'spotlight',
      <SpotlightPart />,
      state.spotlight === null ? {} : { fact: t('workshop.cockpit.isOn'), isOn: true },
    ),
    ...(hasCycle
      ? [part('stage', <StagePart />, state.stage === null ? {} : { fact: t(`workshop.stage.${state.stage}`) })]
      : []),
    part('frame', <FrameAndLocks />, lockFact(state, t)),
    ...(earlier > 0 ? [part('earlier', <EarlierActivities />, { fact: String(earlier) })] : []),
    part('signs', <ReactionBar />),
  ];
}

/** One's own part in what is open, and what it gave. */
function ownPart(
  activities: readonly SealedActivity[],
  fresh: readonly SealedActivity[],
  t: TFunction,
): readonly FoldedPart[] {
  const open = activities.filter(({ status }) => status === 'open');
  const [first] = open;
  if (first === undefined && fresh.length === 0) return [];
  const title =
    first === undefined
      ? t('workshop.cockpit.result')
      : t(`workshop.cockpit.own.${open.length === 1 ? first.kind : 'several'}`);
  return [{ name: 'own', title, content: <ActivityCards /> }];
}

function AgendaWithWayOn({ onEdit }: Pick<Given, 'onEdit'>) {
  return (
    <>
      <AgendaPart onEdit={onEdit} />
      <GoOnButton />
    </>
  );
}

function FrameAndLocks() {
  return (
    <>
      <StepPermits />
      <SkeletonPart />
      <LockPart />
    </>
  );
}

function useClockFact(t: TFunction): Fact {
  const left = useTimeLeft();
  if (left?.state === 'over') return { fact: t('workshop.timer.over'), isOn: true };
  return left?.state === 'paused' ? { fact: t('workshop.cockpit.paused'), isOn: true } : {};
}

function lockFact({ lockedAll, locks, skeletonOpen, step }: WorkshopState, t: TFunction): Fact {
  if (lockedAll) return { fact: t('workshop.cockpit.allLocked'), isOn: true };
  if (locks.length > 0) return { fact: t('workshop.locks.count', { count: locks.length }), isOn: true };
  // before a workshop it may be open; in one somebody has opened it
  return skeletonOpen && step !== null ? { fact: t('workshop.cockpit.frameOpen'), isOn: true } : {};
}
