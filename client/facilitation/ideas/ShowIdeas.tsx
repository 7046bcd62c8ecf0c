/** The ways to where revealed ideas stand, as buttons: on the canvas, and the list in which they are grouped. */
import { ListTree } from '#client/ui/icons/ListTree.tsx';
import { Crosshair } from '#client/ui/icons/Crosshair.tsx';
import { useTranslation } from 'react-i18next';
import { useBoard, useCanvas } from '#client/board/BoardContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';
import { goToIdeas } from './goToIdeas.ts';

export function ShowIdeas({ activity }: { readonly activity: IdeasActivity }) {
  const { t } = useTranslation();
  const canvas = useCanvas();
  const { screen } = useBoard();
  const { selection } = useBoardMap();
  const { sheets } = useMap();
  if (activity.status !== 'revealed' || activity.ideas === 0) return null;
  return (
    <>
      <Button icon={<Crosshair aria-hidden="true" />} onClick={() => goToIdeas(activity, canvas)}>
        {t('sealed.ideas.show')}
      </Button>
      {sheets.some(({ id }) => id === activity.id) && (
        <Button
          icon={<ListTree aria-hidden="true" />}
          onClick={() => {
            selection.choose([{ collection: 'sheets', id: activity.id }]);
            screen.open('sheets');
          }}
        >
          {t('sealed.ideas.group')}
        </Button>
      )}
    </>
  );
}
