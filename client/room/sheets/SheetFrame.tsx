/** What all sheets have in common: what it is, the question, one number, and a line at the foot. */
import { useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { SideContext } from './SideContext.ts';
import styles from './SheetFrame.module.css';

export interface SheetFrameProps {
  readonly over: string;
  readonly title: string;
  /** the one big number, and what it counts */
  readonly number?: { readonly figure: string; readonly words: string };
  /** beside the number where there is room */
  readonly notes?: readonly string[];
  readonly foot?: string;
  readonly children: ReactNode;
}

/** Questions that are longer stand in smaller letters. */
function sizeOf(title: string): 'large' | 'middle' | 'small' {
  if (title.length <= 60) return 'large';
  return title.length <= 110 ? 'middle' : 'small';
}

export function SheetFrame({ over, title, number, notes = [], foot, children }: SheetFrameProps) {
  const side = useContext(SideContext);
  const facts = (
    <>
      {number !== undefined && (
        <p className={styles['number']} data-room-number>
          <strong>{number.figure}</strong> <span>{number.words}</span>
        </p>
      )}
      {side !== null && notes.map((note) => <p key={note}>{note}</p>)}
    </>
  );
  return (
    <section className={styles['sheet']} aria-label={title}>
      <header className={styles['head']}>
        <div>
          <p className={styles['over']}>{over}</p>
          <h2 className={styles['title']} data-size={sizeOf(title)} data-now>
            {title}
          </h2>
        </div>
        {side === null ? facts : createPortal(facts, side)}
      </header>
      <div className={styles['body']}>{children}</div>
      {(foot !== undefined || (side === null && notes.length > 0)) && (
        <p className={styles['foot']}>{[...(side === null ? notes : []), foot ?? ''].filter(Boolean).join(' ')}</p>
      )}
    </section>
  );
}

/** In place of a result that nobody may see, or that is not there. */
export function SheetNothing({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <div className={styles['nothing']}>
      <p data-now>{title}</p>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
    </div>
  );
}
