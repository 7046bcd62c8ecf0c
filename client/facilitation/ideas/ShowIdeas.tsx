/** The way to where revealed ideas stand, as a button. */
import { Crosshair } from '#client/ui/icons/Crosshair.tsx';
import { useTranslation } from 'react-i18next';
import type { CanvasView } from '#client/map/CanvasView.ts';
import { Button } from '#client/ui/Button.tsx';
import type { IdeasRound } from '#shared/wire/SealedActivity.ts';
import { goToIdeas } from './goToIdeas.ts';

export interface ShowIdeasProps {
  readonly round: IdeasRound;
  readonly canvas: CanvasView;
}

export function ShowIdeas({ round, canvas }: ShowIdeasProps) {
  const { t } = useTranslation();
  if (round.status !== 'revealed' || round.ideas === 0) return null;
  return (
    <Button icon={<Crosshair aria-hidden="true" />} onClick={() => goToIdeas(round, canvas)}>
      {t('sealed.ideas.show')}
    </Button>
  );
}
