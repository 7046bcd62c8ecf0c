/**
 * Who sees what, until when, and who counts: read whole before one begins; from then on its first sentence, and the rest on request.
 */
import type { ReactNode } from 'react';
import { ChevronDown } from '#client/ui/icons/ChevronDown.tsx';
import { Lock } from '#client/ui/icons/Lock.tsx';
import styles from './WhoSees.module.css';

export interface WhoSeesProps {
  readonly short: string;
  /** One has begun, and has read it. */
  readonly isShort: boolean;
  readonly children: ReactNode;
}

export function WhoSees({ short, isShort, children }: WhoSeesProps) {
  return (
    <div className={styles['told']}>
      <Lock aria-hidden="true" />
      {isShort ? (
        <details>
          <summary>
            {short}
            <ChevronDown aria-hidden="true" />
          </summary>
          <div className={styles['all']}>{children}</div>
        </details>
      ) : (
        <div className={styles['all']}>{children}</div>
      )}
    </div>
  );
}
