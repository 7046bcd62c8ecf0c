/** What is written of an action where its row stands. */
import type { TFunction } from 'i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';

type Action = EntityOf<'actions'>;

export function editAction(
  id: string,
  fields: Partial<Pick<Action, 'owner_org_id' | 'owner_representative_id' | 'due_on' | 'status'>>,
): Command {
  return { type: 'edit', collection: 'actions', id, fields };
}

/** With what is said once it is done. */
export function statusCommand(
  id: string,
  title: string,
  status: Action['status'],
  t: TFunction,
): [commands: readonly Command[], done: string] {
  return [[editAction(id, { status })], t('actions.statusNow', { title, status: t(`map.value.${status}`) })];
}
