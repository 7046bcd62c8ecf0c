/** Something that is asked of people: the question first and large, then what belongs to it. */
import type { ReactNode } from 'react';
import styles from './AskedPart.module.css';

export interface AskedPartProps {
  /** What it is, for whoever goes from part to part. */
  readonly name: string;
  /** A line above the question: what became of it, or how far one is. */
  readonly kicker?: ReactNode;
  /** Where it has none, what follows asks by itself. */
  readonly question?: string;
  readonly children?: ReactNode;
}

export function AskedPart({ name, kicker, question, children }: AskedPartProps) {
  return (
    <section className={styles['part']} aria-label={name}>
      {kicker !== undefined && <div className={styles['kicker']}>{kicker}</div>}
      {question !== undefined && <h3 className={styles['question']}>{question}</h3>}
      {children}
    </section>
  );
}

/** A number or a word beside what it is about. */
export function Fact({ children }: { readonly children: ReactNode }) {
  return <p className={styles['fact']}>{children}</p>;
}
