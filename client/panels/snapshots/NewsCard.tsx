/** A message over the canvas about the board as a whole, with what can be done about it. */
import { History } from '#client/ui/icons/History.tsx';
import { TriangleAlert } from '#client/ui/icons/TriangleAlert.tsx';
import { X } from '#client/ui/icons/X.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import styles from './SnapshotNews.module.css';

export interface NewsCardProps {
  readonly look: 'restored' | 'massDelete';
  readonly text: string;
  /** null: it stays until somebody decides */
  readonly onDismiss: (() => void) | null;
  readonly children?: ReactNode;
}

export function NewsCard({ look, text, onDismiss, children }: NewsCardProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['news']} data-look={look} role="alert">
      {look === 'massDelete' ? <TriangleAlert aria-hidden="true" /> : <History aria-hidden="true" />}
      <p>{text}</p>
      <div className={styles['acts']}>
        {children}
        {onDismiss !== null && (
          <IconButton label={t('common.dismiss')} onClick={onDismiss}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </div>
  );
}
