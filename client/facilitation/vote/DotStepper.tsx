/** My dots on one option: fewer, how many, more. What cannot be pressed just now keeps its place for the focus. */
import { Minus } from '#client/ui/icons/Minus.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './DotStepper.module.css';

export interface DotStepperProps {
  /** of the option */
  readonly label: string;
  readonly count: number;
  readonly mayAdd: boolean;
  readonly onDot: (by: 1 | -1) => void;
}

export function DotStepper({ label, count, mayAdd, onDot }: DotStepperProps) {
  const { t } = useTranslation();
  return (
    <span className={styles['stepper']} role="group" aria-label={t('sealed.vote.dotsOn', { label })}>
      <IconButton
        label={t('sealed.vote.less', { label })}
        className={styles['less']}
        aria-disabled={count === 0}
        onClick={() => count > 0 && onDot(-1)}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <output aria-live="off" data-any={count > 0}>
        {count}
      </output>
      <IconButton
        label={t('sealed.vote.more', { label })}
        className={styles['more']}
        aria-disabled={!mayAdd}
        onClick={() => mayAdd && onDot(1)}
      >
        <Plus aria-hidden="true" />
      </IconButton>
    </span>
  );
}
