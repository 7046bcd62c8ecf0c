/** The step that runs: what we do now, what may be changed in it, and what comes after it. */
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { openGroups, permitsOf } from '#shared/workshop/permits.ts';
import { toolGroups } from '#shared/kinds/toolGroups.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { panelOfStep } from './panelOfStep.ts';
import styles from './StepNow.module.css';

export interface StepNowProps {
  readonly step: Step;
  readonly number: number;
  readonly count: number;
  readonly next: Step | undefined;
}

export function StepNow({ step, number, count, next }: StepNowProps) {
  const { t } = useTranslation();
  const { role, ask } = useWorkshop();
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
      {next === undefined ? (
        <Quiet>{t('workshop.isLast')}</Quiet>
      ) : mayDo(role, 'administer') ? (
        <Button className={styles['next']} onClick={() => void ask({ do: 'nextStep', from: step.id })}>
          <span>{t('workshop.nextIs', { title: next.title })}</span>
          <ChevronRight aria-hidden="true" />
        </Button>
      ) : (
        <Quiet>{t('workshop.nextIs', { title: next.title })}</Quiet>
      )}
    </Part>
  );
}
