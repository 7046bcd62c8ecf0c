/** Where on the table the part is that is shown. */
import { useTranslation } from 'react-i18next';
import type { TableInterest } from '#shared/report/papers/tableFacts.ts';
import { dividerPath, wedgeGround, wholeRim } from '#shared/drawings/rimPath.ts';
import { smallTable, tableShape } from './roomTable.ts';
import styles from './InterestView.module.css';

export interface SmallTableProps {
  readonly interests: readonly TableInterest[];
  /** id of the interest that is shown */
  readonly shown: string;
}

export function SmallTable({ interests, shown }: SmallTableProps) {
  const { t } = useTranslation();
  const at = interests.findIndex(({ id }) => id === shown);
  const edges = smallTable(interests.length);
  const lit = edges[at];
  const { a, b, ring } = tableShape;
  return (
    <div className={styles['small']}>
      <svg viewBox={`${-a - 12} ${-b - 12} ${2 * a + 24} ${2 * b + 24}`} aria-hidden="true">
        <path className={styles['smallGround']} d={wholeRim(tableShape)} />
        {edges.map(
          ({ from, start }) =>
            from !== null && <path key={start} className={styles['smallLine']} d={dividerPath(from)} />,
        )}
        {lit !== undefined && <path className={styles['lit']} d={wedgeGround(tableShape, lit)} />}
        <circle className={styles['smallGoal']} r={ring * 0.75} />
      </svg>
      <p>{t('roomScreen.part.of', { part: at + 1, parts: interests.length })}</p>
    </div>
  );
}
