/** Influence by stake for facilitators: organizations as chips on a grid of five by five, the others in a tray (RATE-4). */
import { Undo2 } from '#client/ui/icons/Undo2.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useRatings, useRatingsView } from '#client/map/RatingsContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { organizationName } from '#client/panels/things/entityName.ts';
import { DeleteRatings } from './DeleteRatings.tsx';
import { PowerGrid, PowerTray } from './PowerGrid.tsx';
import styles from './PowerPanel.module.css';
import { RatingEditor } from './RatingEditor.tsx';
import { useChips } from './useChips.tsx';

export function PowerPanel() {
  const { t } = useTranslation();
  const map = useMap();
  const ratings = useRatings();
  const { ratings: all, isRead, failed, undoable } = useRatingsView();
  const { spoken } = useBoardMap();
  const [chosen, setChosen] = useState<string | null>(null);
  const { parts, rate, undo } = useChips(chosen, setChosen);
  const { drag, ratingOf } = parts;
  if (ratings === null) return null;
  if (!isRead) return <p role="status">{failed === null ? t('map.power.unread') : t('map.power.failed')}</p>;
  return (
    <div
      className={styles['panel']}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        undo();
      }}
    >
      <p className={styles['intro']}>{t('map.power.intro')}</p>
      {failed !== null && (
        <p role="alert" className={styles['failed']}>
          {t('map.power.failed')}
        </p>
      )}
      {map.organizations.length === 0 ? (
        <p className={styles['intro']}>{t('map.power.nobody')}</p>
      ) : (
        <>
          <PowerGrid {...parts} />
          <p className={styles['question']}>{t('map.power.question')}</p>
          <PowerTray {...parts} />
          <p className={styles['intro']}>{t('map.power.keys')}</p>
        </>
      )}
      {undoable !== null && chosen === null && (
        <div>
          <Button icon={<Undo2 aria-hidden="true" />} onClick={undo}>
            {t('map.power.undo')}
          </Button>
        </div>
      )}
      {all.size > 0 && (
        <DeleteRatings
          onDelete={() => {
            setChosen(null);
            void ratings.deleteAll();
            spoken.say(t('map.power.deleted'));
          }}
        />
      )}
      {chosen !== null && map.organizations.some(({ id }) => id === chosen) && (
        <RatingEditor
          organization={chosen}
          rating={ratingOf(chosen)}
          isHidden={drag !== null}
          onUndo={undoable === null ? null : undo}
          onRate={(rating) => rate(chosen, rating)}
          onClose={() => setChosen(null)}
        />
      )}
      {drag !== null && (
        <div className={styles['ghost']} style={{ left: drag.x, top: drag.y }} aria-hidden="true">
          {organizationName(map, drag.organization, t)}
        </div>
      )}
    </div>
  );
}
