/** What people do in a step, and what becomes of it at its end: the fields follow the choice. */
import { useTranslation } from 'react-i18next';
import { useId } from 'react';
import { stages } from '#shared/kinds/values.ts';
import { type ActivityKind, activityKinds, ideaPlaces, type StepActivity } from '#shared/wire/StepActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { newStepActivity } from './newStepActivity.ts';
import styles from './StepForm.module.css';
import { VoteFields } from './VoteFields.tsx';

export interface ActivityFieldsProps {
  readonly step: Step;
  /** steps before this one, of whose ideas a vote may be */
  readonly earlier: readonly Step[];
  readonly onChange: (activity: StepActivity | null) => void;
}

export function ActivityFields({ step, earlier, onChange }: ActivityFieldsProps) {
  const { t } = useTranslation();
  const { activity } = step;
  const choose = (value: string): void => {
    const kind = activityKinds.find((one): one is ActivityKind => one === value);
    onChange(kind === undefined ? null : newStepActivity(kind, step, earlier, t));
  };
  return (
    <>
      <label>
        {t('workshop.edit.activity')}
        <select value={activity?.kind ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('workshop.activity.none')}</option>
          {activityKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`workshop.activity.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {activity !== null && <Settings activity={activity} earlier={earlier} onChange={onChange} />}
    </>
  );
}

interface SettingsProps {
  readonly activity: StepActivity;
  readonly earlier: readonly Step[];
  readonly onChange: (activity: StepActivity) => void;
}

function Settings({ activity, earlier, onChange }: SettingsProps) {
  const { t } = useTranslation();
  switch (activity.kind) {
    case 'ideas':
      return (
        <div className={styles['settings']}>
          <Words
            label={t('workshop.edit.prompt')}
            value={activity.prompt}
            max={300}
            onText={(prompt) => onChange({ ...activity, prompt })}
          />
          <label>
            {t('workshop.edit.place')}
            <select
              value={activity.place}
              onChange={(event) => {
                const place = ideaPlaces.find((one) => one === event.target.value);
                if (place !== undefined) onChange({ ...activity, place });
              }}
            >
              <option value="sheet">{t('workshop.edit.placeSheet')}</option>
              {stages.map((stage) => (
                <option key={stage} value={stage}>
                  {t('sealed.ideas.whereStage', { stage: t(`workshop.stage.${stage}`) })}
                </option>
              ))}
            </select>
          </label>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={activity.named}
              onChange={(event) => onChange({ ...activity, named: event.target.checked })}
            />
            {t('workshop.edit.named')}
          </label>
          <Ends activity={activity} onChange={onChange} />
        </div>
      );
    case 'vote':
      return (
        <div className={styles['settings']}>
          <Words
            label={t('workshop.edit.question')}
            value={activity.question}
            max={300}
            onText={(question) => onChange({ ...activity, question })}
          />
          <VoteFields vote={activity} earlier={earlier} onChange={onChange} />
          <Ends activity={activity} onChange={onChange} />
        </div>
      );
    case 'pulse':
      return (
        <div className={styles['settings']}>
          <Ends activity={activity} onChange={onChange} />
        </div>
      );
    case 'walk':
      return <p className={styles['below']}>{t('workshop.edit.walkHint')}</p>;
    case 'ready':
      return (
        <div className={styles['settings']}>
          <Words
            label={t('workshop.edit.question')}
            value={activity.question}
            max={200}
            onText={(question) => onChange({ ...activity, question })}
          />
        </div>
      );
  }
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly onText: (text: string) => void;
}

function Words({ label, value, max, onText }: WordsProps) {
  return (
    <label>
      {label}
      <textarea
        rows={2}
        maxLength={max}
        value={value}
        // a question is one line, however long it is
        onChange={(event) => onText(event.target.value.replaceAll('\n', ' '))}
      />
    </label>
  );
}

type WithEnd = Extract<StepActivity, { readonly end: string }>;

function Ends({
  activity,
  onChange,
}: {
  readonly activity: WithEnd;
  readonly onChange: (activity: StepActivity) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label>
        {t('workshop.edit.activityMinutes')}
        <input
          type="number"
          min={0}
          max={600}
          aria-describedby={id}
          value={activity.minutes}
          onChange={(event) => onChange({ ...activity, minutes: wholeIn(event.target.value, 0, 600) })}
        />
      </label>
      <p id={id} className={styles['below']}>
        {t('workshop.edit.activityMinutesHint')}
      </p>
      <label>
        {t('workshop.edit.end')}
        <select
          value={activity.end}
          onChange={(event) => onChange({ ...activity, end: event.target.value === 'nothing' ? 'nothing' : 'show' })}
        >
          <option value="show">{t(`workshop.edit.ends.${activity.kind}`)}</option>
          <option value="nothing">{t('workshop.edit.ends.nothing')}</option>
        </select>
      </label>
    </>
  );
}

export function wholeIn(text: string, min: number, max: number): number {
  const count = Math.round(Number(text));
  return Number.isFinite(count) ? Math.min(max, Math.max(min, count)) : min;
}
