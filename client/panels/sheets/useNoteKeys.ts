/** The keys of a note in the list: walking, choosing, moving, removing, and its menus. */
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useReadOnly } from '#client/map/MapContext.ts';
import { moveAct, stepAct, type SheetActs } from './SheetActs.ts';

export interface NoteKeys {
  readonly id: string;
  readonly name: string;
  readonly acts: SheetActs;
  /** of what takes the row away, so that nothing follows it */
  readonly run: SheetActs['run'];
  readonly row: RefObject<HTMLElement | null>;
  readonly toggle: () => void;
  readonly onMenu: (menu: 'move' | 'all') => void;
}

export function useNoteKeys(note: NoteKeys): (event: KeyboardEvent) => void {
  const { id, name, acts, run, row, toggle, onMenu } = note;
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  const readOnly = useReadOnly();
  const ref = { collection: 'ideas', id } as const;
  const remove = () => {
    stepRow(row.current, 1);
    run([{ type: 'remove', ...ref }], `${t('sheet.done.removed', { name, count: 1 })} ${t('map.goesWith.undo')}`);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => stepRow(row.current, 1),
    ArrowUp: () => stepRow(row.current, -1),
    Enter: () => selection.open(ref),
    ...(readOnly
      ? {}
      : {
          ' ': toggle,
          'Alt+ArrowUp': () => stepAct(acts, ref, -1),
          'Alt+ArrowDown': () => stepAct(acts, ref, 1),
          'Alt+ArrowLeft': () => moveAct(acts, [id], null),
          Delete: remove,
          Backspace: remove,
          m: () => onMenu('move'),
          'Shift+F10': () => onMenu('all'),
          ContextMenu: () => onMenu('all'),
        }),
  };
  return (event) => {
    const act = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    if (event.ctrlKey || event.metaKey || !Object.hasOwn(keys, act)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[act]?.();
  };
}

/** Focus goes to the next row of the panel, from group to group. */
function stepRow(row: HTMLElement | null, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-sheet-row]')];
  if (row) rows[rows.indexOf(row) + by]?.focus();
}
