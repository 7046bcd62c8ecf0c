/** One group of a sheet in the list: its title, what is known of it, its notes; folded where the sheet is large. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet, SheetGroup } from '#shared/map/readings/sheets.ts';
import { useBoardMap, useChosen, useReadOnly } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { ChevronDown } from '#client/ui/icons/ChevronDown.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { RowMenu } from '../outline/RowMenu.tsx';
import type { Followed } from './Followed.ts';
import { groupFacts } from './noteFacts.ts';
import { NoteRow } from './NoteRow.tsx';
import { ChooseBox } from './ChooseBox.tsx';
import { chosenRefs } from './chosenRefs.ts';
import type { SheetActs } from './SheetActs.ts';
import { sheetMenu } from './sheetMenu.ts';
import styles from './SheetsPanel.module.css';
import { TitleField } from './TitleField.tsx';

export interface GroupSectionProps {
  readonly sheet: Sheet;
  readonly part: SheetGroup;
  readonly acts: SheetActs;
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  readonly isWriting: boolean;
  readonly onWritten: () => void;
  readonly followed: Followed;
}

export function GroupSection({
  sheet,
  part,
  acts,
  isFolded,
  onFold,
  isWriting,
  onWritten,
  followed,
}: GroupSectionProps) {
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  const readOnly = useReadOnly();
  const chosen = useChosen();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const head = useRef<HTMLButtonElement>(null);
  const { id } = part.group;
  const ref = { collection: 'groups', id } as const;
  const name = entityName(acts.map, ref, t);
  const isChosen = chosen.some((one) => isSameRef(one, ref));
  const heading = `sheet-group-${id}`;
  const toggle = () =>
    selection.choose(isChosen ? chosen.filter((one) => !isSameRef(one, ref)) : [...chosenRefs(chosen), ref]);
  return (
    <section aria-labelledby={heading} className={styles['group']} data-chosen={isChosen || undefined}>
      <div className={styles['groupHead']}>
        {!readOnly && <ChooseBox name={name} isChosen={isChosen} onToggle={toggle} />}
        <div className={styles['groupName']}>
          {isWriting ? (
            <TitleField
              title={part.group.title}
              label={t('sheet.edit.title')}
              onDone={(title) => {
                if (title !== null && title !== part.group.title)
                  acts.run([{ type: 'edit', ...ref, fields: { title } }], t('sheet.done.renamed', { name: title }));
                onWritten();
                head.current?.focus();
              }}
            />
          ) : null}
          <h3 id={heading} className={isWriting ? 'visually-hidden' : undefined}>
            <button
              ref={head}
              type="button"
              className={styles['fold']}
              aria-expanded={!isFolded}
              onClick={() => onFold(!isFolded)}
            >
              {isFolded ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
              <span className={styles['title']}>{name}</span>
            </button>
          </h3>
          <p className={styles['quiet']}>{groupFacts(acts.map, part, t).join(' · ')}</p>
        </div>
        {!readOnly && (
          <RowMenu
            label={t('sheet.panel.menu', { name })}
            entries={() => sheetMenu(acts, { sheet, ideas: [], groups: [id] })}
            isOpen={isMenuOpen}
            onOpen={setMenuOpen}
            onClosed={() => head.current?.focus()}
            isReachable
          />
        )}
      </div>
      {!isFolded && (
        <ul className={styles['rows']}>
          {part.notes.map((note) => (
            <NoteRow key={note.idea.id} sheet={sheet} note={note} acts={acts} followed={followed} />
          ))}
        </ul>
      )}
    </section>
  );
}
