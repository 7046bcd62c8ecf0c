/** Work that goes home, and what waits: actions with one owner and one day, then the parking lot. */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useKeptFlag } from '#client/drafts/useKept.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useMay } from '#client/map/useMay.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { Button } from '#client/ui/Button.tsx';
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
  const isOver = ({ status }: EntityOf<'actions'>) => status === 'done' || status === 'dropped';
  const open = map.actions.filter((action) => !isOver(action)).toSorted(byDay);
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
            <ActionRow key={action.id} action={action} isNew={action.id === added} />
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

/** What is due first stands first; without a day last, in the order in which it was added. */
function byDay(one: EntityOf<'actions'>, other: EntityOf<'actions'>): number {
  if (one.due_on === other.due_on) return 0;
  if (one.due_on === null) return 1;
  if (other.due_on === null) return -1;
  return one.due_on < other.due_on ? -1 : 1;
}
