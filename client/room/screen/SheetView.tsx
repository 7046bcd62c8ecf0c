/** A sheet after the reveal: its groups with what stands in them, or its ideas where nobody has grouped them yet. */
import { useTranslation } from 'react-i18next';
import type { Sheet, SheetNote } from '#shared/map/readings/sheets.ts';
import { SheetFrame, SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import { onPage, perPage } from '#client/room/shown/stops.ts';
import { NotesGrid, type WallNote } from './NotesGrid.tsx';
import { groupWallFor, notesThatFit } from '#client/room/shown/onWall.ts';
import styles from './Notes.module.css';

export function wallNote({ idea, count }: SheetNote): WallNote {
  return { id: idea.id, text: idea.text, count, votes: idea.votes };
}

export function SheetView({ sheet, page }: { readonly sheet: Sheet; readonly page: number }) {
  const { t } = useTranslation();
  const { groups, ungrouped, count } = sheet;
  const number = { figure: String(count), words: t('roomScreen.sheet.ideas', { count }) };
  const notes = groups.length === 0 ? [] : [t('roomScreen.sheet.inGroups', { count: groups.length })];
  return (
    <SheetFrame over="" title={sheet.sheet.question} number={number} notes={notes}>
      {count === 0 && <SheetNothing title={t('roomScreen.sheet.empty')} />}
      {count > 0 && groups.length === 0 && <NotesGrid notes={onPage(ungrouped, page, perPage.ideas).map(wallNote)} />}
      {groups.length > 0 && <Groups sheet={sheet} page={page} />}
    </SheetFrame>
  );
}

function Groups({ sheet: { groups, ungrouped }, page }: { readonly sheet: Sheet; readonly page: number }) {
  const { t } = useTranslation();
  const all = [
    ...groups.map(({ group, notes }) => ({ id: group.id, title: group.title.trim(), votes: group.votes, notes })),
    ...(ungrouped.length === 0
      ? []
      : [{ id: '', title: t('roomScreen.sheet.ungrouped'), votes: null, notes: ungrouped }]),
  ];
  const shown = onPage(all, page, perPage.groups);
  const wall = groupWallFor(shown.length);
  return (
    <ul className={styles['groups']} data-wall={wall}>
      {shown.map(({ id, title, votes, notes }) => {
        const dots = votes ?? 0;
        const texts = notes.map(({ idea }) => idea.text);
        const most = notesThatFit({ title, hasDots: dots > 0, notes: texts }, wall);
        return (
          <li key={id} className={styles['group']} data-none={id === '' || undefined}>
            <h3>
              <span data-now>{title || t('roomScreen.sheet.unnamed')}</span>
              <strong data-now>{notes.length}</strong>
            </h3>
            {dots > 0 && <p className={styles['dots']}>{t('roomScreen.sheet.dots', { count: dots })}</p>}
            {notes.slice(0, most).map(({ idea }) => (
              <p key={idea.id} dir="auto">
                {idea.text}
              </p>
            ))}
            {notes.length > most && <p>{t('roomScreen.sheet.more', { count: notes.length - most })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
