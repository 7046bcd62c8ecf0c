/** Says that this is an earlier moment and not the board, and leads back. */
import { History } from '#client/ui/icons/History.tsx';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { useBoard } from '#client/board/BoardContext.ts';
import { snapshotName, snapshotTime } from './snapshotName.ts';
import styles from './LookBar.module.css';

export function LookBar() {
  const { t, i18n } = useTranslation();
  const { connection, look } = useBoard();
  if (look.looked === null) return null;
  const { snapshot } = look.looked;
  const name = snapshotName(snapshot, t, i18n.language);
  const time = snapshotTime(snapshot.takenAt, connection.workshop.now(), i18n.language);
  return (
    <div className={styles['bar']}>
      <History aria-hidden="true" />
      <span className={styles['text']}>
        <LiveText text={t('snapshots.lookingAt', { name, time })} />
      </span>
      <Button look="primary" onClick={() => void look.look(null)}>
        {t('snapshots.backToNow')}
      </Button>
    </div>
  );
}
