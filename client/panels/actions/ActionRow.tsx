/** One action with everything a group decides about it in place: done or not, who owns it, which role, by when. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { isDay } from '#shared/kinds/fields.ts';
import { actionStatuses } from '#shared/kinds/values.ts';
import { useBoardMap, useMap, useReadOnly, useSelection } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import styles from './ActionsPanel.module.css';
import { actionSource } from './actionSource.ts';

export function ActionRow({ action }: { readonly action: EntityOf<'actions'> }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const chosen = useSelection();
  const { boardMap, selection } = useBoardMap();
  const { run, refused } = useCommands();
  const ref = { collection: 'actions', id: action.id } as const;
  const title = entityName(map, ref, t);
  const { owner_org_id: owner, owner_representative_id: person, due_on: due, status } = action;
  const isOver = status === 'done' || status === 'dropped';
  const isLate = !isOver && due !== null && due < boardMap.today();
  const people = map.representatives.filter((one) => one.organization_id === owner);
  const source = actionSource(map, action.source, t);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const edit = (fields: Parameters<typeof editOf>[1], done?: string) => run([editOf(action.id, fields)], done);
  const statusNow = (next: (typeof actionStatuses)[number]) =>
    edit({ status: next }, t('actions.statusNow', { title, status: t(`map.value.${next}`) }));
  return (
    <li className={styles['action']} data-over={isOver || undefined} data-chosen={isSameRef(chosen, ref) || undefined}>
      <input
        type="checkbox"
        checked={status === 'done'}
        disabled={readOnly}
        aria-label={t('actions.done', { title })}
        onChange={() => statusNow(status === 'done' ? 'open' : 'done')}
      />
      <div className={styles['parts']}>
        <button
          type="button"
          className={styles['title']}
          aria-current={isSameRef(chosen, ref) ? 'true' : undefined}
          onClick={() => selection.open(ref)}
        >
          {title}
        </button>
        {readOnly ? (
          <p className={styles['facts']}>
            {owner === null ? t('actions.noOwner') : organizationName(map, owner, t)} ·{' '}
            {due === null ? t('actions.noDate') : day.format(new Date(`${due}T00:00:00Z`))} · {t(`map.value.${status}`)}
          </p>
        ) : (
          <div className={styles['fields']}>
            <select
              aria-label={t('actions.owner', { title })}
              value={owner ?? ''}
              data-empty={owner === null || undefined}
              onChange={(event) => {
                const next = event.target.value || null;
                const name = next === null ? '' : organizationName(map, next, t);
                // a role of another organization does not go along
                edit(
                  { owner_org_id: next, owner_representative_id: null },
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
                onChange={(event) => edit({ owner_representative_id: event.target.value || null })}
              >
                <option value="">{t('actions.personNone')}</option>
                {people.map((one) => (
                  <option key={one.id} value={one.id}>
                    {entityName(map, { collection: 'representatives', id: one.id }, t)}
                  </option>
                ))}
              </select>
            )}
            <input
              key={due}
              type="date"
              aria-label={t('actions.due', { title })}
              defaultValue={due ?? ''}
              data-empty={due === null || undefined}
              onBlur={(event) => {
                const next = event.target.value;
                if (next === (due ?? '') || (next !== '' && !isDay(next))) return;
                edit({ due_on: next === '' ? null : next });
              }}
            />
            <select
              aria-label={t('actions.status', { title })}
              value={status}
              onChange={(event) => {
                const next = actionStatuses.find((one) => one === event.target.value);
                if (next) statusNow(next);
              }}
            >
              {actionStatuses.map((one) => (
                <option key={one} value={one}>
                  {t(`map.value.${one}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        {isLate && (
          <p className={styles['late']}>{t('actions.late', { date: day.format(new Date(`${due}T00:00:00Z`)) })}</p>
        )}
        {source !== null && (
          <p className={styles['facts']}>
            {source.ref === null ? (
              t('actions.from', { source: source.text })
            ) : (
              <button
                type="button"
                className={styles['link']}
                aria-label={t('actions.goToSource', { source: source.text })}
                onClick={() => source.ref && selection.reveal(source.ref)}
              >
                {t('actions.from', { source: source.text })}
              </button>
            )}
          </p>
        )}
        {refused !== null && (
          <p role="alert" className={styles['late']}>
            {refused}
          </p>
        )}
      </div>
    </li>
  );
}

function editOf(id: string, fields: Partial<EntityOf<'actions'>>) {
  const { owner_org_id, owner_representative_id, due_on, status } = fields;
  return {
    type: 'edit',
    collection: 'actions',
    id,
    fields: {
      ...(owner_org_id === undefined ? {} : { owner_org_id }),
      ...(owner_representative_id === undefined ? {} : { owner_representative_id }),
      ...(due_on === undefined ? {} : { due_on }),
      ...(status === undefined ? {} : { status }),
    },
  } as const;
}
