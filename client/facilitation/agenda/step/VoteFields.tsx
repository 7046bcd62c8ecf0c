/** What a step's vote is on, and how many dots people have. */
import { useTranslation } from 'react-i18next';
import { stepActivityLimits, type StepActivity, type VoteSubject } from '#shared/wire/StepActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import styles from './StepForm.module.css';

type Vote = Extract<StepActivity, { kind: 'vote' }>;

export interface VoteFieldsProps {
  readonly vote: Vote;
  readonly earlier: readonly Step[];
  readonly onChange: (vote: Vote) => void;
}

export function VoteFields({ vote, earlier, onChange }: VoteFieldsProps) {
  const { t } = useTranslation();
  const { on } = vote;
  const asked = earlier.filter(({ activity }) => activity?.kind === 'ideas');
  const subjects: ReadonlyMap<string, VoteSubject> = new Map<string, VoteSubject>([
    ['interests', { of: 'interests' }],
    ...asked.flatMap(({ id }): Array<[string, VoteSubject]> => [
      [`groups ${id}`, { of: 'groups', step: id }],
      [`ideas ${id}`, { of: 'ideas', step: id }],
    ]),
    ['options', { of: 'options', options: on.of === 'options' ? on.options : [] }],
  ]);
  const value = keyOf(on);
  return (
    <>
      <label>
        {t('workshop.edit.on')}
        <select
          value={value}
          onChange={(event) => {
            const subject = subjects.get(event.target.value);
            if (subject !== undefined) onChange({ ...vote, on: subject });
          }}
        >
          {[...subjects].map(([key, subject]) => (
            <option key={key} value={key}>
              {nameOf(subject)}
            </option>
          ))}
          {!subjects.has(value) && <option value={value}>{t('workshop.edit.onGone')}</option>}
        </select>
      </label>
      {on.of === 'options' && (
        <label>
          {t('workshop.edit.options', { most: stepActivityLimits.options })}
          <textarea
            rows={4}
            value={on.options.join('\n')}
            onChange={(event) => onChange({ ...vote, on: { of: 'options', options: optionsIn(event.target.value) } })}
          />
        </label>
      )}
      <div className={styles['numbers']}>
        <Dots label={t('sealed.vote.dotsEach')} value={vote.dots} onNumber={(dots) => onChange({ ...vote, dots })} />
        <Dots label={t('sealed.vote.capEach')} value={vote.cap} onNumber={(cap) => onChange({ ...vote, cap })} />
      </div>
      <p className={styles['below']}>{t('workshop.edit.dotsHint')}</p>
    </>
  );

  function nameOf(subject: VoteSubject): string {
    if (subject.of === 'interests' || subject.of === 'options') return t(`workshop.edit.onWhat.${subject.of}`);
    const title = asked.find(({ id }) => id === subject.step)?.title ?? '';
    return t(`workshop.edit.onWhat.${subject.of}`, { title });
  }
}

function keyOf(on: VoteSubject): string {
  return on.of === 'ideas' || on.of === 'groups' ? `${on.of} ${on.step}` : on.of;
}

interface DotsProps {
  readonly label: string;
  readonly value: number | null;
  readonly onNumber: (value: number | null) => void;
}

function Dots({ label, value, onNumber }: DotsProps) {
  const { t } = useTranslation();
  return (
    <label>
      {label}
      <input
        type="number"
        min={1}
        max={stepActivityLimits.dots}
        placeholder={t('workshop.edit.dotsSuggested')}
        value={value ?? ''}
        onChange={(event) => {
          const count = Math.round(Number(event.target.value));
          const isNumber = event.target.value !== '' && Number.isFinite(count);
          onNumber(isNumber ? Math.min(stepActivityLimits.dots, Math.max(1, count)) : null);
        }}
      />
    </label>
  );
}

/** One a line, as it is typed; empty lines are left out when the agenda is saved. */
function optionsIn(text: string): string[] {
  return text
    .split('\n')
    .slice(0, stepActivityLimits.options)
    .map((line) => line.slice(0, stepActivityLimits.optionLength));
}
