/** How many of my dots are left, in sight however far the list is scrolled; and the press that hides mine on a shared screen. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import styles from './VoteBudget.module.css';

export interface VoteBudgetProps {
  /** dots of each person */
  readonly of: number;
  readonly left: number;
  readonly isHidden: boolean;
  readonly onHide: (isHidden: boolean) => void;
}

export function VoteBudget({ of, left, isHidden, onHide }: VoteBudgetProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['budget']}>
      <p>
        <span className={styles['dots']} aria-hidden="true">
          {Array.from({ length: of }, (_, dot) => (
            <i key={dot} data-spent={dot >= left} />
          ))}
        </span>
        {t('sealed.vote.left', { count: left, of })}
      </p>
      <Button
        icon={isHidden ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
        aria-pressed={isHidden}
        aria-label={t(isHidden ? 'sealed.vote.showMine' : 'sealed.vote.hideMine')}
        onClick={() => onHide(!isHidden)}
      >
        {t(isHidden ? 'sealed.vote.show' : 'sealed.vote.hide')}
      </Button>
    </div>
  );
}
