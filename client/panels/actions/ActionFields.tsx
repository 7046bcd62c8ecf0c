/** What a group decides about an action, each in a field: whose, which role, by when, how far. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { actionStatuses } from '#shared/kinds/values.ts';
import { useMap } from '#client/map/MapContext.ts';
import type { Commands } from '#client/map/useCommands.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import { useDayInput } from '#client/panels/things/useDayInput.ts';
import { editAction, statusCommand } from './actionCommands.ts';
import styles from './ActionsPanel.module.css';

export interface ActionFieldsProps {
  readonly action: EntityOf<'actions'>;
  readonly title: string;
  readonly run: Commands['run'];
}

export function ActionFields({ action, title, run }: ActionFieldsProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { owner_org_id: owner, owner_representative_id: person, due_on: due, status } = action;
  const day = useDayInput(due, (next) => run([editAction(action.id, { due_on: next })]));
  const people = map.representatives.filter((one) => one.organization_id === owner);
  return (
    <div className={styles['fields']}>
      <select
        aria-label={t('actions.owner', { title })}
        value={owner ?? ''}
        data-empty={owner === null || undefined}
        onChange={(event) => {
          const next = event.target.value || null;
          const name = next === null ? '' : organizationName(map, next, t);
          // a role of another organization does not go along
          run(
            [editAction(action.id, { owner_org_id: next, owner_representative_id: null })],
            next === null ? undefined : t('actions.ownerNow', { name, title }),
          );
        }}
      >
        <option value="">{t('actions.ownerNone')}</option>
        {map.organizations.map((one) => (
          <option key={one.id} value={one.id}>
            {organizationName(map, one.id, t)}
          </option>
        ))}
      </select>
      {people.length > 0 && (
        <select
          aria-label={t('actions.person', { title })}
          value={person ?? ''}
          onChange={(event) => run([editAction(action.id, { owner_representative_id: event.target.value || null })])}
        >
          <option value="">{t('actions.personNone')}</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {entityName(map, { collection: 'representatives', id: one.id }, t)}
            </option>
          ))}
        </select>
      )}
      <input {...day} aria-label={t('actions.due', { title })} data-empty={due === null || undefined} />
      <select
        aria-label={t('actions.status', { title })}
        value={status}
        onChange={(event) => {
          const next = actionStatuses.find((one) => one === event.target.value);
          if (next) run(...statusCommand(action.id, title, next, t));
        }}
      >
        {actionStatuses.map((one) => (
          <option key={one} value={one}>
            {t(`map.value.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
