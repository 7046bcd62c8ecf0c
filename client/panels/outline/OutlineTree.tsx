/** The tree of the outline, entirely by keyboard: one row has the focus, and what has the focus is chosen everywhere. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { useBoardMap, useFindings, useMap, useReadOnly, useSelection } from '#client/map/MapContext.ts';
import { missingKinds, nodeWords } from './nodeWords.ts';
import { type OutlineActs, outlineMenu } from './outlineMenu.ts';
import { OutlineRow, rowId } from './OutlineRow.tsx';
import styles from './OutlineTree.module.css';
import { type OutlineNode, type OutlineRow as Row, outlineRows, showsRef } from './outlineTree.ts';
import { renameCommand } from './renameCommand.ts';
import { useOutlineCursor, type WantedRow } from './useOutlineCursor.ts';
import { useOutlineKeys } from './useOutlineKeys.ts';

export interface OutlineTreeProps {
  readonly nodes: readonly OutlineNode[];
  readonly closed: ReadonlySet<string>;
  readonly onFold: (key: string, isClosed: boolean) => void;
  readonly wanted: WantedRow | null;
  readonly onArrived: () => void;
  readonly acts: OutlineActs;
}

export function OutlineTree({ nodes, closed, onFold, wanted, onArrived, acts }: OutlineTreeProps) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readings = useFindings();
  const readOnly = useReadOnly();
  const chosen = useSelection();
  const { selection, words } = useBoardMap();
  const [menu, setMenu] = useState<string | null>(null);
  const rows = useMemo(() => outlineRows(nodes, (key) => !closed.has(key)), [nodes, closed]);
  const cursor = useOutlineCursor(rows, wanted, onArrived);
  const { place, editing } = cursor;
  const onKeyDown = useOutlineKeys({ rows, cursor, isMenuOpen: menu !== null, onMenu: setMenu, onFold, acts });

  const choose = ({ node }: Row): void => {
    cursor.setCurrent(node.key);
    selection.choose(node.ref ? [node.ref] : []);
  };
  const edited = (node: OutlineNode, name: string | null): void => {
    cursor.setEditing(null);
    const command = name === null ? null : renameCommand(map, node, name);
    const isDone = !command || acts.run([command], t('map.outline.renamed', { name: name ?? '' }));
    // Renamed in a row that others have locked or taken away meanwhile.
    if (!isDone && name !== null) words.keep({ key: node.key, text: name, why: 'refused' });
    cursor.focusRow(node.key);
  };

  return (
    <div role="tree" aria-label={t('map.outline.tree')} className={styles['tree']} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const { node } = row;
        const { key, ref } = node;
        return (
          <OutlineRow
            key={key}
            row={row}
            words={nodeWords(map, readings, node, t, i18n.language)}
            missing={node.kind === 'interest' ? missingKinds(readings, node.interest ?? '') : []}
            kind={personOf(map, ref)?.kind ?? null}
            isChosen={chosen !== null && showsRef(map, node, chosen)}
            isCurrent={row === rows[place]}
            isEditing={editing === key}
            hasMenu={!readOnly && node.group !== 'trust_pulses'}
            isMenuOpen={menu === key}
            entries={() => outlineMenu(acts, node)}
            onMenu={(isOpen) => {
              setMenu(isOpen ? key : null);
              if (isOpen) choose(row);
            }}
            onMenuClosed={() => {
              if (editing === null && !document.activeElement?.closest('[role=alertdialog]'))
                document.getElementById(rowId(key))?.focus();
            }}
            onFocus={() => choose(row)}
            onToggle={() => onFold(key, row.isOpen)}
            onOpen={() => ref && selection.open(ref)}
            onEdited={(name) => edited(node, name)}
          />
        );
      })}
    </div>
  );
}

/** Whose kind a row shows: a representative's, also where it is their seat. */
function personOf(map: PartnershipMap, ref: EntityRef | null) {
  const seat = ref?.collection === 'seats' ? map.seats.find(({ id }) => id === ref.id) : undefined;
  const id = seat?.representative_id ?? (ref?.collection === 'representatives' ? ref.id : null);
  return map.representatives.find((one) => one.id === id);
}
