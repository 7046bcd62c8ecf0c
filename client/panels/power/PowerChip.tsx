/** An organization as a chip: pressed it opens its ratings, dragged or with arrow keys it is rated. */
import type { PointerEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rating } from '#shared/map/ratings.ts';
import { useMap } from '#client/map/MapContext.ts';
import { organizationName, sectorName } from '#client/panels/things/entityName.ts';
import { SectorMark } from '#client/panels/things/SectorMark.tsx';
import { movedRating } from './movedRating.ts';
import styles from './PowerPanel.module.css';

export interface PowerChipProps {
  readonly id: string;
  readonly rating: Rating;
  readonly isChosen: boolean;
  readonly isDragged: boolean;
  readonly ref: Ref<HTMLButtonElement>;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPress: () => void;
  /** by a key */
  readonly onMove: (rating: Rating) => void;
}

export function PowerChip({ id, rating, isChosen, isDragged, ref, onPointerDown, onPress, onMove }: PowerChipProps) {
  const { t } = useTranslation();
  const map = useMap();
  const sectorId = map.organizations.find((one) => one.id === id)?.sector ?? null;
  const name = organizationName(map, id, t);
  const sector = sectorName(map, sectorId, t);
  const { influence, stake } = rating;
  return (
    <li>
      <button
        ref={ref}
        type="button"
        className={styles['chip']}
        data-chosen={isChosen || undefined}
        data-dragged={isDragged || undefined}
        aria-pressed={isChosen}
        aria-label={t('map.power.chip', { name, sector })}
        title={`${name} · ${sector}`}
        onPointerDown={onPointerDown}
        onClick={onPress}
        onKeyDown={(event) => {
          const moved = event.ctrlKey || event.metaKey || event.altKey ? null : movedRating(rating, event.key);
          if (moved === null) return;
          event.preventDefault();
          onMove(moved);
        }}
      >
        <SectorMark sector={sectorId} />
        <span className={styles['name']}>{name}</span>
        {influence !== null && stake === null && (
          <span className={styles['half']}>{t('map.power.only.influence', { value: influence })}</span>
        )}
        {stake !== null && influence === null && (
          <span className={styles['half']}>{t('map.power.only.stake', { value: stake })}</span>
        )}
      </button>
    </li>
  );
}
