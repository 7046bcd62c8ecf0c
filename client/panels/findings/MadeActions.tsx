/** What was made of a finding: each action with the way to it, so that a finding that was answered does not look untouched. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Check } from '#client/ui/icons/Check.tsx';
import styles from './FindingCard.module.css';

export interface MadeActionsProps {
  readonly actions: readonly EntityOf<'actions'>[];
  /** Made a moment ago by this person: the focus goes on with it. */
  readonly newest: string | null;
}

export function MadeActions({ actions, newest }: MadeActionsProps) {
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  if (actions.length === 0) return null;
  return (
    <ul className={styles['made']}>
      {actions.map(({ id, title, status }) => (
        <li key={id}>
          <button
            type="button"
            className={styles['link']}
            autoFocus={id === newest}
            onClick={() => selection.open({ collection: 'actions', id })}
          >
            <Check aria-hidden="true" />
            {t(status === 'done' ? 'map.findings.actionDone' : 'map.findings.actionAdded', { title })}
          </button>
        </li>
      ))}
    </ul>
  );
}
