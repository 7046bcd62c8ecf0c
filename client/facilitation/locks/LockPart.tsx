/** Locks: everything at once, or what is chosen. Only facilitators change what is locked; the server refuses it to others. */
import { Lock } from '#client/ui/icons/Lock.tsx';
import { LockOpen } from '#client/ui/icons/LockOpen.tsx';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#client/board/BoardContext.ts';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { lockKeys } from './lockKeys.ts';

export function LockPart() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const canvas = useCanvas();
  const { locks, lockedAll } = useWorkshopState();
  const { selection } = useBoardMap();
  const map = useMap();
  const refs = useSyncExternalStore(selection.subscribe, selection.chosen);
  const records = useSyncExternalStore(canvas.onChosen, canvas.chosenRecords);
  const keys = lockKeys(map, refs, records);
  const isLocked = keys.length > 0 && keys.every((key) => locks.includes(key));
  return (
    <Part
      title={t('workshop.locks.title')}
      fact={locks.length === 0 ? undefined : t('workshop.locks.count', { count: locks.length })}
    >
      <Quiet>{t('workshop.locks.hint')}</Quiet>
      <Buttons>
        <Button
          icon={isLocked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
          disabled={keys.length === 0}
          onClick={() => void ask({ do: isLocked ? 'unlock' : 'lock', keys: [...keys] })}
        >
          {t(isLocked ? 'workshop.locks.unlockChosen' : 'workshop.locks.lockChosen')}
        </Button>
        <Button aria-pressed={lockedAll} onClick={() => void ask({ do: 'lockAll', on: !lockedAll })}>
          {t(lockedAll ? 'workshop.locks.unlockAll' : 'workshop.locks.lockAll')}
        </Button>
        {locks.length > 0 && (
          <Button onClick={() => void ask({ do: 'unlock', keys: [...locks] })}>{t('workshop.locks.clear')}</Button>
        )}
      </Buttons>
    </Part>
  );
}
