/** The agenda as everybody reads it: what is done, what runs, what comes. Facilitators go to any step from here. */
import { Check, Circle, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './AgendaList.module.css';

export function AgendaList() {
  const { t } = useTranslation();
  const { role, ask } = useWorkshop();
  const { agenda, step: running, done } = useSession();
  const mayGo = mayDo(role, 'administer');
  return (
    <ol className={styles['list']}>
      {agenda.map((step) => {
        const state = step.id === running ? 'running' : done.includes(step.id) ? 'done' : 'coming';
        const words = (
          <>
            {state === 'done' ? (
              <Check aria-hidden="true" />
            ) : state === 'running' ? (
              <CircleDot aria-hidden="true" />
            ) : (
              <Circle aria-hidden="true" />
            )}
            <span className={styles['title']}>
              {step.title}
              {state !== 'coming' && <span className="visually-hidden"> ({t(`workshop.state.${state}`)})</span>}
            </span>
            {step.minutes > 0 && (
              <span className={styles['minutes']}>{t('workshop.minutesShort', { count: step.minutes })}</span>
            )}
          </>
        );
        return (
          <li key={step.id} data-state={state} aria-current={state === 'running' ? 'step' : undefined}>
            {mayGo && state !== 'running' ? (
              <button
                type="button"
                className={styles['step']}
                title={t('workshop.goTo', { title: step.title })}
                onClick={() => void ask({ do: 'goToStep', step: step.id })}
              >
                {words}
              </button>
            ) : (
              <div className={styles['step']}>{words}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
