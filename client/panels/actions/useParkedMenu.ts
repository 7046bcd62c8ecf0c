/** What can be done with a parked question, as data for its menu. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import { takeUp } from '#client/map/cycleActions.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { ifMay } from '#client/panels/things/ifMay.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';

export function useParkedMenu(item: EntityOf<'parking_lot'>): () => readonly MenuEntry[] {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap, selection } = useBoardMap();
  const { run } = useCommands();
  const rights = { whyNot: useWhyNot() };
  const changed = ['parking_lot', item.id, 'status'] as const;
  const ref = { collection: 'parking_lot', id: item.id } as const;
  const text = entityName(map, ref, t);
  const round = map.iterations.findLast(({ status }) => status === 'open');
  const set = (status: 'parked' | 'closed', done: string) =>
    run([{ type: 'edit', collection: 'parking_lot', id: item.id, fields: { status, moved_to: '' } }], done);
  const asAction = (): void => {
    const id = boardMap.newId();
    const done = run(takeUp(map, id, item.id, { type: 'action' }), t('actions.takenUp', { text }));
    if (done.ok) selection.open({ collection: 'actions', id });
  };
  const asNote = (number: number, stage: Stage): void => {
    const id = boardMap.newId();
    const as = { type: 'note', round: number, stage } as const;
    const done = run(takeUp(map, id, item.id, as), t('actions.takenUp', { text }));
    if (done.ok) selection.reveal({ collection: 'notes', id });
  };
  const takeUpIn = (number: number): MenuEntry => ({
    key: 'note',
    label: t('actions.takeUpNote'),
    entries: stages.map((stage) => ({
      key: stage,
      label: t(`cycle.stage.${stage}`),
      run: () => asNote(number, stage),
    })),
  });
  const onward = [
    ...ifMay(rights, ['actions', null, null], {
      key: 'action',
      label: t('actions.takeUpAction'),
      run: asAction,
    }),
    ...(round ? ifMay(rights, ['notes', null, null], takeUpIn(round.number)) : []),
    { key: 'close', label: t('actions.letGo'), run: () => set('closed', t('actions.wasClosed', { text })) },
  ];
  const again = {
    key: 'again',
    label: t('actions.parkAgain'),
    run: () => set('parked', t('actions.isBack', { text })),
  };
  return () => [
    ...ifMay(rights, changed, ...(item.status === 'parked' ? onward : [again])),
    { key: 'details', label: t('actions.details'), run: () => selection.open(ref) },
    ...ifMay(rights, ['parking_lot', item.id, null], {
      key: 'remove',
      label: t('actions.remove'),
      isDanger: true,
      run: () => run([{ type: 'remove', ...ref }], `${t('actions.removed', { name: text })} ${t('map.goesWith.undo')}`),
    }),
  ];
}
