/** Which row of the tree is the current one, and which is being renamed: asked for from outside, or chosen elsewhere. */
import { useEffect, useState } from 'react';
import { useMap, useSelection } from '#client/map/MapContext.ts';
import { rowId } from './OutlineRow.tsx';
import { goalKey, type OutlineRow, showsRef } from './outlineTree.ts';

/** A row that was asked for from outside, for instance a new one. */
export interface WantedRow {
  readonly key: string;
  readonly edit: boolean;
}

export interface OutlineCursor {
  /** of the current row among the rows */
  readonly place: number;
  readonly setCurrent: (key: string) => void;
  /** Makes it the current row, with the focus. */
  readonly focusRow: (key: string) => void;
  /** key of the row that is being renamed */
  readonly editing: string | null;
  readonly setEditing: (key: string | null) => void;
}

export function useOutlineCursor(
  rows: readonly OutlineRow[],
  wanted: WantedRow | null,
  onArrived: () => void,
): OutlineCursor {
  const map = useMap();
  const chosen = useSelection();
  const [current, setCurrent] = useState(goalKey);
  const [editing, setEditing] = useState<string | null>(null);
  const focusRow = (key: string): void => {
    setCurrent(key);
    const row = document.getElementById(rowId(key));
    row?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  };

  useEffect(() => {
    if (wanted === null || !rows.some((row) => row.node.key === wanted.key)) return;
    focusRow(wanted.key);
    if (wanted.edit) setEditing(wanted.key);
    onArrived();
  }, [wanted, rows, onArrived]);

  // What was chosen elsewhere becomes the current row, without taking the focus away from where the person works.
  useEffect(() => {
    if (chosen === null) return;
    const here = rows.find((row) => row.node.key === current);
    if (here && showsRef(map, here.node, chosen)) return;
    const found = rows.find((row) => showsRef(map, row.node, chosen));
    if (!found) return;
    setCurrent(found.node.key);
    document.getElementById(rowId(found.node.key))?.scrollIntoView?.({ block: 'nearest' });
    // only when the choice changes: while somebody walks through the rows, the choice follows them
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);

  const found = rows.findIndex((row) => row.node.key === current);
  return { place: Math.max(0, found), setCurrent, focusRow, editing, setEditing };
}
