/** The way to where revealed ideas stand. */
import { Crosshair } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CanvasView } from '#client/facilitation/CanvasView.ts';
import { Button } from '#client/ui/Button.tsx';
import type { IdeasRound } from '#shared/session/SealedRound.ts';

export interface ShowIdeasProps {
  readonly round: IdeasRound;
  readonly canvas: CanvasView;
}

export function ShowIdeas({ round, canvas }: ShowIdeasProps) {
  const { t } = useTranslation();
  const { target, ideas } = round;
  if (round.status !== 'revealed' || ideas === 0) return null;
  return (
    <Button
      icon={<Crosshair aria-hidden="true" />}
      onClick={() => (target.kind === 'stage' ? canvas.showStage(target.stage) : canvas.showIdeas(round.id))}
    >
      {t('sealed.ideas.show')}
    </Button>
  );
}
