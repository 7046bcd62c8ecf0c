/** What everybody reads of the running step, at the head of the facilitator's panel. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { panelOfStep } from '#client/facilitation/steps/panelOfStep.ts';
import { Button } from '#client/ui/Button.tsx';
import type { Step } from '#shared/wire/WorkshopState.ts';
import styles from './StepForAll.module.css';

export interface StepForAllProps {
  readonly step: Step;
  readonly number: number;
  readonly count: number;
}

export function StepForAll({ step, number, count }: StepForAllProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const id = useId();
  const view = panelOfStep(step);
  const place = t('workshop.stepOf', { step: number, steps: count });
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <p className={styles['place']}>
        {place} · {t(number === count ? 'workshop.cockpit.last' : 'workshop.cockpit.forAll')}
      </p>
      <h3 id={id}>{step.title}</h3>
      {step.instruction !== '' && <p className={styles['instruction']}>{step.instruction}</p>}
      {view !== null && <Button onClick={() => screen.open(view)}>{t(`workshop.openView.${view}`)}</Button>}
    </section>
  );
}
