/**
 * Where things stand on the board page: the canvas reaches the screen's edges; bar, rail, panels and messages float over it. Beside
 * a panel on a wide screen the canvas ends at the panel, so that its middle is the middle of what is seen.
 */
import type { ReactNode } from 'react';
import styles from './BoardLayout.module.css';

export interface BoardLayoutProps {
  readonly bar: ReactNode;
  readonly canvas: ReactNode;
  /** Left of the canvas, where the window is wide. */
  readonly rail?: ReactNode;
  /** Above the canvas, below the bar; takes no room while empty. */
  readonly notices?: ReactNode;
  /** Floats over the canvas, bottom middle. */
  readonly over?: ReactNode;
  readonly right?: ReactNode;
  /** Passes over all of it, and moves nothing. */
  readonly passing?: ReactNode;
  /** The right panel holds a grid or a table. */
  readonly isWide?: boolean;
}

export function BoardLayout({ bar, rail, canvas, notices, over, right, passing, isWide = false }: BoardLayoutProps) {
  const hasRight = right !== undefined && right !== false;
  return (
    <div className={styles['page']} data-wide={isWide}>
      {bar}
      {rail}
      <main className={styles['canvas']} data-right={hasRight}>
        {canvas}
        <div className={styles['floats']}>
          <div className={styles['notices']} data-over-canvas="">
            {notices}
          </div>
          {over !== undefined && over !== null && <div className={styles['over']}>{over}</div>}
        </div>
      </main>
      {hasRight && (
        <div className={styles['right']} data-over-canvas="">
          {right}
        </div>
      )}
      <div className={styles['passing']} data-right={hasRight}>
        {passing}
      </div>
    </div>
  );
}
