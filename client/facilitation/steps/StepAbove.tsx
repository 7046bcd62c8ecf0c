/** Above the view that a step brought beside the canvas, for whoever leads: what everybody reads of the step, and the way to its notes. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { panelOfStep } from './panelOfStep.ts';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './StepAbove.module.css';

/** `view`: the one that is open. Findings and coverage are two sides of one look, and each has the way to the other. */
export function StepAbove({ view }: { readonly view: string }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const { role } = useWorkshop();
  const { agenda, step } = useWorkshopState();
  const id = useId();
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  if (running === undefined || !mayDo(role, 'administer')) return null;
  const brought = panelOfStep(running);
  if (brought === null || sideOf(brought) !== sideOf(view)) return null;
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <p id={id} className={styles['place']}>
        {t('workshop.said', { step: index + 1, steps: agenda.length, title: running.title })}
      </p>
      {running.instruction !== '' && <p className={styles['words']}>{running.instruction}</p>}
      <Button look="plain" onClick={() => screen.open('workshop')}>
        {t('workshop.cockpit.toStep')}
      </Button>
    </section>
  );
}

function sideOf(view: string): string {
  return view === 'coverage' ? 'findings' : view;
}
