/** A panel beside the canvas with several views; on a small screen it comes up from below. Arrow keys change the view. */
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import sideStyles from './SidePanel.module.css';
import styles from './TabPanel.module.css';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly count?: number | undefined;
}

export interface TabPanelProps<Name extends string> {
  readonly label: string;
  readonly closeLabel: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  /** Opened by the person: the focus goes into it. */
  readonly takesFocus: boolean;
  readonly onChoose: (name: Name) => void;
  readonly onClose: () => void;
  readonly onKeys?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

export function TabPanel<Name extends string>(props: TabPanelProps<Name>) {
  const { label, closeLabel, tabs, chosen, takesFocus, onChoose, onClose, onKeys, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const focusAtFirst = useRef(takesFocus);
  useEffect(() => {
    if (!focusAtFirst.current) return undefined;
    const before = document.activeElement;
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const step = (by: number): void => {
    const place = tabs.findIndex((tab) => tab.name === chosen);
    const next = tabs[(place + by + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.name);
    document.getElementById(`${id}-${next.name}`)?.focus();
  };
  return (
    <aside
      className={sideStyles['panel']}
      aria-label={label}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        else onKeys?.(event);
      }}
    >
      <header className={styles['head']}>
        <div
          ref={list}
          role="tablist"
          aria-label={label}
          className={styles['tabs']}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1);
            if (event.key === 'ArrowLeft') step(-1);
          }}
        >
          {tabs.map(({ name, text, count }) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              aria-selected={name === chosen}
              aria-controls={`${id}-view`}
              tabIndex={name === chosen ? 0 : -1}
              className={styles['tab']}
              onClick={() => onChoose(name)}
            >
              {text}
              {count !== undefined && <span className={styles['count']}>{count}</span>}
            </button>
          ))}
        </div>
        <IconButton label={closeLabel} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div
        key={chosen}
        id={`${id}-view`}
        role="tabpanel"
        aria-labelledby={`${id}-${chosen}`}
        className={styles['body']}
      >
        <h2 className="visually-hidden">{tabs.find((tab) => tab.name === chosen)?.text}</h2>
        {children}
      </div>
    </aside>
  );
}
