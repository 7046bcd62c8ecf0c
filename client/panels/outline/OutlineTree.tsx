/** The tree of the outline, entirely by keyboard: one row has the focus, and what has the focus is chosen everywhere. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { useBoardMap, useFindings, useMap, useReadOnly, useSelection } from '#client/map/MapContext.ts';
import { missingKinds, nodeWords } from './nodeWords.ts';
import { moveAct } from './moveAct.ts';
import { type OutlineActs, outlineMenu, takeOutAct } from './outlineMenu.ts';
import { OutlineRow, rowId } from './OutlineRow.tsx';
import styles from './OutlineTree.module.css';
import { goalKey, type OutlineNode, type OutlineRow as Row, outlineRows, showsRef } from './outlineTree.ts';
import { renameCommand } from './renameCommand.ts';
import { isNamed } from './structureMenu.ts';

export interface OutlineTreeProps {
  readonly nodes: readonly OutlineNode[];
  readonly closed: ReadonlySet<string>;
  readonly onFold: (key: string, isClosed: boolean) => void;
  /** A row that was asked for from outside, for instance a new one. */
  readonly wanted: { readonly key: string; readonly edit: boolean } | null;
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
  const tree = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(goalKey);
  const [editing, setEditing] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const rows = useMemo(() => outlineRows(nodes, (key) => !closed.has(key)), [nodes, closed]);
  const place = Math.max(
    0,
    rows.findIndex((row) => row.node.key === current),
  );

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

  const choose = ({ node }: Row): void => {
    setCurrent(node.key);
    selection.choose(node.ref ? [node.ref] : []);
  };

  const edited = (node: OutlineNode, name: string | null): void => {
    setEditing(null);
    const command = name === null ? null : renameCommand(map, node, name);
    const isDone = !command || acts.run([command], t('map.outline.renamed', { name: name ?? '' }));
    // Renamed in a row that others have locked or taken away meanwhile.
    if (!isDone && name !== null) words.keep({ key: node.key, text: name, why: 'refused' });
    focusRow(node.key);
  };

  const remove = (node: OutlineNode): void => {
    const next =
      rows[place + 1] && !rows[place + 1]?.node.key.startsWith(`${node.key}/`) ? rows[place + 1] : rows[place - 1];
    if (node.kind === 'organization' && node.interest !== null) takeOutAct(acts, node);
    else acts.askRemove(node);
    if (node.kind === 'organization' && next) focusRow(next.node.key);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[place];
    if (!row || menu !== null || event.target !== document.getElementById(rowId(row.node.key))) return;
    const act = keyActs(row);
    const name = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    const run = event.ctrlKey || event.metaKey || !Object.hasOwn(act, name) ? undefined : act[name];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  const keyActs = ({ node, isOpen }: Row): Readonly<Record<string, () => void>> => {
    const go = (to: number) => {
      const row = rows[to];
      if (row) focusRow(row.node.key);
    };
    const edit = () => {
      if (node.ref === null) return;
      if (node.kind === 'organization' || isNamed(node.ref)) setEditing(node.key);
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
      ...(readOnly ? {} : { 'Shift+F10': () => setMenu(node.key), ContextMenu: () => setMenu(node.key) }),
    };
  };

  return (
    <div ref={tree} role="tree" aria-label={t('map.outline.tree')} className={styles['tree']} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const { node } = row;
        const { key, ref } = node;
        const person = personOf(map, ref);
        return (
          <OutlineRow
            key={key}
            row={row}
            words={nodeWords(map, readings, node, t, i18n.language)}
            missing={node.kind === 'interest' ? missingKinds(readings, node.interest ?? '') : []}
            kind={person?.kind ?? null}
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
