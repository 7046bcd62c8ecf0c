/** The keys of the tree: walking, folding, renaming, moving, removing, and the menu. */
import type { KeyboardEvent } from 'react';
import { useBoardMap, useReadOnly } from '#client/map/MapContext.ts';
import { moveAct } from './moveAct.ts';
import { type OutlineActs, takeOutAct } from './outlineMenu.ts';
import { rowId } from './OutlineRow.tsx';
import type { OutlineNode, OutlineRow } from './outlineTree.ts';
import { renameRefusal } from './renameCommand.ts';
import { isNamed } from './structureMenu.ts';
import type { OutlineCursor } from './useOutlineCursor.ts';

export interface OutlineKeys {
  readonly rows: readonly OutlineRow[];
  readonly cursor: OutlineCursor;
  readonly isMenuOpen: boolean;
  readonly onMenu: (key: string) => void;
  readonly onFold: (key: string, isClosed: boolean) => void;
  readonly acts: OutlineActs;
}

export function useOutlineKeys(keys: OutlineKeys): (event: KeyboardEvent) => void {
  const { rows, cursor, isMenuOpen, onMenu, onFold, acts } = keys;
  const readOnly = useReadOnly();
  const { selection } = useBoardMap();
  const { place, focusRow, setEditing } = cursor;

  const remove = (node: OutlineNode): void => {
    const next =
      rows[place + 1] && !rows[place + 1]?.node.key.startsWith(`${node.key}/`) ? rows[place + 1] : rows[place - 1];
    if (node.kind === 'organization' && node.interest !== null) takeOutAct(acts, node);
    else acts.askRemove(node);
    if (node.kind === 'organization' && next) focusRow(next.node.key);
  };

  const keyActs = ({ node, isOpen }: OutlineRow): Readonly<Record<string, () => void>> => {
    const go = (to: number) => {
      const row = rows[to];
      if (row) focusRow(row.node.key);
    };
    const edit = () => {
      if (node.ref === null) return;
      const why = renameRefusal(acts.whyNot, node);
      if (why !== null) acts.refuse(acts.t(`map.refused.${why}`));
      else if (node.kind === 'organization' || isNamed(node.ref)) setEditing(node.key);
      else selection.open(node.ref);
    };
    const hasChildren = node.children.length > 0;
    return {
      ArrowDown: () => go(place + 1),
      ArrowUp: () => go(place - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (hasChildren && !isOpen ? onFold(node.key, false) : hasChildren && go(place + 1)),
      ArrowLeft: () => (isOpen ? onFold(node.key, true) : node.parent !== null && focusRow(node.parent)),
      ' ': () => node.ref && selection.open(node.ref),
      ...(readOnly || node.ref === null
        ? {}
        : {
            Enter: edit,
            F2: edit,
            'Alt+ArrowUp': () => moveAct(acts, node, -1),
            'Alt+ArrowDown': () => moveAct(acts, node, 1),
            ...(node.kind === 'goal' || node.ref.collection === 'partnership'
              ? {}
              : { Delete: () => remove(node), Backspace: () => remove(node) }),
          }),
      ...(readOnly ? {} : { 'Shift+F10': () => onMenu(node.key), ContextMenu: () => onMenu(node.key) }),
    };
  };

  return (event) => {
    const row = rows[place];
    if (!row || isMenuOpen || event.target !== document.getElementById(rowId(row.node.key))) return;
    const act = keyActs(row);
    const name = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    const run = event.ctrlKey || event.metaKey || !Object.hasOwn(act, name) ? undefined : act[name];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
}
