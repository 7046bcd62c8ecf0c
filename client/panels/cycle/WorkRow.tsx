/** One note or experiment in the outline of the cycle: its words, what is known about it, and its menu. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useSelection } from '#client/map/MapContext.ts';
import type { WorkRef } from '#client/map/cycleActions.ts';
import { isSameRef } from '#client/map/Selection.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import { RowMenu } from '../outline/RowMenu.tsx';
import styles from './CyclePanel.module.css';

export interface WorkRowProps {
  readonly workRef: WorkRef;
  readonly name: string;
  readonly facts: readonly string[];
  readonly isAside?: boolean;
  /** Null where nothing can be changed. */
  readonly entries: (() => readonly MenuEntry[]) | null;
  /** `Alt+ArrowUp` and so on. */
  readonly keys?: Readonly<Record<string, () => void>>;
}

export function WorkRow({ workRef, name, facts, isAside = false, entries, keys = {} }: WorkRowProps) {
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  const chosen = useSelection();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isChosen = isSameRef(chosen, workRef);
  const { collection, id } = workRef;
  // Chosen on the canvas: into sight, without taking the focus away from where the person works.
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isChosen]);

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const act = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    if (act === 'ArrowDown' || act === 'ArrowUp') stepRow(event.currentTarget, act === 'ArrowDown' ? 1 : -1);
    else if (act === 'Enter') selection.open({ collection, id });
    else if ((act === 'Shift+F10' || act === 'ContextMenu') && entries) setMenuOpen(true);
    else if (Object.hasOwn(keys, act)) keys[act]?.();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <li className={styles['row']} data-chosen={isChosen || undefined} data-aside={isAside || undefined}>
      <button
        ref={button}
        type="button"
        className={styles['words']}
        data-cycle-row=""
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => selection.reveal({ collection, id })}
        onDoubleClick={() => selection.open({ collection, id })}
        onKeyDown={onKeyDown}
      >
        <span className={styles['name']}>{name}</span> <span className={styles['facts']}>{facts.join(' · ')}</span>
      </button>
      {entries !== null && (
        <RowMenu
          label={t('cycle.panel.menu', { name })}
          entries={entries}
          isOpen={isMenuOpen}
          onOpen={setMenuOpen}
          onClosed={() => button.current?.focus()}
          isReachable
        />
      )}
    </li>
  );
}

/** Focus goes to the next row of the panel, from stage to stage. */
function stepRow(row: HTMLElement, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-cycle-row]')];
  rows[rows.indexOf(row) + by]?.focus();
}
