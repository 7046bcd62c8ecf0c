/** A panel beside the canvas with several views; on a small screen it comes up from below. Arrow keys change the view. */
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { IconButton } from './IconButton.tsx';
import { giveBack } from './focus/keepFocus.ts';
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
  /** What is shown in the view: it opens at its top, and the view itself where one was in it. */
  readonly place: string;
  /** Opened by the person: the focus goes into it. */
  readonly takesFocus: boolean;
  readonly onChoose: (name: Name) => void;
  readonly onClose: () => void;
  readonly onKeys?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

export function TabPanel<Name extends string>(props: TabPanelProps<Name>) {
  const { label, closeLabel, tabs, chosen, place, takesFocus, onChoose, onClose, onKeys, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const body = useScrollOf(place, chosen);
  const focusAtFirst = useRef(takesFocus);
  useEffect(() => {
    if (!focusAtFirst.current) return undefined;
    const before = document.activeElement;
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true });
    return () => giveBack(before);
  }, []);
  const step = (by: number): void => {
    const index = tabs.findIndex((tab) => tab.name === chosen);
    const next = tabs[(index + by + tabs.length) % tabs.length];
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
        ref={body}
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

/** Remembers how far a view was scrolled while something else lies over it; what lies over it begins at its top. */
function useScrollOf(place: string, view: string): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  const seen = useRef({ view, top: 0 });
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    if (seen.current.view !== view) seen.current = { view, top: 0 };
    const isView = place === view;
    element.scrollTop = isView ? seen.current.top : 0;
    if (!isView) return undefined;
    const onScroll = (): void => {
      seen.current = { view, top: element.scrollTop };
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [place, view]);
  return body;
}
