/** Influence or stake of an organization among its details; for facilitators, from the ratings beside the document (RATE-2). */
import { useTranslation } from 'react-i18next';
import { useRatings, useRatingsView } from '#client/map/RatingsContext.ts';
import { ChoiceField } from './Fields.tsx';

export interface RatingFieldProps {
  readonly organization: string;
  readonly part: 'influence' | 'stake';
  readonly label: string;
}

export function RatingField({ organization, part, label }: RatingFieldProps) {
  const { t } = useTranslation();
  const ratings = useRatings();
  const { isRead, failed } = useRatingsView();
  if (ratings === null) return null;
  const rating = ratings.ratingOf(organization);
  return (
    <ChoiceField
      label={label}
      hint={t('map.details.facilitatorsOnly')}
      problem={failed === null ? null : t('map.power.failed')}
      readOnly={!isRead}
      value={String(rating[part] ?? '')}
      options={[
        { value: '', text: t('map.details.none') },
        ...['1', '2', '3', '4', '5'].map((one) => ({ value: one, text: one })),
      ]}
      onValue={(next) => void ratings.rate(organization, { ...rating, [part]: next === '' ? null : Number(next) })}
    />
  );
}
