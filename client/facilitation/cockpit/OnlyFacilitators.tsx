/** What nobody but facilitators sees, and says so. */
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Lock } from '#client/ui/icons/Lock.tsx';
import styles from './OnlyFacilitators.module.css';

export function OnlyFacilitators({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={styles['only']} aria-labelledby={id}>
      <h3 id={id}>
        <Lock aria-hidden="true" />
        {t('workshop.cockpit.only')}
      </h3>
      {children}
    </section>
  );
}
