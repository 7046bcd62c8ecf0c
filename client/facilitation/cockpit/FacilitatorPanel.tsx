/** The workshop beside the canvas for whoever leads it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptFlag } from '#client/drafts/useKept.ts';
import { ActivityCards } from '#client/facilitation/activities/ActivityCards.tsx';
import { EarlierActivities } from '#client/facilitation/activities/EarlierActivities.tsx';
import { AgendaEditor } from '#client/facilitation/agenda/AgendaEditor.tsx';
import { AgendaPart } from '#client/facilitation/agenda/AgendaPart.tsx';
import { RunSheetChoice } from '#client/facilitation/agenda/RunSheetChoice.tsx';
import { HandsPart } from '#client/facilitation/hands/HandsPart.tsx';
import { LockPart } from '#client/facilitation/locks/LockPart.tsx';
import { SkeletonPart } from '#client/facilitation/locks/SkeletonPart.tsx';
import { Part } from '#client/facilitation/Part.tsx';
import { ReactionBar } from '#client/facilitation/reactions/ReactionBar.tsx';
import { ReadyPart } from '#client/facilitation/ready/ReadyPart.tsx';
import { SpotlightPart } from '#client/facilitation/spotlight/SpotlightPart.tsx';
import { StagePart } from '#client/facilitation/steps/StagePart.tsx';
import { StepNow } from '#client/facilitation/steps/StepNow.tsx';
import { TimerPart } from '#client/facilitation/timer/TimerPart.tsx';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import styles from './FacilitatorPanel.module.css';

export interface FacilitatorPanelProps {
  /** Ways to begin private ideas, a vote, a pulse. */
  readonly starters?: ReactNode;
  /** What is left to do at its end. */
  readonly after?: ReactNode;
}

export function FacilitatorPanel({ starters, after }: FacilitatorPanelProps) {
  const { t } = useTranslation();
  const { agenda, step, endedAt, ready } = useWorkshopState();
  const { value: isEditing, keep: setEditing, forget: endEditing } = useKeptFlag('agenda.open');
  const hasCycle = useMap().iterations.some(({ status }) => status === 'open');
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  const isAtItsEnd = running === undefined ? endedAt !== null : index === agenda.length - 1;
  if (isEditing) return <AgendaEditor onDone={endEditing} />;
  return (
    <div className={styles['panel']}>
      <ActivityCards />
      {running !== undefined && (
        <StepNow step={running} number={index + 1} count={agenda.length} next={agenda[index + 1]} />
      )}
      {running !== undefined && <TimerPart />}
      {isAtItsEnd && after}
      <HandsPart />
      {ready !== null && <ReadyPart />}
      {running?.view === 'cycle' && hasCycle && <StagePart />}
      {running !== undefined && starters}
      {agenda.length === 0 && <RunSheetChoice onOwn={() => setEditing(true)} />}
      {agenda.length > 0 && <AgendaPart onEdit={() => setEditing(true)} />}
      {running === undefined && <TimerPart />}
      {running === undefined && starters}
      {ready === null && <ReadyPart />}
      <SpotlightPart />
      {running?.view !== 'cycle' && hasCycle && <StagePart />}
      <SkeletonPart />
      <LockPart />
      <EarlierActivities />
      <Part title={t('workshop.reaction.label')}>
        <ReactionBar />
      </Part>
    </div>
  );
}
