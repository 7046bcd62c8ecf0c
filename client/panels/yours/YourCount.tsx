/** How many open actions are this person's organization's; nothing where there are none. */
import { useTranslation } from 'react-i18next';
import { CountBadge } from '#client/ui/CountBadge.tsx';
import { useYourPlace } from './useYourPlace.ts';

export function YourCount({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation();
  const count = useYourPlace()?.part?.actions.length ?? 0;
  if (count === 0) return null;
  return <CountBadge className={className} count={count} words={t('yours.open', { count })} />;
}
