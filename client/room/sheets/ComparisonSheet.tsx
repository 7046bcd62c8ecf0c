/** What the workshop changed on the map: how far the chairs are taken, and the changes themselves, as many as can be read. */
import { useTranslation } from 'react-i18next';
import { useFindings } from '#client/map/MapContext.ts';
import { changeRows, rowsThatFit, type ShownRow } from './changeRows.ts';
import { SheetFrame, SheetNothing } from './SheetFrame.tsx';
import { useSinceStart } from './useSinceStart.ts';
import styles from './ComparisonSheet.module.css';

/** What has no name is called by its day. */
const onlyDay = /^\d{4}-\d{2}-\d{2}$/;
const nothings = { none: 'noMoment', reading: 'reading', failed: 'failed' } as const;

export function ComparisonSheet() {
  const { t } = useTranslation();
  const found = useSinceStart();
  const over = t('roomScreen.comparison.over');
  if (typeof found === 'string')
    return (
      <SheetFrame over={over} title={t('roomScreen.comparison.title')}>
        <SheetNothing title={t(`roomScreen.comparison.${nothings[found]}`)} />
      </SheetFrame>
    );
  const { comparison, groups, since } = found;
  const title = since === null ? t('roomScreen.comparison.title') : t('roomScreen.comparison.titleSince', { since });
  const { before, after } = comparison.percent;
  const coverage =
    before === after
      ? t('roomScreen.comparison.coverageSame', { after })
      : t('roomScreen.comparison.coverage', { before, after });
  // what came, went or changed; sentences about coverage say the same again
  const all = changeRows(groups, t('snapshots.compare.unnamed'));
  const total = all.reduce((sum, { names }) => sum + names.length, 0);
  const count = { figure: String(total), words: t('roomScreen.comparison.changes', { count: total }) };
  if (all.length === 0)
    return (
      <SheetFrame over={over} title={title} foot={coverage}>
        <SheetNothing title={t('roomScreen.comparison.nothing')} />
      </SheetFrame>
    );
  const rows = rowsThatFit(all);
  const rest = all.slice(rows.length).reduce((sum, { names }) => sum + names.length, 0);
  return (
    <SheetFrame over={over} title={title} number={count} notes={[coverage]}>
      <ul className={styles['changes']}>
        {rows.map((row) => (
          <Change key={`${row.collection} ${row.how}`} row={row} />
        ))}
      </ul>
      {rest > 0 && <p className={styles['rest']}>{t('roomScreen.comparison.more', { count: rest })}</p>}
    </SheetFrame>
  );
}

function Change({ row: { collection, title, how, names, more } }: { readonly row: ShownRow }) {
  const { t, i18n } = useTranslation();
  const { index } = useFindings();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  const called = names.map((name) => (onlyDay.test(name) ? date.format(new Date(`${name}T00:00:00Z`)) : name));
  // a list cuts it, and there is only one
  const said = collection === 'goal' && how === 'changed' ? [index.map.goal.statement] : called;
  return (
    <li className={styles['change']} data-how={how}>
      <span className={styles['how']}>{t(`roomScreen.comparison.how.${how}`, { count: names.length + more })}</span>
      <span className={styles['what']} data-now>
        {list.format([...said, ...(more > 0 ? [t('roomScreen.comparison.others', { count: more })] : [])])}
      </span>
      <span className={styles['of']}>{title}</span>
    </li>
  );
}
