/** A link that has ended says so where it is copied. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import styles from './SharePanel.module.css';

/** `ends`: milliseconds since 1970; null = never */
export function LinkOver({ ends }: { readonly ends: number | null }) {
  const { t } = useTranslation();
  const { now } = useBoard().connection.workshop;
  if (ends === null || ends > now()) return null;
  return <p className={styles['over']}>{t('share.over')}</p>;
}
