/** Something that floats over the canvas when its turn has come, with the way to the next one where others wait. */
import { useId, useLayoutEffect, useSyncExternalStore, type FocusEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { useBoard } from './BoardContext.ts';
import styles from './InTurn.module.css';
import { turnsOf, type Importance } from './Turns.ts';

export interface InTurnProps {
  readonly as: Importance;
  /** Where it stands aside for a while and comes again as the same. */
  readonly name?: string;
  readonly children: ReactNode;
}

export function InTurn({ as, name, children }: InTurnProps) {
  const { t } = useTranslation();
  const turns = turnsOf(useBoard().screen);
  const own = useId();
  const key = name ?? own;
  useLayoutEffect(() => turns.want(key, as), [turns, key, as]);
  const isFirst = useSyncExternalStore(turns.subscribe, () => turns.isFirst(key, as));
  const others = useSyncExternalStore(turns.subscribe, turns.others);
  if (!isFirst) return null;
  const onLeave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) turns.hold(null);
  };
  return (
    <div
      className={styles['turn']}
      onFocus={() => turns.hold(key)}
      onBlur={onLeave}
      onPointerEnter={() => turns.hold(key)}
      onPointerLeave={({ currentTarget }) => !currentTarget.contains(document.activeElement) && turns.hold(null)}
    >
      {children}
      {others > 0 && (
        <button type="button" className={styles['others']} onClick={() => turns.pass(key)}>
          {t('notice.others', { count: others })}
          <ChevronRight aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
