/** Of the running step what is not its question: how it is done, what may be changed in it, and what comes after it. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { panelOfStep } from '#client/facilitation/steps/panelOfStep.ts';
import { StepPermits } from '#client/facilitation/steps/StepPermits.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { Step } from '#shared/wire/WorkshopState.ts';

export interface StepWordsProps {
  readonly step: Step;
  readonly next: Step | undefined;
  /** Its words stand above, large. */
  readonly isAsked: boolean;
}

export function StepWords({ step, next, isAsked }: StepWordsProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const view = panelOfStep(step);
  return (
    <Part title={t('workshop.inStep')}>
      {!isAsked && step.instruction !== '' && <Quiet>{step.instruction}</Quiet>}
      <StepPermits />
      {view !== null && <Button onClick={() => screen.open(view)}>{t(`workshop.openView.${view}`)}</Button>}
      <Quiet>{next === undefined ? t('workshop.isLast') : t('workshop.nextIs', { title: next.title })}</Quiet>
    </Part>
  );
}
