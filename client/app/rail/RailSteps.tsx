/** The steps of a running workshop as a column of circles: done, running, to come. Their words come by pointer and focus. */
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { wantPart } from '#client/facilitation/cockpit/wantedPart.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Check } from '#client/ui/icons/Check.tsx';
import styles from './Rail.module.css';

export function RailSteps() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const isOpen = useScreen(({ panel }) => panel === 'workshop');
  const { agenda, step } = useWorkshopState();
  const running = agenda.findIndex(({ id }) => id === step);
  if (running < 0) return null;
  return (
    <>
      <hr className={styles['line']} />
      <button
        type="button"
        className={styles['steps']}
        aria-expanded={isOpen}
        onClick={() => {
          if (!isOpen) wantPart('agenda');
          screen.toggle('workshop');
        }}
      >
        {/* Not an aria-label: it would have to contain what is seen. */}
        <span className="visually-hidden">
          {t('rail.steps', { step: running + 1, count: agenda.length, title: agenda[running]?.title })}
        </span>
        <span className={styles['heading']} aria-hidden="true">
          {t('rail.stepsHeading')}
        </span>
        {agenda.map(({ id, title }, index) => (
          <span
            key={id}
            className={styles['step']}
            aria-hidden="true"
            data-state={index < running ? 'done' : index === running ? 'running' : 'later'}
            title={title}
          >
            {index < running ? <Check aria-hidden="true" /> : index + 1}
          </span>
        ))}
      </button>
    </>
  );
}
