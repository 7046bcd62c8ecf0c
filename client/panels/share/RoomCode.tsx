/** What a room needs to get in by itself, large: the picture to scan, or the address and the code to type; and the link to send. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { QrCode } from '#client/ui/QrCode.tsx';
import type { BoardLinks } from '#shared/wire/http.ts';
import { LinkOver } from './LinkOver.tsx';
import styles from './SharePanel.module.css';

export interface RoomCodeProps {
  /** null: others cannot open any address that is known */
  readonly origin: string | null;
  readonly links: BoardLinks;
  /** the choice of another address */
  readonly children: ReactNode;
}

export function RoomCode({ origin, links, children }: RoomCodeProps) {
  const { t } = useTranslation();
  const link = `${origin}${links.links.participant}`;
  const shown = origin?.replace(/^https?:\/\//, '');
  return (
    <section className={styles['room']}>
      {shown !== undefined && (
        <>
          <QrCode text={link} label={t('share.qrAlt', { address: shown })} />
          <p className={styles['way']}>{t('share.way')}</p>
          <p className={styles['origin']}>{shown}</p>
        </>
      )}
      <h3 className={styles['small']}>{t('share.codeTitle')}</h3>
      <p className={styles['code']}>{links.code}</p>
      {links.isClosed && <p className={styles['over']}>{t('share.tableClosed')}</p>}
      <LinkOver ends={links.ends.participant} />
      {shown !== undefined && (
        <CopyButton text={link} label={t('share.copyRole.participant')} doneLabel={t('common.copied')} look="primary" />
      )}
      <p className={styles['hint']}>{t('share.codeHint')}</p>
      {children}
    </section>
  );
}
