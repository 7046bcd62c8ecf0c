/** A panel beside the canvas; on a small screen it comes up from below. Escape closes it and focus goes back. */
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { giveBack } from './focus/keepFocus.ts';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  readonly title: string;
  /** What the panel is, where its title is what it is about just now. */
  readonly name?: string;
  /** Below the title. */
  readonly facts?: ReactNode;
  /** Beside the title, where the window is too low for what stands above the panel. */
  readonly beside?: ReactNode;
  /** Takes all the height that there is; its head is in the bar where that stands right above it. */
  readonly isTall?: boolean;
  /** The person opened it; else the focus stays where it is. */
  readonly takesFocus?: boolean;
  /** Another number: the person asked for it again; it begins at its top. */
  readonly opened?: number;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SidePanel(props: SidePanelProps) {
  const {
    title,
    name,
    facts,
    beside,
    isTall = false,
    takesFocus = true,
    opened = 0,
    closeLabel,
    onClose,
    children,
  } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const begin = useEffectEvent(() => {
    if (!takesFocus) return undefined;
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => giveBack(before);
  });
  useEffect(() => begin(), []);
  const body = useRef<HTMLDivElement>(null);
  const first = useRef(opened);
  useEffect(() => {
    if (opened === first.current) return;
    first.current = opened;
    body.current?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [opened]);
  return (
    <aside
      className={styles['panel']}
      data-tall={isTall}
      {...(name === undefined ? { 'aria-labelledby': id } : { 'aria-label': name })}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles['head']}>
        <div className={styles['about']}>
          <h2 id={id} ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h2>
          {facts}
        </div>
        {beside !== undefined && <div className={styles['beside']}>{beside}</div>}
        <IconButton label={closeLabel} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div ref={body} className={styles['body']}>
        {children}
      </div>
    </aside>
  );
}
