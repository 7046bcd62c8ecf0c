/** How many open actions are this person's organization's; nothing where there are none. */
import { useTranslation } from 'react-i18next';
import { useYourPlace } from './useYourPlace.ts';

export function YourCount({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation();
  const count = useYourPlace()?.part?.actions.length ?? 0;
  if (count === 0) return null;
  return (
    <span className={className}>
      <span className="visually-hidden">, {t('yours.open', { count })}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}
