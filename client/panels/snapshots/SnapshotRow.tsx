/** One snapshot of the list: what it is, and what can be done with it. Whatever asks for certainty asks in its place. */
import { CopyPlus } from '#client/ui/icons/CopyPlus.tsx';
import { Ellipsis } from '#client/ui/icons/Ellipsis.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { RotateCcw } from '#client/ui/icons/RotateCcw.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { snapshotCounts, snapshotTime } from './snapshotName.ts';
import { SnapshotQuestions } from './SnapshotQuestions.tsx';
import styles from './SnapshotsPanel.module.css';
import { useSnapshotActs, type SnapshotActs } from './useSnapshotActs.ts';

export interface SnapshotRowProps {
  readonly snapshot: SnapshotSummary;
  readonly isFacilitator: boolean;
  readonly onSaid: (said: string) => void;
}

export function SnapshotRow({ snapshot, isFacilitator, onSaid }: SnapshotRowProps) {
  const { t } = useTranslation();
  const acts = useSnapshotActs(snapshot, onSaid);
  const [isOpen, setOpen] = useState(false);
  const more = useId();
  const { name, isLookedAt, failed } = acts;
  const { picture } = snapshot;
  return (
    <li className={styles['item']} data-looked={isLookedAt || undefined} data-plain={picture === '' || undefined}>
      {picture !== '' && (
        <img className={styles['picture']} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt="" />
      )}
      <About snapshot={snapshot} name={name} />
      <div className={`${styles['acts']} ${styles['wide']}`}>
        <Button
          icon={<Eye aria-hidden="true" />}
          aria-label={t('snapshots.lookAt', { name })}
          aria-pressed={isLookedAt}
          onClick={() => void acts.look()}
        >
          {t('snapshots.look')}
        </Button>
        {isFacilitator && (
          <>
            <Button
              icon={<RotateCcw aria-hidden="true" />}
              aria-label={t('snapshots.restoreOf', { name })}
              aria-expanded={acts.asking === 'restore'}
              onClick={() => acts.ask('restore')}
            >
              {t('snapshots.restore')}
            </Button>
            <IconButton
              label={t('snapshots.more', { name })}
              className={styles['more']}
              aria-expanded={isOpen}
              aria-controls={more}
              onClick={() => setOpen(!isOpen)}
            >
              <Ellipsis aria-hidden="true" />
            </IconButton>
          </>
        )}
      </div>
      {isOpen && <RareActs id={more} acts={acts} />}
      {failed !== null && (
        <p role="alert" className={`${styles['problem']} ${styles['wide']}`}>
          {t(`refusal.${failed}`)}
        </p>
      )}
      {acts.asking !== null && (
        <div className={styles['wide']}>
          <SnapshotQuestions snapshot={snapshot} acts={acts} />
        </div>
      )}
    </li>
  );
}

function About({ snapshot, name }: { readonly snapshot: SnapshotSummary; readonly name: string }) {
  const { t, i18n } = useTranslation();
  const { connection } = useBoard();
  const { takenAt, byRole, counts } = snapshot;
  return (
    <div className={styles['about']}>
      <h3 className={styles['name']} data-automatic={snapshot.name === null || undefined}>
        {name}
      </h3>
      <p className={styles['quiet']}>
        <time dateTime={new Date(takenAt).toISOString()}>
          {snapshotTime(takenAt, connection.workshop.now(), i18n.language)}
        </time>
        {', '}
        {t(`snapshots.by.${byRole ?? 'none'}`)}
      </p>
      <p className={styles['quiet']}>{snapshotCounts(counts, t)}</p>
    </div>
  );
}

const rareActs = [
  { what: 'board', word: 'asBoard', Icon: CopyPlus },
  { what: 'name', word: 'rename', Icon: Pencil },
  { what: 'delete', word: 'delete', Icon: Trash2 },
] as const;

function RareActs({ id, acts }: { readonly id: string; readonly acts: SnapshotActs }) {
  const { t } = useTranslation();
  const { name, asking } = acts;
  return (
    <div id={id} className={`${styles['acts']} ${styles['wide']}`}>
      {rareActs.map(({ what, word, Icon }) => (
        <Button
          key={what}
          look="plain"
          icon={<Icon aria-hidden="true" />}
          aria-label={t(`snapshots.${word}Of`, { name })}
          aria-expanded={asking === what}
          onClick={() => acts.ask(what)}
        >
          {t(`snapshots.${word}`)}
        </Button>
      ))}
    </div>
  );
}
