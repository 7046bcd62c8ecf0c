/** One parked question: since when, where it went, and what can be done with it. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { stages } from '#shared/kinds/values.ts';
import { takeUp } from '#client/map/cycleActions.ts';
import { useBoardMap, useMap, useReadOnly, useSelection } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import type { MenuEntry } from '../outline/outlineMenu.ts';
import { RowMenu } from '../outline/RowMenu.tsx';
import styles from './ActionsPanel.module.css';

export function ParkedRow({ item }: { readonly item: EntityOf<'parking_lot'> }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const chosen = useSelection();
  const { boardMap, selection } = useBoardMap();
  const { run } = useCommands();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const ref = { collection: 'parking_lot', id: item.id } as const;
  const text = entityName(map, ref, t);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const round = map.iterations.findLast(({ status }) => status === 'open');
  const set = (status: 'parked' | 'closed', done: string) =>
    run([{ type: 'edit', collection: 'parking_lot', id: item.id, fields: { status, moved_to: '' } }], done);

  const entries = (): readonly MenuEntry[] => [
    ...(item.status === 'parked'
      ? [
          {
            key: 'action',
            label: t('actions.takeUpAction'),
            run: () => {
              const id = boardMap.newId();
              const done = run(takeUp(map, id, item.id, { type: 'action' }), t('actions.takenUp', { text }));
              if (done.ok) selection.open({ collection: 'actions', id });
            },
          },
          ...(round
            ? [
                {
                  key: 'note',
                  label: t('actions.takeUpNote'),
                  entries: stages.map((stage) => ({
                    key: stage,
                    label: t(`cycle.stage.${stage}`),
                    run: () => {
                      const id = boardMap.newId();
                      const as = { type: 'note', round: round.number, stage } as const;
                      const done = run(takeUp(map, id, item.id, as), t('actions.takenUp', { text }));
                      if (done.ok) selection.reveal({ collection: 'notes', id });
                    },
                  })),
                },
              ]
            : []),
          { key: 'close', label: t('actions.letGo'), run: () => set('closed', t('actions.wasClosed', { text })) },
        ]
      : [{ key: 'again', label: t('actions.parkAgain'), run: () => set('parked', t('actions.isBack', { text })) }]),
    { key: 'details', label: t('actions.details'), run: () => selection.open(ref) },
    {
      key: 'remove',
      label: t('actions.remove'),
      isDanger: true,
      run: () => run([{ type: 'remove', ...ref }], `${t('actions.removed', { name: text })} ${t('map.goesWith.undo')}`),
    },
  ];

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
