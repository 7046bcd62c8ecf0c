/** One line, with a lock, about what this person may not change just now. */
import { Lock } from '#client/ui/icons/Lock.tsx';
import styles from './LockedLine.module.css';

export function LockedLine({ text }: { readonly text: string }) {
  return (
    <p className={styles['line']}>
      <Lock aria-hidden="true" />
      {text}
    </p>
  );
}
