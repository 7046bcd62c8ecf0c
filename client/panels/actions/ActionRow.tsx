/** One action, to be read: done or not, whose, by when. What a group decides about it is changed in place, on request. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap, useMap, useSelection } from '#client/map/MapContext.ts';
import { isSameRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import { Button } from '#client/ui/Button.tsx';
import { isOver } from '#shared/map/readings/partOf.ts';
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
  const { t } = useTranslation();
  const map = useMap();
  const may = useMay();
  const chosen = useSelection();
  const { selection } = useBoardMap();
  const { run, refused } = useCommands();
  const ref = { collection: 'actions', id: action.id } as const;
  const title = entityName(map, ref, t);
  const mayEdit = may('actions', action.id, 'status');
  const [isChanging, setChanging] = useState(false);
  const { status } = action;
  return (
    <li
      className={styles['action']}
      data-over={isOver(action) || undefined}
      data-chosen={isSameRef(chosen, ref) || undefined}
    >
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
        <ActionFacts action={action} />
        {mayEdit && isChanging && <ActionFields action={action} title={title} run={run} />}
        {mayEdit && (
          <Button
            className={styles['change']}
            aria-expanded={isChanging}
            aria-label={t(isChanging ? 'actions.readOf' : 'actions.changeOf', { title })}
            onClick={() => setChanging(!isChanging)}
          >
            {t(isChanging ? 'actions.read' : 'actions.change')}
          </Button>
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

/** Whose, as which role, by when, how far; what is overdue says so. */
function ActionFacts({ action }: { readonly action: EntityOf<'actions'> }) {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap } = useBoardMap();
  const { owner_org_id: owner, owner_representative_id: person, due_on: due, status } = action;
  const isLate = !isOver(action) && due !== null && due < boardMap.today();
  const date = new Date(`${due}T00:00:00Z`);
  const facts = [
    owner === null ? t('actions.noOwner') : organizationName(map, owner, t),
    ...(person === null ? [] : [entityName(map, { collection: 'representatives', id: person }, t)]),
    ...(isLate ? [] : [due === null ? t('actions.noDate') : t('yours.due', { date })]),
    t(`map.value.${status}`),
  ];
  return (
    <>
      <p className={styles['facts']}>{facts.join(' · ')}</p>
      {isLate && <p className={styles['late']}>{t('actions.late', { date })}</p>}
    </>
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
