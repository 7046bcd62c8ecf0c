/** One sentence with its five answers, each with number and word. */
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Check } from '#client/ui/icons/Check.tsx';
import styles from './PulseScale.module.css';

const values = [
  { value: 1, word: 'one' },
  { value: 2, word: 'two' },
  { value: 3, word: 'three' },
  { value: 4, word: 'four' },
  { value: 5, word: 'five' },
] as const;

export interface PulseScaleProps {
  readonly name: string;
  readonly text: string;
  readonly chosen: number | undefined;
  readonly onChoose: (value: number) => void;
  /** the sentence */
  readonly ref: Ref<HTMLLegendElement>;
}

export function PulseScale({ name, text, chosen, onChoose, ref }: PulseScaleProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['scale']}>
      <legend ref={ref} tabIndex={-1} dir="auto">
        {text}
      </legend>
      {values.map(({ value, word }) => (
        <label key={value} data-chosen={chosen === value}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={chosen === value}
            aria-label={t('sealed.pulse.value', { value, meaning: t(`sealed.pulse.scale.${word}`) })}
            onChange={() => onChoose(value)}
          />
          <b aria-hidden="true">{value}</b>
          <span aria-hidden="true">{t(`sealed.pulse.scale.${word}`)}</span>
          {chosen === value && (
            <small aria-hidden="true">
              <Check />
              {t('sealed.pulse.yours')}
            </small>
          )}
        </label>
      ))}
    </fieldset>
  );
}
