/** A new step comes into sight for everybody: its question and what we do, put away with one press and kept in the bar. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { Buttons } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import { asksOf } from './asksOf.ts';
import { panelOfStep } from './panelOfStep.ts';
import styles from './StepCard.module.css';

export function StepCard() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const panel = useScreen((state) => state.panel);
  const { role } = useWorkshop();
  const { agenda, step, stepStartedAt } = useWorkshopState();
  const [seen, setSeen] = useState<number | null>(null);
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  const isRead = panel === 'workshop';
  // the panel says the same
  useEffect(() => {
    if (isRead) setSeen(stepStartedAt);
  }, [isRead, stepStartedAt]);
  if (running === undefined) return null;
  const said = t('workshop.said', { step: index + 1, steps: agenda.length, title: running.title });
  const isNew = seen !== stepStartedAt && running.instruction !== '' && !mayDo(role, 'administer');
  const view = panelOfStep(running);
  const { first, rest } = asksOf(running);
  return (
    <>
      {isNew && !isRead && (
        <InTurn as="step">
          <div className={styles['card']}>
            <p className={styles['title']}>{running.title}</p>
            <p className={styles['question']}>{first}</p>
            {rest !== '' && <p className={styles['rest']}>{rest}</p>}
            <Buttons>
              <Button onClick={() => setSeen(stepStartedAt)}>{t('workshop.gotIt')}</Button>
              {view !== null && view !== panel && (
                <Button look="plain" onClick={() => screen.open(view)}>
                  {t(`workshop.openView.${view}`)}
                </Button>
              )}
            </Buttons>
          </div>
        </InTurn>
      )}
      <LiveRegion text={`${said}. ${running.instruction}`} />
    </>
  );
}
