/** One question of a stage at a time. Everybody begins with the first; whoever wants another one turns it for themselves. */
import { RotateCw } from '#client/ui/icons/RotateCw.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/kinds/values.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './CyclePanel.module.css';

const numbers = ['q1', 'q2', 'q3', 'q4'] as const;

export interface StagePromptProps {
  readonly stage: Stage;
  readonly number: PromptNumber;
  readonly onNext: () => void;
}

export type PromptNumber = (typeof numbers)[number];

/** The one that is asked, and how to turn to the next. */
export function usePromptNumber(): readonly [number: PromptNumber, next: () => void] {
  const [at, setAt] = useState(0);
  return [numbers[at] ?? 'q1', () => setAt((at + 1) % numbers.length)];
}

export function StagePrompt({ stage, number, onNext }: StagePromptProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['prompt']}>
      <p aria-live="polite">{t(`cycle.prompts.${stage}.${number}`)}</p>
      <IconButton label={t('cycle.nextPromptOf', { stage: t(`cycle.stage.${stage}`) })} onClick={onNext}>
        <RotateCw aria-hidden="true" />
      </IconButton>
    </div>
  );
}
