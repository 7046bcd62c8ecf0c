/** What a step asks for: its words, its activity, facilitators' notes, and what of the board it is about. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { stages } from '#shared/kinds/values.ts';
import { agendaLimits, stepViews, type Step } from '#shared/wire/WorkshopState.ts';
import type { NotedStep } from '#shared/workshop/mergeAgenda.ts';
import { ActivityFields } from './ActivityFields.tsx';
import styles from './StepForm.module.css';

export interface StepFieldsProps {
  readonly step: NotedStep;
  readonly earlier: readonly Step[];
  readonly onChange: (change: Partial<NotedStep>) => void;
}

export function StepFields({ step, earlier, onChange }: StepFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label>
        {t('workshop.edit.instruction')}
        <textarea
          rows={4}
          maxLength={1_000}
          value={step.instruction}
          onChange={(event) => onChange({ instruction: event.target.value })}
        />
      </label>
      <ActivityFields step={step} earlier={earlier} onChange={(activity) => onChange({ activity })} />
      <label>
        {t('workshop.edit.note')}
        <textarea
          rows={3}
          maxLength={agendaLimits.noteLength}
          aria-describedby={id}
          value={step.note ?? ''}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </label>
      <p id={id} className={styles['below']}>
        {t('workshop.edit.noteHint')}
      </p>
      <ViewField step={step} onChange={onChange} />
    </>
  );
}

function ViewField({ step, onChange }: Pick<StepFieldsProps, 'step' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <>
      <label>
        {t('workshop.edit.view')}
        <select
          value={step.view}
          onChange={(event) => {
            const view = stepViews.find((one) => one === event.target.value);
            if (view !== undefined) onChange({ view, ...(view === 'cycle' ? {} : { stage: null }) });
          }}
        >
          {stepViews.map((view) => (
            <option key={view} value={view}>
              {t(`workshop.view.${view}`)}
            </option>
          ))}
        </select>
      </label>
      {step.view === 'cycle' && (
        <label>
          {t('workshop.edit.stage')}
          <select
            value={step.stage ?? ''}
            onChange={(event) => onChange({ stage: stages.find((one) => one === event.target.value) ?? null })}
          >
            <option value="">{t('workshop.stage.roam')}</option>
            {stages.map((stage) => (
              <option key={stage} value={stage}>
                {t(`workshop.stage.${stage}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
