/** The whole table on the wall: headings, organizations as tiles, and the empty chairs around it, which are the message. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { SheetFrame, SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import { Side } from '#client/room/sheets/Side.tsx';
import type { RoomFacts } from '#client/room/shown/roomFacts.ts';
import type { TableInterest } from '#shared/report/papers/tableFacts.ts';
import { roomQuestion } from './question.ts';
import { RoomGoal } from './RoomGoal.tsx';
import { RoomLegend } from './RoomLegend.tsx';
import { around, roomTable, tableShape } from './roomTable.ts';
import { TableWedge } from './TableWedge.tsx';
import { useCountText } from './useCountText.ts';
import styles from './TableView.module.css';

export function TableView({ facts }: { readonly facts: RoomFacts }) {
  const { t } = useTranslation();
  const { interests, chairs, index } = facts;
  const question = roomQuestion(useWorkshopState(), useActivities(), 0);
  const countText = useCountText();
  const unnamed = t('map.unnamed.interests');
  const titleOf = ({ title: named, question: asked }: TableInterest): string => named || asked || unnamed;
  const table = useSettled(interests, () => roomTable(interests, titleOf, countText));
  const empty = chairs.all - chairs.taken;
  const title = question?.kind === 'step' && question.text.length <= 60 ? question.text : t('roomScreen.frame.title');
  if (table === null) return <HeadingList interests={interests} title={title} />;
  const [width, height] = [2 * (tableShape.a + around), 2 * (tableShape.b + around)];
  return (
    <section className={styles['view']} aria-label={title}>
      <h2 className={styles['title']} data-long={title.length > 36 || undefined} data-now>
        {title}
      </h2>
      {chairs.all > 0 && (
        <Side>
          <p data-room-number data-now>
            <strong>{empty}</strong> {t('roomScreen.frame.emptyOf', { count: chairs.all })}{' '}
            {t('roomScreen.frame.emptyWords')}
          </p>
          <RoomLegend />
        </Side>
      )}
      <svg
        className={styles['table']}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        role="img"
        aria-label={t('roomScreen.frame.table', { chairs: chairs.all, empty })}
      >
        {table.map((wedge) => (
          <TableWedge key={wedge.id} wedge={wedge} />
        ))}
        <RoomGoal index={index} isAlone={interests.length === 0} />
      </svg>
    </section>
  );
}

/** Laying it out takes a moment: the same table is laid out once, whatever else changes on the board. */
function useSettled<T>(of: unknown, make: () => T): T {
  const key = JSON.stringify(of);
  const [kept, setKept] = useState(() => ({ key, value: make() }));
  if (kept.key === key) return kept.value;
  const value = make();
  setKept({ key, value });
  return value;
}

/** Where the table has more parts than a wall can name around it. */
function HeadingList({ interests, title }: { readonly interests: readonly TableInterest[]; readonly title: string }) {
  const { t } = useTranslation();
  const countText = useCountText();
  return (
    <SheetFrame over="" title={title}>
      {interests.length === 0 && <SheetNothing title={t('roomScreen.frame.none')} />}
      <ul className={styles['list']}>
        {interests.map((interest) => (
          <li key={interest.id}>
            <span data-now>{interest.title || interest.question || t('map.unnamed.interests')}</span>{' '}
            <small>{countText(interest)}</small>
          </li>
        ))}
      </ul>
    </SheetFrame>
  );
}
