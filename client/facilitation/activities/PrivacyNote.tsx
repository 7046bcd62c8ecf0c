/** Who sees what, until when, and what is kept: said before each activity and while it runs. */
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import type { ReactNode } from 'react';
import styles from './Activity.module.css';

export function PrivacyNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles['told']}>
      <EyeOff aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
