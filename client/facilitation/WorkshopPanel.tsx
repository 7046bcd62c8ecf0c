/** The workshop beside the canvas: for everybody what runs and what comes, for facilitators how to lead it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptFlag } from '#client/drafts/useKept.ts';
import { useMap } from '#client/map/MapContext.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { HandsPart } from './hands/HandsPart.tsx';
import { LockPart } from './locks/LockPart.tsx';
import { SkeletonPart } from './locks/SkeletonPart.tsx';
import { Part, Quiet } from './Part.tsx';
import { ReactionBar } from './reactions/ReactionBar.tsx';
import { ReadyPart } from './ready/ReadyPart.tsx';
import { EarlierActivities } from './activities/EarlierActivities.tsx';
import { ActivityCards } from './activities/ActivityCards.tsx';
import { SpotlightPart } from './spotlight/SpotlightPart.tsx';
import { AgendaEditor } from './agenda/AgendaEditor.tsx';
import { AgendaPart } from './agenda/AgendaPart.tsx';
import { RunSheetChoice } from './agenda/RunSheetChoice.tsx';
import { StagePart } from './steps/StagePart.tsx';
import { StepNow } from './steps/StepNow.tsx';
import { TimerPart } from './timer/TimerPart.tsx';
import { useWorkshopState, useWorkshop } from './WorkshopContext.ts';
import styles from './WorkshopPanel.module.css';

export interface WorkshopPanelProps {
  /** Ways to begin private ideas, a vote, a pulse. */
  readonly starters?: ReactNode;
  /** What is left to do at its end. */
  readonly after?: ReactNode;
}

export function WorkshopPanel({ starters, after }: WorkshopPanelProps) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const { agenda, step, endedAt, ready } = useWorkshopState();
  const { value: isEditing, keep: setEditing, forget: endEditing } = useKeptFlag('agenda.open');
  const hasCycle = useMap().iterations.some(({ status }) => status === 'open');
  const isFacilitator = mayDo(role, 'administer');
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  const isAtItsEnd = running === undefined ? endedAt !== null : index === agenda.length - 1;
  if (isFacilitator && isEditing) return <AgendaEditor onDone={endEditing} />;
  return (
    <div className={styles['panel']}>
      <ActivityCards />
      {running !== undefined && (
        <StepNow step={running} number={index + 1} count={agenda.length} next={agenda[index + 1]} />
      )}
      {running === undefined && !isFacilitator && (
        <Part title={t(endedAt === null ? 'workshop.notYet' : 'workshop.ended')}>
          <Quiet>{t(endedAt === null ? 'workshop.notYetHint' : 'workshop.endedHint')}</Quiet>
        </Part>
      )}
      {isFacilitator && running !== undefined && <TimerPart />}
      {isAtItsEnd && after}
      <HandsPart />
      {ready !== null && <ReadyPart />}
      {isFacilitator && running?.view === 'cycle' && hasCycle && <StagePart />}
      {isFacilitator && running !== undefined && starters}
      {isFacilitator && agenda.length === 0 && <RunSheetChoice onOwn={() => setEditing(true)} />}
      {agenda.length > 0 && <AgendaPart onEdit={() => setEditing(true)} />}
      {isFacilitator && (
        <>
          {running === undefined && <TimerPart />}
          {running === undefined && starters}
          {ready === null && <ReadyPart />}
          <SpotlightPart />
          {running?.view !== 'cycle' && hasCycle && <StagePart />}
          <SkeletonPart />
          <LockPart />
        </>
      )}
      <EarlierActivities />
      <Part title={t('workshop.reaction.label')}>
        <ReactionBar />
      </Part>
    </div>
  );
}
