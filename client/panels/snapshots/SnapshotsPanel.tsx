/** Snapshots: keep this moment, look at earlier ones, turn the board back, compare. */
import { NotebookPen } from '#client/ui/icons/NotebookPen.tsx';
import { GitCompareArrows } from '#client/ui/icons/GitCompareArrows.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { ComparePart } from './ComparePart.tsx';
import { KeepForm } from './KeepForm.tsx';
import { isTimed } from './snapshotName.ts';
import { SnapshotRow } from './SnapshotRow.tsx';
import styles from './SnapshotsPanel.module.css';
import { TimedList } from './TimedList.tsx';
import { useSnapshots } from './useSnapshots.ts';

export function SnapshotsPanel() {
  const { t } = useTranslation();
  const { server, look, screen } = useBoard();
  const { list } = useSnapshots();
  const [isComparing, setComparing] = useState(false);
  const [said, setSaid] = useState('');
  const isFacilitator = mayDo(useRole(), 'administer');

  if (isComparing && Array.isArray(list)) return <ComparePart snapshots={list} onBack={() => setComparing(false)} />;
  const kept = Array.isArray(list) ? list.filter((one) => !isTimed(one)) : [];
  const rowOf = (snapshot: SnapshotSummary) => (
    <SnapshotRow key={snapshot.id} snapshot={snapshot} isFacilitator={isFacilitator} onSaid={setSaid} />
  );
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>{t('snapshots.lead')}</p>
      <Button
        className={styles['compare']}
        icon={<NotebookPen aria-hidden="true" />}
        onClick={() => screen.open('record')}
      >
        {t('record.open')}
      </Button>
      {isFacilitator && look.looked === null && (
        <KeepForm keep={(name) => server.takeSnapshot({ reason: 'person', name })} onKept={setSaid} />
      )}
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {list === null && <p className={styles['quiet']}>{t('snapshots.loading')}</p>}
      {list !== null && 'failed' in list && (
        <p role="alert" className={styles['problem']}>
          {t(`refusal.${list.failed}`)}
        </p>
      )}
      {Array.isArray(list) && kept.length === 0 && (
        <p className={styles['quiet']}>{t(isFacilitator ? 'snapshots.empty' : 'snapshots.emptyLook')}</p>
      )}
      {Array.isArray(list) && list.length > 0 && (
        <>
          <Button
            className={styles['compare']}
            icon={<GitCompareArrows aria-hidden="true" />}
            onClick={() => setComparing(true)}
          >
            {t('snapshots.compare.open')}
          </Button>
          {kept.length > 0 && (
            <ul className={styles['list']} aria-label={t('snapshots.list')}>
              {kept.map(rowOf)}
            </ul>
          )}
          <TimedList moments={list.filter(isTimed)}>{rowOf}</TimedList>
        </>
      )}
    </div>
  );
}
