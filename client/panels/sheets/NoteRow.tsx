/** One note of a sheet in the list: chosen for several at once, moved with two presses, and everything else in its menu. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet, SheetNote } from '#shared/map/readings/sheets.ts';
import { useBoardMap, useChosen, useReadOnly } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { FolderInput } from '#client/ui/icons/FolderInput.tsx';
import { RowMenu } from '../outline/RowMenu.tsx';
import type { Followed } from './Followed.ts';
import { ChooseBox } from './ChooseBox.tsx';
import { chosenRefs } from './chosenRefs.ts';
import type { SheetActs } from './SheetActs.ts';
import { noteFacts } from './noteFacts.ts';
import { sheetRights } from './sheetRights.ts';
import { moveEntries, sheetMenu } from './sheetMenu.ts';
import styles from './SheetsPanel.module.css';
import { useNoteKeys } from './useNoteKeys.ts';

export interface NoteRowProps {
  readonly sheet: Sheet;
  readonly note: SheetNote;
  readonly acts: SheetActs;
  readonly followed: Followed;
}

export function NoteRow({ sheet, note, acts: given, followed }: NoteRowProps) {
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  const readOnly = useReadOnly();
  const chosen = useChosen();
  const [menu, setMenu] = useState<'move' | 'all' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { id } = note.idea;
  const ref = { collection: 'ideas', id } as const;
  const isChosen = chosen.some((one) => isSameRef(one, ref));
  const isFirst = isSameRef(chosen[0] ?? null, ref);
  // Chosen on the canvas: into sight, without taking the focus away from where the person works.
  useEffect(() => {
    if (isFirst) button.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isFirst]);
  useEffect(() => {
    if (followed.take(id)) button.current?.focus();
  });
  const acts: SheetActs = {
    ...given,
    run(commands, done) {
      followed.follow(id);
      return given.run(commands, done);
    },
    rename(group) {
      // the title of the new group has the focus
      followed.follow(null);
      given.rename(group);
    },
  };
  const name = entityName(acts.map, ref, t);
  const own = { sheet, ideas: [id], groups: [] };
  const toggle = () =>
    selection.choose(isChosen ? chosen.filter((one) => !isSameRef(one, ref)) : [...chosenRefs(chosen), ref]);
  const onKeyDown = useNoteKeys({ id, name, acts, run: given.run, row: button, toggle, onMenu: setMenu });
  const back = () => button.current?.focus();
  return (
    <li className={styles['row']} data-chosen={isChosen || undefined}>
      {!readOnly && <ChooseBox name={name} isChosen={isChosen} onToggle={toggle} />}
      <button
        ref={button}
        type="button"
        className={styles['words']}
        data-sheet-row=""
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => selection.reveal(ref)}
        onDoubleClick={() => selection.open(ref)}
        onKeyDown={onKeyDown}
      >
        <span className={styles['name']}>{name}</span>{' '}
        <span className={styles['facts']}>{noteFacts(acts.map, note, t).join(' · ')}</span>
      </button>
      {!readOnly && (
        <>
          {sheetRights(acts.whyNot, own).mayMove && (
            <RowMenu
              label={t('sheet.panel.move', { name })}
              sign={<FolderInput aria-hidden="true" />}
              entries={() => moveEntries(acts, own)}
              isOpen={menu === 'move'}
              onOpen={(isOpen) => setMenu(isOpen ? 'move' : null)}
              onClosed={back}
              isReachable
            />
          )}
          <RowMenu
            label={t('sheet.panel.menu', { name })}
            entries={() => sheetMenu(acts, own)}
            isOpen={menu === 'all'}
            onOpen={(isOpen) => setMenu(isOpen ? 'all' : null)}
            onClosed={back}
            isReachable
          />
        </>
      )}
    </li>
  );
}
