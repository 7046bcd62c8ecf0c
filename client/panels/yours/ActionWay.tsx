/** An action as it is read: what, as which role, by when, how far; a press leads to its details. */
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import { isOver } from '#shared/map/readings/partOf.ts';
import styles from './YourPart.module.css';
import { Way } from './YourSection.tsx';

export function ActionWay({ action }: { readonly action: EntityOf<'actions'> }) {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap } = useBoardMap();
  const { owner_representative_id: person, due_on: due, status } = action;
  const isLate = !isOver(action) && due !== null && due < boardMap.today();
  const date = new Date(`${due}T00:00:00Z`);
  const facts = [
    ...(person === null
      ? []
      : [t('yours.role', { role: entityName(map, { collection: 'representatives', id: person }, t) })]),
    ...(isLate ? [] : [due === null ? t('actions.noDate') : t('yours.due', { date })]),
    t(`map.value.${status}`),
  ];
  return (
    <li>
      <Way to={{ collection: 'actions', id: action.id }}>
        <strong>{entityName(map, { collection: 'actions', id: action.id }, t)}</strong>
        <span className={styles['facts']}>
          {isLate && <span className={styles['late']}>{t('yours.overdue', { date })}</span>}
          {facts.join(' · ')}
        </span>
      </Way>
    </li>
  );
}
