/** The columns of one sentence: hatched for no, hollow in between, solid for yes, with totals on brackets above them. */
import { useTranslation } from 'react-i18next';
import type { PulseReading } from './pulseReading.ts';
import styles from './PulseSheet.module.css';

export interface PulseColumnsProps {
  readonly reading: PulseReading;
  /** the tallest of all that stand beside each other, so that their scale is one */
  readonly highest: number;
  /** an earlier one */
  readonly isSmall?: boolean;
}

const sides = ['no', 'between', 'yes'] as const;
const words = { no: 'sayNo', between: 'between', yes: 'sayYes' } as const;

export function PulseColumns({ reading, highest, isSmall = false }: PulseColumnsProps) {
  const { t } = useTranslation();
  const { columns, isFew, no, between, yes } = reading;
  const [one, two, three, four, five] = columns.map(({ count }) => count);
  const spoken = isFew
    ? t('roomScreen.pulse.countsFew', { no, between, yes })
    : t('roomScreen.pulse.counts', { one, two, three, four, five });
  return (
    <div className={styles['columns']} data-small={isSmall || undefined} data-few={isFew || undefined}>
      {sides.map((side) => (
        <div key={side} className={styles['side']} data-side={side}>
          {!isSmall && (
            <p className={styles['total']} data-now>
              <strong>{reading[side]}</strong>{' '}
              <span>{t(`roomScreen.pulse.${words[side]}`, { count: reading[side] })}</span>
            </p>
          )}
          <div className={styles['bars']} aria-hidden="true">
            {columns
              .filter((column) => column.side === side)
              .map(({ label, count }) => (
                <span key={label} className={styles['column']}>
                  {(isSmall || !isFew) && <b>{count}</b>}
                  <i style={{ blockSize: `${highest === 0 ? 0 : (count / highest) * 80}%` }} data-empty={count === 0} />
                  <small>{label}</small>
                </span>
              ))}
          </div>
        </div>
      ))}
      <span className="visually-hidden">{spoken}</span>
    </div>
  );
}
