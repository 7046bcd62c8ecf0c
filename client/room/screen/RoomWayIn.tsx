/** In the corner: the picture to scan, the code, and where it is typed. Nothing where a facilitator does not show it. */
import { useTranslation } from 'react-i18next';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useWayIn } from '#client/room/useWayIn.ts';
import { QrCode } from '#client/ui/QrCode.tsx';
import styles from './RoomWayIn.module.css';

export function RoomWayIn() {
  return useWorkshopState().showing.code ? <WayIn /> : null;
}

function WayIn() {
  const { t } = useTranslation();
  const found = useWayIn();
  if (found === null || found === 'failed' || found.code === null) return null;
  const { link, address, code } = found;
  return (
    <div className={styles['wayIn']}>
      {link !== null && <QrCode text={link} label={t('roomScreen.scan', { address: address ?? '' })} />}
      <p className={styles['code']} data-now>
        {code}
      </p>
      {address !== null && (
        <p className={styles['address']} style={{ ['--letters' as string]: address.length }}>
          {address}
        </p>
      )}
    </div>
  );
}
