/**
 * Where things stand on the board page: the bar above, then left, canvas and right. `left` and `right` take room only when
 * something stands there; on small screens they lie over the canvas.
 */
import type { ReactNode } from 'react';
import styles from './BoardLayout.module.css';

export interface BoardLayoutProps {
  readonly bar: ReactNode;
  readonly canvas: ReactNode;
  /** Above the canvas, below the bar; takes no room while empty. */
  readonly notices?: ReactNode;
  /** Floats over the canvas, bottom middle. */
  readonly over?: ReactNode;
  readonly left?: ReactNode;
  readonly right?: ReactNode;
}

export function BoardLayout({ bar, canvas, notices, over, left, right }: BoardLayoutProps) {
  return (
    <div className={styles['page']}>
      {bar}
      <div className={styles['stage']}>
        {left !== undefined && left !== null && <div className={styles['left']}>{left}</div>}
        <main className={styles['canvas']}>
          {canvas}
          <div className={styles['notices']}>{notices}</div>
          {over !== undefined && over !== null && <div className={styles['over']}>{over}</div>}
        </main>
        {right !== undefined && right !== null && <div className={styles['right']}>{right}</div>}
      </div>
    </div>
  );
}
