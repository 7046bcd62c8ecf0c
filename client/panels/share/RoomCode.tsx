/** What a room needs to get in by itself: the picture to scan, or the address and the code to type. */
import { useTranslation } from 'react-i18next';
import { QrCode } from '#client/ui/QrCode.tsx';
import styles from './SharePanel.module.css';

export interface RoomCodeProps {
  /** null: others cannot open any address that is known */
  readonly origin: string | null;
  /** path of the link for participants */
  readonly link: string;
  readonly code: string;
}

export function RoomCode({ origin, link, code }: RoomCodeProps) {
  const { t } = useTranslation();
  const shown = origin?.replace(/^https?:\/\//, '');
  return (
    <section className={styles['room']}>
      {shown !== undefined && <QrCode text={`${origin}${link}`} label={t('share.qrAlt', { address: shown })} />}
      <div>
        <h3 className={styles['small']}>{t('share.codeTitle')}</h3>
        <p className={styles['hint']}>{t('share.codeHint')}</p>
        {shown !== undefined && <p className={styles['origin']}>{shown}</p>}
      </div>
      <p className={styles['code']}>{code}</p>
    </section>
  );
}
