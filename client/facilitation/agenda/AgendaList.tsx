/**
 * The agenda as everybody reads it: what is done, what runs, what comes. A step opens to show its words; from there, and not
 * with a single press, a facilitator takes everybody to it.
 */
import { Check } from '#client/ui/icons/Check.tsx';
import { Circle } from '#client/ui/icons/Circle.tsx';
import { CircleDot } from '#client/ui/icons/CircleDot.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './AgendaList.module.css';

const marks = {
  done: <Check aria-hidden="true" />,
  running: <CircleDot aria-hidden="true" />,
  coming: <Circle aria-hidden="true" />,
} as const;

export function AgendaList() {
  const { t } = useTranslation();
  const id = useId();
  const { role, ask } = useWorkshop();
  const { agenda, step: running, done } = useWorkshopState();
  const [open, setOpen] = useState<string | null>(null);
  const mayGo = mayDo(role, 'administer');
  return (
    <ol className={styles['list']}>
      {agenda.map((step) => {
        const state = step.id === running ? 'running' : done.includes(step.id) ? 'done' : 'coming';
        const isOpen = open === step.id;
        return (
          <li key={step.id} data-state={state} aria-current={state === 'running' ? 'step' : undefined}>
            <button
              type="button"
              className={styles['step']}
              aria-expanded={isOpen}
              aria-controls={`${id}-${step.id}`}
              onClick={() => setOpen(isOpen ? null : step.id)}
            >
              {marks[state]}
              <span className={styles['title']}>
                {step.title}
                {state !== 'coming' && <span className="visually-hidden"> ({t(`workshop.state.${state}`)})</span>}
              </span>
              {step.minutes > 0 && (
                <span className={styles['minutes']}>{t('workshop.minutesShort', { count: step.minutes })}</span>
              )}
            </button>
            <div id={`${id}-${step.id}`} className={styles['more']} hidden={!isOpen}>
              {step.instruction !== '' && <p>{step.instruction}</p>}
              {mayGo && state !== 'running' && (
                <Button
                  onClick={() => {
                    setOpen(null);
                    void ask({ do: 'goToStep', step: step.id, from: running });
                  }}
                >
                  {t(running === null ? 'workshop.startWith' : 'workshop.goTo', { title: step.title })}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
