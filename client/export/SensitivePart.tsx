/** Texts that look as if they named a person, shown before anything is taken home. A hint, not a wall. */
import { TriangleAlert } from '#client/ui/icons/TriangleAlert.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from '#client/map/MapContext.ts';
import { sensitiveTexts } from '#shared/report/sensitiveTexts.ts';
import styles from './TakeHomePanel.module.css';

const most = 12;

export interface SensitivePartProps {
  readonly headingId: string;
  /** revealed ideas, which go into the files, too */
  readonly ideas: readonly string[];
}

export function SensitivePart({ headingId, ideas }: SensitivePartProps) {
  const { t } = useTranslation();
  const map = useMap();
  const found = useMemo(() => sensitiveTexts(map, ideas), [map, ideas]);
  if (found.length === 0) return null;
  return (
    <section className={styles['warning']} aria-labelledby={headingId}>
      <h3 id={headingId}>
        <TriangleAlert aria-hidden="true" /> {t('takeHome.checkTitle')}
      </h3>
      <p>{t('takeHome.checkHint', { count: found.length })}</p>
      <ul>
        {found.slice(0, most).map(({ where, id, text, looksLike }) => (
          <li key={`${where} ${id}`}>
            <span className={styles['where']}>
              {t(`takeHome.where.${where}`)} ({looksLike.map((one) => t(`takeHome.looksLike.${one}`)).join(', ')})
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
      {found.length > most && <p>{t('takeHome.checkMore', { count: found.length - most })}</p>}
    </section>
  );
}
