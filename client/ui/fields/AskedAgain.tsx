/**
 * Right above a field, while somebody writes in it where a keyboard takes the window: what is asked, said again. It is read and heard
 * where it stands first; here it is drawn only.
 */
import styles from './AskedAgain.module.css';

export function AskedAgain({ children }: { readonly children: string }) {
  if (children.trim() === '') return null;
  return <p className={styles['again']} aria-hidden="true" dir="auto" data-asked={children} />;
}
