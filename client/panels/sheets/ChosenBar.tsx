/** What is done with everything that is chosen on a sheet: the acts used most, and the others in a menu. */
import { useState } from 'react';
import { Button } from '#client/ui/Button.tsx';
import { Crosshair } from '#client/ui/icons/Crosshair.tsx';
import { FolderInput } from '#client/ui/icons/FolderInput.tsx';
import { Group } from '#client/ui/icons/Group.tsx';
import { Target } from '#client/ui/icons/Target.tsx';
import { RowMenu } from '../outline/RowMenu.tsx';
import { type Chosen, groupAct, makeAct, makeLabel, madeOf, type SheetActs } from './SheetActs.ts';
import { sheetRights } from './sheetRights.ts';
import { goEntries, moveEntries, sheetMenu } from './sheetMenu.ts';
import styles from './ChosenBar.module.css';

export interface ChosenBarProps {
  readonly chosen: Chosen;
  readonly acts: SheetActs;
  /** Where the focus goes when a menu closes without a choice. */
  readonly onClosed: () => void;
}

export function ChosenBar({ chosen, acts, onClosed }: ChosenBarProps) {
  const { t } = acts;
  const { ideas, groups } = chosen;
  const [menu, setMenu] = useState<'move' | 'all' | null>(null);
  const count = ideas.length + groups.length;
  const { mayMove, mayGroup } = sheetRights(acts.whyNot, chosen);
  const onlyNotes = groups.length === 0;
  const noInterest =
    acts.whyNot('interests', null, null) !== null ||
    madeOf(acts.map, chosen).some(({ collection }) => collection === 'interests');
  const [became] = count === 1 ? goEntries(acts, chosen) : [];
  return (
    <div role="toolbar" aria-label={t('sheet.bar.label')} className={styles['bar']}>
      {count > 1 && <span className={styles['count']}>{t('sheet.bar.chosen', { count })}</span>}
      {became && (
        <Button className={styles['act']} icon={<Crosshair aria-hidden="true" />} onClick={became.run}>
          {became.label}
        </Button>
      )}
      {!noInterest && (
        <Button
          className={styles['main']}
          icon={<Target aria-hidden="true" />}
          onClick={() => makeAct(acts, chosen, { collection: 'interests' })}
        >
          {makeLabel(t, chosen, 'interests')}
        </Button>
      )}
      {onlyNotes && mayGroup && ideas.length > 1 && (
        <Button className={styles['act']} icon={<Group aria-hidden="true" />} onClick={() => groupAct(acts, ideas)}>
          {t('sheet.bar.group')}
        </Button>
      )}
      {onlyNotes && mayMove && (
        <RowMenu
          label={t('sheet.menu.move')}
          sign={<FolderInput aria-hidden="true" />}
          entries={() => moveEntries(acts, chosen)}
          isOpen={menu === 'move'}
          onOpen={(isOpen) => setMenu(isOpen ? 'move' : null)}
          onClosed={onClosed}
          isReachable
        />
      )}
      <RowMenu
        label={t('sheet.bar.more')}
        entries={() => sheetMenu(acts, chosen)}
        isOpen={menu === 'all'}
        onOpen={(isOpen) => setMenu(isOpen ? 'all' : null)}
        onClosed={onClosed}
        isReachable
      />
    </div>
  );
}
