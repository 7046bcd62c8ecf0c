/** Work that goes home, and what waits: actions with one owner and one day, then the parking lot. */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useKeptFlag } from '#client/drafts/useKept.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useMay } from '#client/map/useMay.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { useYourPlace } from '#client/panels/yours/useYourPlace.ts';
import { Button } from '#client/ui/Button.tsx';
import { byDay, isOver } from '#shared/map/readings/partOf.ts';
import { ActionForm } from '../findings/ActionForm.tsx';
import { ActionRow } from './ActionRow.tsx';
import styles from './ActionsPanel.module.css';
import { ParkingLot } from './ParkingLot.tsx';

export function ActionsPanel() {
  const { t } = useTranslation();
  const map = useMap();
  const mayAdd = useMay()('actions', null, null);
  const { value: isAdding, keep: setAdding, forget: stopAdding } = useKeptFlag('actions.adding');
  const [added, setAdded] = useState<string | null>(null);
  const heading = useId();
  const own = useYourPlace()?.part?.actions ?? [];
  const isOwn = (action: EntityOf<'actions'>) => own.some(({ id }) => id === action.id);
  const others = map.actions.filter((action) => !isOver(action) && !isOwn(action)).toSorted(byDay);
  const open = [...own, ...others];
  const over = map.actions.filter(isOver);
  return (
    <div className={styles['panel']}>
      <section aria-labelledby={heading} className={styles['section']}>
        <h3 id={heading} className={styles['heading']}>
          {t('actions.heading')}
        </h3>
        <p className={styles['quiet']}>{t(open.length === 0 ? 'actions.none' : 'actions.intro')}</p>
        {isAdding ? (
          <ActionForm source="session" onClose={stopAdding} onAdded={setAdded} />
        ) : (
          <>
            <HeldBack of="actions" />
            {mayAdd && (
              <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
                {t('actions.add')}
              </Button>
            )}
          </>
        )}
        <ul className={styles['rows']}>
          {open.map((action) => (
            <ActionRow key={action.id} action={action} isNew={action.id === added} isYours={isOwn(action)} />
          ))}
        </ul>
        {over.length > 0 && (
          <details className={styles['more']}>
            <summary>{t('actions.over', { count: over.length })}</summary>
            <ul className={styles['rows']}>
              {over.map((action) => (
                <ActionRow key={action.id} action={action} />
              ))}
            </ul>
          </details>
        )}
      </section>
      <ParkingLot />
    </div>
  );
}
