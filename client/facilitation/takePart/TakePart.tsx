/**
 * The workshop for whoever takes part: what is asked now, one's own part in it, then everything else. Needs no canvas: the same
 * parts stand wherever the step is read.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityCards } from '#client/facilitation/activities/ActivityCards.tsx';
import { EarlierActivities } from '#client/facilitation/activities/EarlierActivities.tsx';
import { useFreshActivities } from '#client/facilitation/activities/useOwnActivity.ts';
import { AgendaPart } from '#client/facilitation/agenda/AgendaPart.tsx';
import { HandsPart } from '#client/facilitation/hands/HandsPart.tsx';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { ReactionBar } from '#client/facilitation/reactions/ReactionBar.tsx';
import { ReadyPart } from '#client/facilitation/ready/ReadyPart.tsx';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { StepAsks } from './StepAsks.tsx';
import { StepWords } from './StepWords.tsx';
import styles from './TakePart.module.css';

export interface TakePartProps {
  /** What is asked of one's organization; it gives way to what is open. */
  readonly yours?: ReactNode;
  /** What is left to do at the end of the workshop. */
  readonly after?: ReactNode;
}

export function TakePart({ yours, after }: TakePartProps) {
  const { t } = useTranslation();
  const { agenda, step, endedAt, ready } = useWorkshopState();
  const isOpen = useActivities().some(({ status }) => status === 'open');
  const isFresh = useFreshActivities().length > 0;
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  const isAtItsEnd = running === undefined ? endedAt !== null : index === agenda.length - 1;
  const hasCards = isOpen || isFresh;
  return (
    <>
      <div className={styles['now']}>
        {ready !== null && <ReadyPart />}
        <ActivityCards />
        {!hasCards && running !== undefined && <StepAsks step={running} />}
        {!hasCards && running === undefined && (
          <Part title={t(endedAt === null ? 'workshop.notYet' : 'workshop.ended')}>
            <Quiet>{t(endedAt === null ? 'workshop.notYetHint' : 'workshop.endedHint')}</Quiet>
          </Part>
        )}
      </div>
      <div className={styles['rest']}>
        {running !== undefined && <StepWords step={running} next={agenda[index + 1]} isAsked={!hasCards} />}
        {isAtItsEnd && after}
        {!hasCards && yours !== undefined && <div className={styles['yours']}>{yours}</div>}
        <HandsPart />
        {agenda.length > 0 && <AgendaPart />}
        <EarlierActivities />
        <Part title={t('workshop.reaction.label')}>
          <ReactionBar />
        </Part>
      </div>
    </>
  );
}
