/**
 * The workshop beside the canvas for whoever leads it. While a step runs: what everybody reads, then what only facilitators see
 * of the room, then what they most likely do next; everything else is folded into titles. Before and after, what is to be chosen.
 */
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useKeptFlag } from '#client/drafts/useKept.ts';
import { ActivityCards } from '#client/facilitation/activities/ActivityCards.tsx';
import { useFreshActivities } from '#client/facilitation/activities/useOwnActivity.ts';
import { useStarting } from '#client/facilitation/activities/useStarting.ts';
import { wantedActivity } from '#client/facilitation/activities/wantedActivity.ts';
import { AgendaEditor } from '#client/facilitation/agenda/AgendaEditor.tsx';
import { AgendaPart } from '#client/facilitation/agenda/AgendaPart.tsx';
import { RunSheetChoice } from '#client/facilitation/agenda/RunSheetChoice.tsx';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Counts } from './Counts.tsx';
import styles from './FacilitatorPanel.module.css';
import { type FoldedPart, FoldedTitles, idOf, OpenedParts } from './FoldedParts.tsx';
import { HandsInOrder } from './HandsInOrder.tsx';
import { LikelyActs } from './LikelyActs.tsx';
import { OnlyFacilitators } from './OnlyFacilitators.tsx';
import { StepForAll } from './StepForAll.tsx';
import { StepNote } from './StepNote.tsx';
import { useOpenParts, type Reasons } from './useOpenParts.ts';
import { useParts } from './useParts.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';

export interface FacilitatorPanelProps {
  /** Ways to begin private ideas, a vote, a pulse. */
  readonly starters?: ReactNode;
  /** What is left to do at its end. */
  readonly after?: ReactNode;
}

export function FacilitatorPanel({ starters, after }: FacilitatorPanelProps) {
  const { agenda, step, endedAt } = useWorkshopState();
  const { value: isEditing, keep: setEditing, forget: endEditing } = useKeptFlag('agenda.open');
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  const isAtItsEnd = running === undefined ? endedAt !== null : index === agenda.length - 1;
  const onEdit = (): void => setEditing(true);
  const parts = useParts({ starters, onEdit });
  const reasons = useReasons();
  const open = useOpenParts(reasons);
  const id = useId();
  useInSight(idOf(id, 'own'), reasons.own ?? null);
  if (isEditing) return <AgendaEditor onDone={endEditing} />;
  return (
    <div className={styles['panel']}>
      {running !== undefined && <StepForAll step={running} number={index + 1} count={agenda.length} />}
      {running === undefined && isAtItsEnd && after}
      {running === undefined && <ActivityCards />}
      <OpenedParts parts={parts.filter(isOwn)} open={open} id={id} />
      {running !== undefined && isAtItsEnd && after}
      {running === undefined && agenda.length === 0 && <RunSheetChoice onOwn={onEdit} />}
      {running === undefined && agenda.length > 0 && <AgendaPart onEdit={onEdit} />}
      <OnlyFacilitators>
        <Counts />
        <WhoIsHere />
        <HandsInOrder />
        {running !== undefined && <StepNote step={running.id} />}
        <FoldedTitles parts={parts} open={open} id={id} />
        <OpenedParts parts={parts.filter((part) => !isOwn(part))} open={open} id={id} />
      </OnlyFacilitators>
      <LikelyActs />
    </div>
  );
}

/** Their own part in what is open, and its result, is nothing of facilitators alone. */
function isOwn({ name }: FoldedPart): boolean {
  return name === 'own';
}

/** What opens by itself comes into sight. */
function useInSight(id: string, why: string | null): void {
  useEffect(() => {
    if (why !== null) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, why]);
}

/** What opens a part by itself: somebody asked for it, there is a result to read, or a form to go on with. */
function useReasons(): Reasons {
  const [asked] = useState(wantedActivity);
  const activities = useActivities();
  // revealed ideas are shown themselves
  const result = useFreshActivities().find(({ kind, status }) => kind !== 'ideas' || status === 'discarded');
  const isAsked = activities.some(({ id, status }) => id === asked && status === 'open');
  return { own: isAsked ? asked : (result?.id ?? null), starters: useStarting().starting };
}
