/** What the workshop changed on the map: how far the chairs are taken, and the changes themselves, as many as can be read. */
import { useTranslation } from 'react-i18next';
import type { DescribedItem } from '#shared/compare/describeComparison.ts';
import { SheetFrame, SheetNothing } from './SheetFrame.tsx';
import { useSinceStart } from './useSinceStart.ts';
import styles from './ComparisonSheet.module.css';

const mostShown = 10;
/** What has no name is called by its day. */
const onlyDay = /^\d{4}-\d{2}-\d{2}$/;
const nothings = { none: 'noMoment', reading: 'reading', failed: 'failed' } as const;
const words = { added: 'came', removed: 'went', changed: 'changed' } as const;

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
  const all = groups.flatMap(({ title: of, items }) =>
    items.filter(({ item }) => item !== null).map((item) => ({ of, item })),
  );
  const count = { figure: String(all.length), words: t('roomScreen.comparison.changed', { count: all.length }) };
  if (all.length === 0)
    return (
      <SheetFrame over={over} title={title} foot={coverage}>
        <SheetNothing title={t('roomScreen.comparison.nothing')} />
      </SheetFrame>
    );
  const rest = all.length - mostShown;
  return (
    <SheetFrame over={over} title={title} number={count} notes={[coverage]}>
      <ul className={styles['changes']}>
        {all.slice(0, mostShown).map(({ of, item }) => (
          <Change key={`${of} ${item.item?.how} ${item.item?.id}`} of={of} change={item} />
        ))}
      </ul>
      {rest > 0 && <p className={styles['rest']}>{t('roomScreen.comparison.more', { count: rest })}</p>}
    </SheetFrame>
  );
}

function Change({ of, change }: { readonly of: string; readonly change: DescribedItem }) {
  const { t, i18n } = useTranslation();
  const { how, text } = change;
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <li className={styles['change']} data-how={how}>
      <span className={styles['how']}>{how !== null && t(`roomScreen.comparison.${words[how]}`)}</span>
      <span className={styles['what']} data-now>
        {onlyDay.test(text) ? date.format(new Date(`${text}T00:00:00Z`)) : text}
      </span>
      <span className={styles['of']}>{of}</span>
    </li>
  );
}
