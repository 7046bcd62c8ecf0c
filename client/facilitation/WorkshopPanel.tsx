/** The workshop beside the canvas: whoever leads it has a panel of their own, everybody else reads what runs and what comes. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDo } from '#shared/wire/roles.ts';
import { FacilitatorPanel } from './cockpit/FacilitatorPanel.tsx';
import { HandsPart } from './hands/HandsPart.tsx';
import { Part, Quiet } from './Part.tsx';
import { ReactionBar } from './reactions/ReactionBar.tsx';
import { ReadyPart } from './ready/ReadyPart.tsx';
import { EarlierActivities } from './activities/EarlierActivities.tsx';
import { ActivityCards } from './activities/ActivityCards.tsx';
import { AgendaPart } from './agenda/AgendaPart.tsx';
import { StepNow } from './steps/StepNow.tsx';
import { useWorkshopState, useWorkshop } from './WorkshopContext.ts';
import styles from './WorkshopPanel.module.css';

export interface WorkshopPanelProps {
  /** Ways to begin private ideas, a vote, a pulse. */
  readonly starters?: ReactNode;
  /** What is left to do at its end. */
  readonly after?: ReactNode;
}

export function WorkshopPanel({ starters, after }: WorkshopPanelProps) {
  const { role } = useWorkshop();
  if (mayDo(role, 'administer')) return <FacilitatorPanel starters={starters} after={after} />;
  return <PanelOfEverybody after={after} />;
}

function PanelOfEverybody({ after }: Pick<WorkshopPanelProps, 'after'>) {
  const { t } = useTranslation();
  const { agenda, step, endedAt, ready } = useWorkshopState();
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  const isAtItsEnd = running === undefined ? endedAt !== null : index === agenda.length - 1;
  return (
    <div className={styles['panel']}>
      <ActivityCards />
      {running !== undefined && (
        <StepNow step={running} number={index + 1} count={agenda.length} next={agenda[index + 1]} />
      )}
      {running === undefined && (
        <Part title={t(endedAt === null ? 'workshop.notYet' : 'workshop.ended')}>
          <Quiet>{t(endedAt === null ? 'workshop.notYetHint' : 'workshop.endedHint')}</Quiet>
        </Part>
      )}
      {isAtItsEnd && after}
      <HandsPart />
      {ready !== null && <ReadyPart />}
      {agenda.length > 0 && <AgendaPart />}
      <EarlierActivities />
      <Part title={t('workshop.reaction.label')}>
        <ReactionBar />
      </Part>
    </div>
  );
}
