/** One part of the table on the wall: its question, its chairs in words, and its organizations with their roles. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindings } from '#client/map/MapContext.ts';
import { Side } from '#client/room/sheets/Side.tsx';
import { SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import { Token } from '#client/room/sheets/Token.tsx';
import { onPage, pagesOf, perPage } from '#client/room/shown/stops.ts';
import type { RoomNow } from '#client/room/shown/useRoomView.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { describeFinding } from '#shared/map/rules/describeFinding.ts';
import type { TableInterest, TableName } from '#shared/report/papers/tableFacts.ts';
import { peopleOnCards } from '#shared/views/frame/frameContents.ts';
import { InterestCard } from './InterestCard.tsx';
import { SmallTable } from './SmallTable.tsx';
import styles from './InterestView.module.css';

export interface InterestViewProps {
  readonly now: RoomNow;
  readonly interest: TableInterest;
  readonly page: number;
}

const cardsInRow = 3;
/** Cards in so few rows stand larger. */
const fewRows = 2;
/** By rows on the wall: who speaks for an organization, as far as there is room for them. */
const mostRoles: Readonly<Record<number, number>> = { 1: 4, 2: 2 };

const rowsOf = (names: readonly TableName[]): number => Math.ceil(names.length / cardsInRow);

export function InterestView({ now: { facts }, interest, page }: InterestViewProps) {
  const { t } = useTranslation();
  const { index, interests } = facts;
  const people = useMemo(() => peopleOnCards(index), [index]);
  const names = onPage(inOrder(interest.names), page, perPage.cards);
  const [spoken, silent] = [
    names.filter(({ kinds }) => kinds.length > 0),
    names.filter(({ kinds }) => kinds.length === 0),
  ];
  const ask = useAsk(interest.id);
  const title = interest.title || interest.question || t('map.unnamed.interests');
  const rows = rowsOf(spoken) + rowsOf(silent);
  const card = ({ organization, isHere }: TableName) => (
    <InterestCard
      key={organization.id}
      organization={organization}
      isHere={isHere}
      people={people(organization.id, interest.id)}
      mostRoles={mostRoles[rows] ?? 1}
    />
  );
  return (
    <section className={styles['view']} aria-label={title}>
      <h2 className={styles['title']} data-now>
        {title}
      </h2>
      {ask !== '' && (
        <p className={styles['ask']} data-long={ask.length > 75 || undefined} data-now>
          {ask}
        </p>
      )}
      <Chairs interest={interest} />
      <div
        className={styles['body']}
        data-essential={interest.isEssential || undefined}
        data-rows={Math.min(rows, fewRows + 1)}
      >
        {names.length === 0 && <SheetNothing title={t('roomScreen.part.empty')} />}
        {spoken.length > 0 && (
          <ul className={styles['cards']} style={{ flexGrow: rowsOf(spoken) }}>
            {spoken.map(card)}
          </ul>
        )}
        {silent.length > 0 && (
          <>
            <p className={styles['silent']}>{t('roomScreen.part.nobodySpeaks')}</p>
            <ul className={styles['cards']} style={{ flexGrow: rowsOf(silent) }}>
              {silent.map(card)}
            </ul>
          </>
        )}
      </div>
      <Side>
        <SmallTable interests={interests} shown={interest.id} />
        <PartFacts interest={interest} page={page} />
      </Side>
    </section>
  );
}

/** Those with somebody who speaks for them first. */
function inOrder(names: readonly TableName[]): readonly TableName[] {
  return names.toSorted((a, b) => Number(b.kinds.length > 0) - Number(a.kinds.length > 0));
}

function useAsk(interest: string): string {
  const { i18n } = useTranslation();
  const { open, index } = useFindings();
  const found = open
    .filter(({ severity }) => severity !== 'strength')
    .flatMap(({ findings }) => findings)
    .find(({ finding }) => finding.subject === `interest:${interest}`);
  return found === undefined ? '' : describeFinding(index, found.finding, i18n).ask;
}

function Chairs({ interest }: { readonly interest: TableInterest }) {
  const { t } = useTranslation();
  const { coverage } = useFindings();
  const counts = coverage.get(interest.id)?.counts;
  return (
    <ul className={styles['chairs']}>
      {representativeKinds.map((kind) => {
        const count = counts?.[kind] ?? 0;
        return (
          <li key={kind} data-none={count === 0 || undefined}>
            <Token kind={kind} isMissing={count === 0} />
            <span data-now>
              {count === 0 ? t(`roomScreen.part.hasNot.${kind}`) : t(`roomScreen.part.has.${kind}`, { count })}
            </span>
          </li>
        );
      })}
      {interest.isFirst && <li className={styles['first']}>{t('roomScreen.part.talkFirst')}</li>}
    </ul>
  );
}

function PartFacts({ interest, page }: { readonly interest: TableInterest; readonly page: number }) {
  const { t } = useTranslation();
  const { names } = interest;
  const pages = pagesOf(names.length, perPage.cards);
  const invited = names.filter(({ isHere }) => !isHere).length;
  const organizations = t('roomScreen.part.organizations', { count: names.length });
  return (
    <>
      <p>
        {invited === 0 ? organizations : t('roomScreen.part.organizationsInvited', { organizations, count: invited })}
      </p>
      {pages > 1 && <p>{t('roomScreen.part.page', { page: Math.min(page, pages - 1) + 1, pages })}</p>}
    </>
  );
}
