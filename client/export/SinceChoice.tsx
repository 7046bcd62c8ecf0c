/** With which moment the reports compare: the start of the last workshop, or another that was kept. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { isTimed, snapshotName, snapshotTime } from '#client/panels/snapshots/snapshotName.ts';
import { sinceWhich } from '#shared/compare/sinceWhich.ts';
import { sinceNothing } from '#shared/wire/export.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import styles from './TakeHomePanel.module.css';

export interface SinceChoiceProps {
  readonly id: string;
  readonly moments: readonly SnapshotSummary[];
  /** Empty: nobody chose. */
  readonly value: string;
  readonly onChange: (since: string) => void;
}

export function SinceChoice({ id, moments, value, onChange }: SinceChoiceProps) {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => Date.now());
  const usual = sinceWhich(moments.map((one) => ({ ...one, takenAtMs: one.takenAt })));
  if (usual === null) return null;
  const labelOf = (one: SnapshotSummary): string =>
    t('takeHome.sinceMoment', {
      name: snapshotName(one, t, i18n.language),
      when: snapshotTime(one.takenAt, now, i18n.language),
    });
  return (
    <div className={styles['since']}>
      <label htmlFor={id}>{t('takeHome.since')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{labelOf(usual)}</option>
        {moments.map(
          (one) =>
            // of the timed history there are too many to choose among here
            one.id !== usual.id &&
            !isTimed(one) && (
              <option key={one.id} value={one.id}>
                {labelOf(one)}
              </option>
            ),
        )}
        <option value={sinceNothing}>{t('takeHome.sinceNothing')}</option>
      </select>
    </div>
  );
}

const none: readonly SnapshotSummary[] = [];

/** What was kept of the board, newest first; empty until it is there. */
export function useMoments(): readonly SnapshotSummary[] {
  const { server } = useBoard();
  const [moments, setMoments] = useState(none);
  useEffect(() => {
    let isThere = true;
    const look = async (): Promise<void> => {
      const answer = await server.snapshots();
      if (isThere && answer.ok) setMoments(answer.value.snapshots);
    };
    void look();
    return () => {
      isThere = false;
    };
  }, [server]);
  return moments;
}
