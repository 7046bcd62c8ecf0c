/** Work that goes home: open actions with owner and day, to be ticked off; their details open on request. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import cardStyles from './FindingCard.module.css';
import styles from './FindingsPanel.module.css';

export function ActionList() {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const may = useMay();
  const { selection } = useBoardMap();
  const { run, refused } = useCommands();
  const id = useId();
  const actions = map.actions.filter((action) => action.status !== 'dropped');
  if (actions.length === 0) return null;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <section aria-labelledby={id} className={styles['actions']}>
      <h3 id={id} className={styles['heading']}>
        {t('map.findings.actionsTitle')}
      </h3>
      {refused !== null && <p role="alert">{refused}</p>}
      <ul className={styles['plain']}>
        {actions.map((action) => {
          const ref = { collection: 'actions', id: action.id } as const;
          const title = entityName(map, ref, t);
          const isDone = action.status === 'done';
          const owner = action.owner_org_id === null ? null : organizationName(map, action.owner_org_id, t);
          const due = action.due_on === null ? null : day.format(new Date(`${action.due_on}T00:00:00Z`));
          return (
            <li key={action.id} className={styles['action']} data-done={isDone || undefined}>
              <input
                type="checkbox"
                checked={isDone}
                disabled={!may('actions', action.id, 'status')}
                aria-label={title}
                onChange={() =>
                  run(
                    [{ type: 'edit', ...ref, fields: { status: isDone ? 'open' : 'done' } }],
                    t(isDone ? 'map.findings.actionReopened' : 'map.findings.actionDone', { title }),
                  )
                }
              />
              <span>
                <button type="button" className={styles['title']} onClick={() => selection.open(ref)}>
                  {title}
                </button>
                <span className={cardStyles['rule']}>
                  {owner ?? t('map.findings.actionNobody')} · {due ?? t('map.findings.actionNoDate')}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
