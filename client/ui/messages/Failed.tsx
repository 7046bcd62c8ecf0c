/** Says why something was not done. */
import type { ReactNode } from 'react';
import styles from './Failed.module.css';

export function Failed({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles['failed']} role="alert">
      {children}
    </p>
  );
}
