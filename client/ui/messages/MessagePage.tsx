/** A whole page that says one thing and offers a way on. */
import type { ReactNode } from 'react';
import styles from './MessagePage.module.css';

export interface MessagePageProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function MessagePage({ icon, title, children, actions }: MessagePageProps) {
  return (
    <main className={styles['page']}>
      <section className={styles['card']}>
        {icon !== undefined && (
          <div className={styles['icon']} aria-hidden="true">
            {icon}
          </div>
        )}
        <h1 className={styles['title']}>{title}</h1>
        {children !== undefined && <div className={styles['text']}>{children}</div>}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </section>
    </main>
  );
}
