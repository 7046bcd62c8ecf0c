/** The grid of influence by stake with its axes, and the tray for who is not rated in both. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rating } from '#shared/map/ratings.ts';
import { useMap } from '#client/map/MapContext.ts';
import styles from './PowerPanel.module.css';
import type { ChipDrag } from './useChipDrag.ts';

const fromMuch = [5, 4, 3, 2, 1] as const;
const fromLittle = [1, 2, 3, 4, 5] as const;

export interface PowerGridProps {
  readonly ratingOf: (organization: string) => Rating;
  readonly drag: ChipDrag | null;
  /** A chip as a row of a list. */
  readonly renderChip: (organization: string) => ReactNode;
}

export function PowerGrid({ ratingOf, drag, renderChip }: PowerGridProps) {
  const { t } = useTranslation();
  const { organizations } = useMap();
  const isOver = isUnder(drag);
  return (
    <>
      <p className={styles['axis']}>↑ {t('map.power.influence')}</p>
      <div className={styles['grid']} data-drag={drag !== null || undefined}>
        {fromMuch.flatMap((influence) => [
          <span key={`row ${influence}`} className={styles['row']} aria-hidden="true">
            {influence}
          </span>,
          ...fromLittle.map((stake) => {
            const here = organizations.filter(({ id }) => {
              const rating = ratingOf(id);
              return rating.influence === influence && rating.stake === stake;
            });
            return (
              <div
                key={`${influence} ${stake}`}
                className={styles['cell']}
                role="group"
                aria-label={t('map.power.cell', { influence, stake })}
                data-place={`${influence} ${stake}`}
                data-over={isOver(influence, stake)}
                data-missed={(stake >= 4 && influence <= 2) || undefined}
              >
                {here.length > 0 && <ul className={styles['chips']}>{here.map(({ id }) => renderChip(id))}</ul>}
              </div>
            );
          }),
        ])}
        <span aria-hidden="true" />
        {fromLittle.map((stake) => (
          <span key={stake} className={styles['column']} aria-hidden="true">
            {stake}
          </span>
        ))}
      </div>
      <p className={`${styles['axis']} ${styles['axisEnd']}`}>{t('map.power.stake')} →</p>
    </>
  );
}

export function PowerTray({ ratingOf, drag, renderChip }: PowerGridProps) {
  const { t } = useTranslation();
  const tray = useMap().organizations.filter(({ id }) => {
    const { influence, stake } = ratingOf(id);
    return influence === null || stake === null;
  });
  return (
    <section
      className={styles['tray']}
      aria-label={t('map.power.tray')}
      data-place=""
      data-over={isUnder(drag)(null, null)}
    >
      <h3>
        {t('map.power.tray')} <span>{tray.length}</span>
      </h3>
      {tray.length === 0 ? (
        <p className={styles['intro']}>{t('map.power.trayEmpty')}</p>
      ) : (
        <ul className={styles['chips']}>{tray.map(({ id }) => renderChip(id))}</ul>
      )}
    </section>
  );
}

/** Is this place under the chip that is dragged? */
function isUnder(drag: ChipDrag | null): (influence: number | null, stake: number | null) => true | undefined {
  return (influence, stake) => (drag?.over?.influence === influence && drag.over.stake === stake) || undefined;
}
