/** One group of a sheet, with its ideas whole. */
import { useTranslation } from 'react-i18next';
import type { Sheet } from '#shared/map/readings/sheets.ts';
import { SheetFrame, SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import { onPage, perPage } from '#client/room/shown/stops.ts';
import { NotesGrid } from './NotesGrid.tsx';
import { wallNote } from './SheetView.tsx';

export interface GroupViewProps {
  readonly sheet: Sheet;
  /** null: what is in none */
  readonly group: string | null;
  readonly page: number;
}

export function GroupView({ sheet, group, page }: GroupViewProps) {
  const { t } = useTranslation();
  const found = sheet.groups.find((one) => one.group.id === group);
  const notes = group === null ? sheet.ungrouped : (found?.notes ?? []);
  const title = group === null ? t('roomScreen.sheet.ungrouped') : (found?.group.title.trim() ?? '');
  const place = sheet.groups.findIndex((one) => one.group.id === group);
  const number = { figure: String(notes.length), words: t('roomScreen.sheet.ideas', { count: notes.length }) };
  const votes = found?.group.votes ?? 0;
  const beside = [
    ...(votes > 0 ? [t('roomScreen.sheet.dots', { count: votes })] : []),
    ...(place < 0 ? [] : [t('roomScreen.sheet.groupOf', { part: place + 1, parts: sheet.groups.length })]),
  ];
  if (group !== null && found === undefined) return <SheetNothing title={t('roomScreen.gone')} />;
  return (
    <SheetFrame
      over={sheet.sheet.question}
      title={title || t('roomScreen.sheet.unnamed')}
      number={number}
      notes={beside}
    >
      <NotesGrid notes={onPage(notes, page, perPage.groupIdeas).map(wallNote)} />
    </SheetFrame>
  );
}
