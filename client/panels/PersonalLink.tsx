/** The link that brings one back as oneself on any device, for the owner as the owner. */
import { useTranslation } from 'react-i18next';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import styles from './SharePanel.module.css';

export interface PersonalLinkProps {
  readonly board: string;
  readonly seat: string;
  /** null: others cannot open any address that is known */
  readonly origin: string | null;
  readonly isOwner: boolean;
}

export function PersonalLink({ board, seat, origin, isOwner }: PersonalLinkProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['personal']}>
      <h3 className={styles['small']}>{t('share.personalTitle')}</h3>
      {origin === null ? (
        <p className={styles['hint']}>{t('share.personalOnlyHere')}</p>
      ) : (
        <>
          <p className={styles['hint']}>{t(isOwner ? 'share.personalOwner' : 'share.personalHint')}</p>
          <CopyButton
            text={`${origin}/b/${board}#s=${encodeURIComponent(seat)}`}
            label={t('share.personalCopy')}
            doneLabel={t('common.copied')}
          />
        </>
      )}
    </section>
  );
}
