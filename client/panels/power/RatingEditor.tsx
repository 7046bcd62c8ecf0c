/** The two numbers of the chosen organization as a row of buttons each: for fingers, keys and whoever does not drag. */
import { Undo2 } from '#client/ui/icons/Undo2.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnrated, type Rating } from '#shared/map/ratings.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { organizationName } from '#client/panels/things/entityName.ts';
import styles from './RatingEditor.module.css';

const numbers = [1, 2, 3, 4, 5] as const;

export interface RatingEditorProps {
  readonly organization: string;
  readonly rating: Rating;
  /** While something is dragged, so that no place on the grid is covered. */
  readonly isHidden: boolean;
  /** Takes back the last own rating; null when there is none. */
  readonly onUndo: (() => void) | null;
  readonly onRate: (rating: Rating) => void;
  readonly onClose: () => void;
}

export function RatingEditor({ organization, rating, isHidden, onUndo, onRate, onClose }: RatingEditorProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { selection } = useBoardMap();
  const id = useId();
  const name = organizationName(map, organization, t);
  return (
    <section
      className={styles['editor']}
      data-hidden={isHidden || undefined}
      aria-label={t('map.power.editor', { name })}
    >
      <header className={styles['head']}>
        <h3>{name}</h3>
        <div className={styles['acts']}>
          <Button look="plain" onClick={() => selection.open({ collection: 'organizations', id: organization })}>
            {t('map.power.details')}
          </Button>
          {!isUnrated(rating) && (
            <Button look="plain" onClick={() => onRate({ influence: null, stake: null })}>
              {t('map.power.takeOut')}
            </Button>
          )}
        </div>
        {onUndo !== null && (
          <IconButton label={t('map.power.undo')} onClick={onUndo}>
            <Undo2 aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={t('common.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {(['influence', 'stake'] as const).map((part) => (
        <fieldset key={part} className={styles['part']}>
          <legend>{t(`map.power.${part}`)}</legend>
          <div className={styles['numbers']}>
            {[...numbers, null].map((value) => (
              <label key={value} className={styles['number']} data-none={value === null || undefined}>
                <input
                  type="radio"
                  name={`${id}-${part}`}
                  checked={rating[part] === value}
                  onChange={() => onRate({ ...rating, [part]: value })}
                />
                {value ?? t('map.power.none')}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
