/**
 * Right above a field, while somebody writes in it where a keyboard takes the window: what is asked, said again. It is read where it
 * stands first, so it is not heard twice.
 */
import styles from './AskedAgain.module.css';

export function AskedAgain({ children }: { readonly children: string }) {
  return children.trim() === '' ? null : (
    <p className={styles['again']} aria-hidden="true" dir="auto">
      {children}
    </p>
  );
}
