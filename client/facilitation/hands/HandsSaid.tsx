/** Says to facilitators whose hand went up, wherever they look. */
import { useTranslation } from 'react-i18next';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { mayDo } from '#shared/wire/roles.ts';

export function HandsSaid() {
  const { t } = useTranslation();
  const { role, me } = useWorkshop();
  const newest = useWorkshopState().hands.at(-1);
  if (!mayDo(role, 'administer')) return null;
  return (
    <LiveRegion
      text={newest === undefined || newest.person === me ? '' : t('workshop.hands.said', { name: newest.name })}
    />
  );
}
