/** One parked question: since when, where it went, and what can be done with it. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap, useMap, useReadOnly, useSelection } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { RowMenu } from '../outline/RowMenu.tsx';
import styles from './ActionsPanel.module.css';
import { useParkedMenu } from './useParkedMenu.ts';

export function ParkedRow({ item }: { readonly item: EntityOf<'parking_lot'> }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const chosen = useSelection();
  const { selection } = useBoardMap();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const entries = useParkedMenu(item);
  const ref = { collection: 'parking_lot', id: item.id } as const;
  const text = entityName(map, ref, t);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <li className={styles['parked']} data-chosen={isSameRef(chosen, ref) || undefined}>
      <button ref={button} type="button" className={styles['title']} onClick={() => selection.open(ref)}>
        {text}
        <span className={styles['facts']}>
          {item.status === 'parked'
            ? item.created_on !== null &&
              t('actions.parkedOn', { date: day.format(new Date(`${item.created_on}T00:00:00Z`)) })
            : item.status === 'closed'
              ? t('actions.closedWord')
              : t('actions.movedTo', { target: targetName() })}
        </span>
      </button>
      {!readOnly && (
        <RowMenu
          label={t('actions.menu', { name: text })}
          entries={entries}
          isOpen={isOpen}
          onOpen={setOpen}
          onClosed={() => button.current?.focus()}
          isReachable
        />
      )}
    </li>
  );

  function targetName(): string {
    const [type = '', id = ''] = item.moved_to.split(':');
    const name = (collection: 'actions' | 'notes') => entityName(map, { collection, id }, t);
    if (type === 'action') return t('actions.target.action', { name: name('actions') });
    if (type === 'note') return t('actions.target.note', { name: name('notes') });
    return t('actions.target.other');
  }
}
