/** Says whose view I see, and lets go of it. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import styles from './FollowBar.module.css';

export interface FollowBarProps {
  readonly name: string;
  readonly color: string;
  readonly onStop: () => void;
}

export function FollowBar({ name, color, onStop }: FollowBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['bar']} style={{ borderColor: color }}>
      <LiveText text={t('people.followBar', { name })} />
      <Button onClick={onStop} aria-label={t('people.stopFollowing', { name })}>
        {t('people.stopFollowingShort')}
      </Button>
    </div>
  );
}
