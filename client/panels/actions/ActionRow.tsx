/** One action with everything a group decides about it in place: done or not, who owns it, which role, by when. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap, useMap, useSelection } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import { statusCommand } from './actionCommands.ts';
import { ActionFields } from './ActionFields.tsx';
import styles from './ActionsPanel.module.css';
import { actionSource } from './actionSource.ts';

export interface ActionRowProps {
  readonly action: EntityOf<'actions'>;
  /** Added a moment ago by this person: the focus goes on with it. */
  readonly isNew?: boolean;
  /** Of this person's organization. */
  readonly isYours?: boolean;
}

export function ActionRow({ action, isNew = false, isYours = false }: ActionRowProps) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const may = useMay();
  const chosen = useSelection();
  const { boardMap, selection } = useBoardMap();
  const { run, refused } = useCommands();
  const ref = { collection: 'actions', id: action.id } as const;
  const title = entityName(map, ref, t);
  const mayEdit = may('actions', action.id, 'status');
  const { owner_org_id: owner, due_on: due, status } = action;
  const isOver = status === 'done' || status === 'dropped';
  const isLate = !isOver && due !== null && due < boardMap.today();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <li className={styles['action']} data-over={isOver || undefined} data-chosen={isSameRef(chosen, ref) || undefined}>
      <input
        type="checkbox"
        checked={status === 'done'}
        disabled={!mayEdit}
        aria-label={t('actions.done', { title })}
        onChange={() => run(...statusCommand(action.id, title, status === 'done' ? 'open' : 'done', t))}
      />
      <div className={styles['parts']}>
        {isYours && <p className={styles['yours']}>{t('yours.mark')}</p>}
        <button
          type="button"
          className={styles['title']}
          autoFocus={isNew}
          aria-current={isSameRef(chosen, ref) ? 'true' : undefined}
          onClick={() => selection.open(ref)}
        >
          {title}
        </button>
        {!mayEdit ? (
          <p className={styles['facts']}>
            {owner === null ? t('actions.noOwner') : organizationName(map, owner, t)} ·{' '}
            {due === null ? t('actions.noDate') : day.format(new Date(`${due}T00:00:00Z`))} · {t(`map.value.${status}`)}
          </p>
        ) : (
          <ActionFields action={action} title={title} run={run} />
        )}
        {isLate && (
          <p className={styles['late']}>{t('actions.late', { date: day.format(new Date(`${due}T00:00:00Z`)) })}</p>
        )}
        <Source source={action.source} />
        {refused !== null && (
          <p role="alert" className={styles['late']}>
            {refused}
          </p>
        )}
      </div>
    </li>
  );
}

/** Where it came from, and the way there if there is one place. */
function Source({ source: written }: { readonly source: string }) {
  const { t } = useTranslation();
  const map = useMap();
  const { selection } = useBoardMap();
  const source = actionSource(map, written, t);
  if (source === null) return null;
  const { ref, text } = source;
  return (
    <p className={styles['facts']}>
      {ref === null ? (
        t('actions.from', { source: text })
      ) : (
        <button
          type="button"
          className={styles['link']}
          aria-label={t('actions.goToSource', { source: text })}
          onClick={() => selection.reveal(ref)}
        >
          {t('actions.from', { source: text })}
        </button>
      )}
    </p>
  );
}
