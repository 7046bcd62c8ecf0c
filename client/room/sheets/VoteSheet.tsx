/** The result of a vote: totals first; a line between what is proposed and the rest only where a facilitator asked for it. */
import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useActivities } from '#client/facilitation/WorkshopContext.ts';
import type { VoteActivity } from '#shared/wire/SealedActivity.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import { ranking, type Placed } from '#shared/workshop/votes.ts';
import { onPage, perPage } from '#client/room/shown/stops.ts';
import { SheetFrame, SheetNothing } from './SheetFrame.tsx';
import styles from './VoteSheet.module.css';

/** More dots than these are drawn as one bar. */
const mostDots = 40;

export function VoteSheet({ sheet }: { readonly sheet: Extract<BigSheet, { kind: 'vote' }> }) {
  const { t } = useTranslation();
  const vote = useActivities().find(({ id }) => id === sheet.activity);
  if (vote?.kind !== 'vote' || vote.status === 'open')
    return <SheetNothing title={t(vote === undefined ? 'roomScreen.gone' : 'roomScreen.nothingYet')} />;
  const { totals, question, cast, invited } = vote;
  const number = { figure: String(cast), words: t('roomScreen.vote.voted', { count: Math.max(cast, invited) }) };
  if (totals === null)
    return (
      <SheetFrame over={t('roomScreen.vote.over')} title={question}>
        {vote.status === 'discarded' ? (
          <SheetNothing title={t('roomScreen.vote.discarded')} />
        ) : (
          <SheetNothing
            title={t('roomScreen.vote.tooFew')}
            hint={t('roomScreen.vote.tooFewHint', { count: vote.cast })}
          />
        )}
      </SheetFrame>
    );
  return (
    <SheetFrame over={t('roomScreen.vote.over')} title={question} number={number} foot={footOf(vote, totals, t)}>
      <Rows vote={vote} totals={totals} sheet={sheet} />
    </SheetFrame>
  );
}

function footOf(vote: VoteActivity, totals: readonly number[], t: TFunction): string {
  const given = totals.reduce((sum, one) => sum + one, 0);
  return t('roomScreen.vote.foot', { dots: t('roomScreen.sheet.dots', { count: given }), count: vote.dots });
}

interface RowsProps {
  readonly vote: VoteActivity;
  readonly totals: readonly number[];
  readonly sheet: Extract<BigSheet, { kind: 'vote' }>;
}

function Rows({ vote, totals, sheet: { cut, page } }: RowsProps) {
  const { t } = useTranslation();
  const all = ranking(vote.options, totals);
  const rows = onPage(all, page, perPage.options);
  const most = Math.max(1, ...totals);
  const lineBefore = cut === null ? undefined : rows.find(({ total }) => total < cut)?.option.id;
  return (
    <ol className={styles['rows']} data-many={rows.length > (cut === null ? 7 : 5) || undefined}>
      {rows.map((row) => (
        <Fragment key={row.option.id}>
          {row.option.id === lineBefore && cut !== null && (
            <li className={styles['line']}>
              <span>{t('roomScreen.vote.line', { count: cut })}</span>
            </li>
          )}
          <Row row={row} most={most} cut={cut} />
        </Fragment>
      ))}
      {cut !== null && lineBefore === undefined && (
        <li className={styles['line']}>
          <span>{t('roomScreen.vote.line', { count: cut })}</span>
        </li>
      )}
    </ol>
  );
}

function Row({ row, most, cut }: { readonly row: Placed; readonly most: number; readonly cut: number | null }) {
  const { t } = useTranslation();
  const { option, total, place, tied } = row;
  const isBelow = cut !== null && total < cut;
  return (
    <li className={styles['row']} data-below={isBelow || undefined}>
      <span className={styles['place']}>
        {place}
        {tied && total > 0 && <small>{t('roomScreen.vote.tie')}</small>}
      </span>
      <span className={styles['name']}>
        <span data-now>{option.label}</span>
        {cut !== null && !isBelow && <small>{t('roomScreen.vote.proposed')}</small>}
      </span>
      <Dots total={total} most={most} />
      <span className={styles['total']} data-now>
        {total}
      </span>
    </li>
  );
}

function Dots({ total, most }: { readonly total: number; readonly most: number }) {
  if (most > mostDots)
    return (
      <span className={styles['dots']} aria-hidden="true">
        <i className={styles['bar']} style={{ inlineSize: `${(total / most) * 100}%` }} />
      </span>
    );
  return (
    <span className={styles['dots']} aria-hidden="true" style={{ ['--most' as string]: most }}>
      {Array.from({ length: total }, (_, at) => (
        <i key={at} className={styles['dot']} />
      ))}
    </span>
  );
}
