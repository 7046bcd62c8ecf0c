/** Rates an organization, or takes the last rating back, and says what was done. */
import { useTranslation } from 'react-i18next';
import { isUnrated, type Rating } from '#shared/map/ratings.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useRatings } from '#client/map/RatingsContext.ts';
import { organizationName } from '#client/panels/things/entityName.ts';

export interface Rate {
  readonly rate: (organization: string, rating: Rating) => void;
  /** The organization whose rating went back; null: there was nothing to take back. */
  readonly undo: () => string | null;
}

export function useRate(): Rate {
  const { t } = useTranslation();
  const map = useMap();
  const ratings = useRatings();
  const { spoken } = useBoardMap();
  const rate = (id: string, rating: Rating): void => {
    if (ratings === null) return;
    const before = ratings.ratingOf(id);
    if (before.influence === rating.influence && before.stake === rating.stake) return;
    void ratings.rate(id, rating);
    const name = organizationName(map, id, t);
    const number = (value: number | null): string => (value === null ? t('map.power.none') : String(value));
    const { influence, stake } = rating;
    spoken.say(
      isUnrated(rating)
        ? t('map.power.unrated', { name })
        : t('map.power.rated', { name, influence: number(influence), stake: number(stake) }),
    );
  };
  const undo = (): string | null => {
    const organization = ratings?.undo() ?? null;
    if (organization !== null) spoken.say(t('map.power.undone'));
    return organization;
  };
  return { rate, undo };
}
