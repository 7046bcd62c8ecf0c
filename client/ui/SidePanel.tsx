/** A panel beside the canvas; on a small screen it comes up from below. Escape closes it and focus goes back. */
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { giveBack } from './focus/keepFocus.ts';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SidePanel({ title, closeLabel, onClose, children }: SidePanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => giveBack(before);
  }, []);
  return (
    <aside
      className={styles['panel']}
      aria-labelledby={id}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h2>
        <IconButton label={closeLabel} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['body']}>{children}</div>
    </aside>
  );
}
