/** The step that runs: what we do now and what may be changed in it. */
import { useTranslation } from 'react-i18next';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { toolGroups, type Step } from '#shared/session/Session.ts';
import styles from './StepNow.module.css';

export interface StepNowProps {
  readonly step: Step;
  readonly number: number;
  readonly count: number;
}

export function StepNow({ step, number, count }: StepNowProps) {
  const { t } = useTranslation();
  return (
    <Part title={step.title} fact={t('workshop.stepOf', { step: number, steps: count })}>
      {step.instruction !== '' && <p className={styles['instruction']}>{step.instruction}</p>}
      {step.tools !== null && step.tools.length < toolGroups.length && (
        <Quiet>
          {step.tools.length === 0
            ? t('workshop.tools.none')
            : t('workshop.tools.some', { groups: step.tools.map((name) => t(`workshop.tools.${name}`)).join(', ') })}
        </Quiet>
      )}
    </Part>
  );
}
