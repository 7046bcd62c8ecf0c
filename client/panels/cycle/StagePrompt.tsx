/** One question of a stage at a time. Everybody begins with the first; whoever wants another one turns it for themselves. */
import { RotateCw } from '#client/ui/icons/RotateCw.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/kinds/values.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './CyclePanel.module.css';

const numbers = ['q1', 'q2', 'q3', 'q4'] as const;

export function StagePrompt({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  return (
    <div className={styles['prompt']}>
      <p aria-live="polite">{t(`cycle.prompts.${stage}.${numbers[at] ?? 'q1'}`)}</p>
      <IconButton
        label={t('cycle.nextPromptOf', { stage: t(`cycle.stage.${stage}`) })}
        onClick={() => setAt((at + 1) % numbers.length)}
      >
        <RotateCw aria-hidden="true" />
      </IconButton>
    </div>
  );
}
