/** A heading and what belongs to it; rows lead to the things themselves. */
import { type ReactNode, useId } from 'react';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import styles from './YourPart.module.css';

export interface YourSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function YourSection({ title, children }: YourSectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      {children}
    </section>
  );
}

export interface WayProps {
  readonly to: EntityRef | (() => void);
  readonly children: ReactNode;
}

/** A row that is pressed as a whole. */
export function Way({ to, children }: WayProps) {
  const { selection } = useBoardMap();
  return (
    <button
      type="button"
      className={styles['way']}
      onClick={() => {
        if (typeof to === 'function') return to();
        selection.reveal(to);
        selection.open(to);
      }}
    >
      <span className={styles['words']}>{children}</span>
      <ChevronRight aria-hidden="true" />
    </button>
  );
}
