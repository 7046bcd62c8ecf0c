/** One part of the workshop panel: a heading and what belongs to it. */
import { useId, type ReactNode } from 'react';
import styles from './Part.module.css';

export interface PartProps {
  readonly title: string;
  /** beside the title, for instance a count */
  readonly fact?: string | undefined;
  readonly children: ReactNode;
}

export function Part({ title, fact, children }: PartProps) {
  const id = useId();
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h3 id={id}>{title}</h3>
        {fact !== undefined && <span className={styles['fact']}>{fact}</span>}
      </header>
      {children}
    </section>
  );
}

/** Buttons side by side that wrap on a narrow panel. */
export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>;
}

/** A sentence below or above what it explains. */
export function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className={styles['quiet']}>{children}</p>;
}
