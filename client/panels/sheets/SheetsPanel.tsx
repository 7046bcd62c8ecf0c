/** Sheets in words: one at a time with its groups and notes, and everything that can be done with them, by keys and by touch. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type Sheet, sheetOf } from '#shared/map/readings/sheets.ts';
import { foldFrom, pageOfIdeas } from '#shared/views/sheet/sheetMeasures.ts';
import { useBoardMap, useChosen, useMap, useReadOnly } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { Button } from '#client/ui/Button.tsx';
import { AlikeNotes } from './AlikeNotes.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { Followed } from './Followed.ts';
import { GroupSection } from './GroupSection.tsx';
import { NewIdea } from './NewIdea.tsx';
import { NewSheet } from './NewSheet.tsx';
import { NoteRow } from './NoteRow.tsx';
import { chosenOn, type SheetActs } from './SheetActs.ts';
import { SheetHead } from './SheetHead.tsx';
import styles from './SheetsPanel.module.css';
import { SheetTools } from './SheetTools.tsx';
import { useSheetActs } from './useSheetActs.ts';

export interface SheetsPanelProps {
  /** Lets the canvas be seen first, where the panel lies over it. */
  readonly onShow?: (show: () => void) => void;
}

export function SheetsPanel({ onShow = (show) => show() }: SheetsPanelProps) {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { selection } = useBoardMap();
  const chosen = useChosen();
  const [wanted, setWanted] = useState<string | null>(() => sheetIdOf(map, selection.chosen()[0] ?? null));
  const [writing, setWriting] = useState<string | null>(null);
  const { acts, done, refused, takeBack } = useSheetActs(setWriting);
  // what is chosen next in the list is not chosen beside what was just dealt with
  const actsOnChosen: SheetActs = {
    ...acts,
    run(commands, sentence) {
      const isDone = acts.run(commands, sentence);
      if (isDone) selection.choose([]);
      return isDone;
    },
  };
  const chosenSheet = sheetIdOf(map, chosen[0] ?? null);
  // What is chosen on the canvas brings its sheet; whoever then turns to another one keeps that.
  useEffect(() => {
    if (chosenSheet !== null) setWanted(chosenSheet);
  }, [chosenSheet]);
  const newest = map.sheets.at(-1)?.id ?? null;
  const [known, setKnown] = useState(newest);
  // A sheet that is made now brings everybody who has the panel open.
  if (known !== newest) {
    setKnown(newest);
    setWanted(newest);
  }
  const sheet = sheetOf(map, wanted ?? '') ?? (newest === null ? null : sheetOf(map, newest));
  return (
    <div className={styles['panel']}>
      {sheet === null ? (
        <p>{t('sheet.panel.none')}</p>
      ) : (
        <>
          <SheetHead
            sheet={sheet}
            onSheet={setWanted}
            onShow={() => onShow(() => acts.show({ collection: 'sheets', id: sheet.sheet.id }))}
            acts={acts}
          />
          {refused !== null && (
            <p role="alert" className={styles['refused']}>
              {refused}
            </p>
          )}
          <HeldBack of="ideas" />
          {!readOnly && <SheetTools sheet={sheet} acts={acts} />}
          {!readOnly && <AlikeNotes key={sheet.sheet.id} sheet={sheet} acts={acts} />}
          <SheetList
            key={`list ${sheet.sheet.id}`}
            sheet={sheet}
            acts={acts}
            writing={writing}
            onWriting={setWriting}
          />
          {!readOnly && (
            <NewIdea key={`new ${sheet.sheet.id}`} sheet={sheet.sheet.id} question={sheet.sheet.question} acts={acts} />
          )}
        </>
      )}
      {!readOnly && <NewSheet acts={acts} onMade={setWanted} />}
      {sheet !== null && (
        <details className={styles['more']}>
          <summary>{t('sheet.panel.keysTitle')}</summary>
          <p className={styles['quiet']}>{t('sheet.panel.keys')}</p>
        </details>
      )}
      {!readOnly && <Foot done={done} onTakeBack={takeBack} acts={actsOnChosen} />}
    </div>
  );
}

interface FootProps {
  readonly done: string | null;
  readonly onTakeBack: () => void;
  readonly acts: SheetActs;
}

/** What was done last, and what can be done with several that are chosen. */
function Foot({ done, onTakeBack, acts }: FootProps) {
  const { t, map } = acts;
  const together = chosenOn(map, useChosen());
  const areSeveral = together !== null && together.ideas.length + together.groups.length > 1;
  if (done === null && !areSeveral) return null;
  return (
    <div className={styles['foot']}>
      {done !== null && (
        <div className={styles['done']}>
          <span>{done}</span>
          <Button look="plain" onClick={onTakeBack}>
            {t('sheet.panel.takeBack')}
          </Button>
        </div>
      )}
      {areSeveral && <ChosenBar chosen={together} acts={acts} onClosed={() => {}} />}
    </div>
  );
}

interface SheetListProps {
  readonly sheet: Sheet;
  readonly acts: SheetActs;
  /** The group whose title is being written. */
  readonly writing: string | null;
  readonly onWriting: (group: string | null) => void;
}

function SheetList({ sheet, acts, writing, onWriting }: SheetListProps) {
  const { t } = useTranslation();
  const chosen = useChosen()[0];
  const isLarge = sheet.count >= foldFrom;
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [pages, setPages] = useState(1);
  const [followed] = useState(() => new Followed());
  const { groups, ungrouped } = sheet;
  const within = groups.find(({ notes }) => notes.some(({ idea }) => idea.id === chosen?.id))?.group.id;
  const isFolded = (id: string) => turned.get(id) ?? (isLarge && id !== within);
  const place = ungrouped.findIndex(({ idea }) => idea.id === chosen?.id);
  // what is chosen elsewhere is among those that are shown
  const most = isLarge ? Math.max(pages * pageOfIdeas, place + 1) : ungrouped.length;
  const hidden = Math.max(0, ungrouped.length - most);
  return (
    <>
      {groups.map((part) => (
        <GroupSection
          key={part.group.id}
          sheet={sheet}
          part={part}
          acts={acts}
          isFolded={isFolded(part.group.id)}
          onFold={(now) => setTurned(new Map([...turned, [part.group.id, now]]))}
          isWriting={writing === part.group.id}
          onWritten={() => onWriting(null)}
          followed={followed}
        />
      ))}
      <section aria-labelledby="sheet-ungrouped" className={styles['group']}>
        <h3 id="sheet-ungrouped" className={styles['loose']}>
          {t('sheet.ungrouped')}{' '}
          <span className={styles['quiet']}>{t('sheet.notes', { count: ungrouped.length })}</span>
        </h3>
        <ul className={styles['rows']}>
          {ungrouped.slice(0, most).map((note) => (
            <NoteRow key={note.idea.id} sheet={sheet} note={note} acts={acts} followed={followed} />
          ))}
        </ul>
        {hidden > 0 && (
          <Button onClick={() => setPages(Math.ceil(most / pageOfIdeas) + 1)}>
            {t('sheet.more', { count: hidden })}
          </Button>
        )}
      </section>
    </>
  );
}

/** The sheet that a thing belongs to. */
function sheetIdOf(map: PartnershipMap, ref: EntityRef | null): string | null {
  if (ref?.collection === 'sheets') return map.sheets.some(({ id }) => id === ref.id) ? ref.id : null;
  if (ref?.collection !== 'ideas' && ref?.collection !== 'groups') return null;
  return map[ref.collection].find(({ id }) => id === ref.id)?.sheet_id ?? null;
}
