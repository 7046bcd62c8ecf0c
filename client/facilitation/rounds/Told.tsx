/** Who sees what, until when, and what is kept: said before each round and while it runs. */
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import type { ReactNode } from 'react';
import styles from './Sealed.module.css';

export function Told({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles['told']}>
      <EyeOff aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
