/** A message over the canvas: what is said, with what can be done about it. Most can be put away. */
import { Info } from '#client/ui/icons/Info.tsx';
import { TriangleAlert } from '#client/ui/icons/TriangleAlert.tsx';
import { X } from '#client/ui/icons/X.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './NoticeCard.module.css';

export interface NoticeCardProps {
  readonly look: 'calm' | 'warning';
  /** how it is read out by itself; without one it is not */
  readonly role?: 'alert' | 'status';
  /** where it says more than the look does */
  readonly icon?: ReactNode;
  readonly acts?: ReactNode;
  /** null: it stays until somebody decides, or until its reason has gone */
  readonly onDismiss: (() => void) | null;
  readonly children: ReactNode;
}

export function NoticeCard({ look, role, icon, acts, onDismiss, children }: NoticeCardProps) {
  const { t } = useTranslation();
  return (
    <div className={`${styles['card']} ${styles['notice']}`} data-look={look} role={role}>
      {icon ?? (look === 'warning' ? <TriangleAlert aria-hidden="true" /> : <Info aria-hidden="true" />)}
      <div className={styles['said']}>{children}</div>
      <div className={styles['acts']}>
        {acts}
        {onDismiss !== null && (
          <IconButton label={t('common.dismiss')} onClick={onDismiss}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </div>
  );
}
