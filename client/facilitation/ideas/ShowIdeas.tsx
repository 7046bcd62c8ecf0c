/** The way to where revealed ideas stand, as a button. */
import { Crosshair } from '#client/ui/icons/Crosshair.tsx';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#client/board/BoardContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';
import { goToIdeas } from './goToIdeas.ts';

export function ShowIdeas({ activity }: { readonly activity: IdeasActivity }) {
  const { t } = useTranslation();
  const canvas = useCanvas();
  if (activity.status !== 'revealed' || activity.ideas === 0) return null;
  return (
    <Button icon={<Crosshair aria-hidden="true" />} onClick={() => goToIdeas(activity, canvas)}>
      {t('sealed.ideas.show')}
    </Button>
  );
}
