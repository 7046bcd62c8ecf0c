/** Says whose view I see, and lets go of it. */
import { useTranslation } from 'react-i18next';
import { useBoard, useFollowed } from '#client/board/BoardContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import styles from './FollowBar.module.css';

export function FollowBar() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const followed = useFollowed();
  if (followed === null) return null;
  const { name, color } = followed;
  return (
    <div className={styles['bar']} style={{ borderColor: color }}>
      <LiveText text={t('people.followBar', { name })} />
      <Button onClick={() => screen.follow(null)} aria-label={t('people.stopFollowing', { name })}>
        {t('people.stopFollowingShort')}
      </Button>
    </div>
  );
}
