/** The moment before a page is there. */
import styles from './OpeningPage.module.css';
import { Mark } from '#client/app/Mark.tsx';

export function OpeningPage({ text }: { readonly text: string }) {
  return (
    <main className={styles['page']}>
      <div className={styles['mark']}>
        <Mark size={44} />
      </div>
      <p role="status">{text}</p>
    </main>
  );
}
