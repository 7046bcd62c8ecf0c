/** The step that runs: what we do now, what may be changed in it, and what comes after it. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { openGroups, permitsOf } from '#shared/workshop/permits.ts';
import { toolGroups } from '#shared/kinds/toolGroups.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { NextButton } from './NextButton.tsx';
import { panelOfStep } from './panelOfStep.ts';
import { useNoteOf } from '#client/facilitation/agenda/useNotes.ts';
import styles from './StepNow.module.css';

export interface StepNowProps {
  readonly step: Step;
  readonly number: number;
  readonly count: number;
  readonly next: Step | undefined;
}

export function StepNow({ step, number, count, next }: StepNowProps) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const isFacilitator = mayDo(role, 'administer');
  const note = useNoteOf(step.id);
  const { screen } = useBoard();
  const view = panelOfStep(step);
  const groups = openGroups(permitsOf(useWorkshopState()));
  return (
    <Part title={step.title} fact={t('workshop.stepOf', { step: number, steps: count })}>
      {step.instruction !== '' && <p className={styles['instruction']}>{step.instruction}</p>}
      {groups.length < toolGroups.length && (
        <Quiet>
          {groups.length === 0
            ? t('workshop.tools.none')
            : t('workshop.tools.some', { groups: groups.map((name) => t(`workshop.tools.${name}`)) })}
        </Quiet>
      )}
      {view !== null && <Button onClick={() => screen.open(view)}>{t(`workshop.openView.${view}`)}</Button>}
      {note !== '' && (
        <section className={styles['note']} aria-label={t('workshop.note.title')}>
          <h4>{t('workshop.note.title')}</h4>
          <p>{note}</p>
        </section>
      )}
      {(next === undefined || !isFacilitator) && (
        <Quiet>{next === undefined ? t('workshop.isLast') : t('workshop.nextIs', { title: next.title })}</Quiet>
      )}
      {isFacilitator && <NextButton look="panel" />}
    </Part>
  );
}
