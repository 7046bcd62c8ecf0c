/** One snapshot of the list: what it is, and what can be done with it. Whatever asks for certainty asks in its place. */
import { CopyPlus } from '#client/ui/icons/CopyPlus.tsx';
import { Ellipsis } from '#client/ui/icons/Ellipsis.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { RotateCcw } from '#client/ui/icons/RotateCcw.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteMade } from '#client/connection/api/madeBoard.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { NameAsk } from './NameAsk.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import { snapshotCounts, snapshotName, snapshotTime } from './snapshotName.ts';
import styles from './SnapshotsPanel.module.css';

export interface SnapshotRowProps {
  readonly snapshot: SnapshotSummary;
  readonly isFacilitator: boolean;
  readonly onSaid: (said: string) => void;
}

type Asking = 'restore' | 'board' | 'name' | 'delete';

export function SnapshotRow({ snapshot, isFacilitator, onSaid }: SnapshotRowProps) {
  const { t, i18n } = useTranslation();
  const { server, connection, look } = useBoard();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** when the form was opened */
  const [seenName, setSeenName] = useState(snapshot.name);
  const more = useId();
  const [needsSecret, setNeedsSecret] = useState(false);
  const name = snapshotName(snapshot, t, i18n.language);
  const { id, byRole, takenAt, counts, picture } = snapshot;
  const isLookedAt = look.looked?.snapshot.id === id;

  const ask = (what: Asking): void => {
    setFailed(null);
    setSeenName(snapshot.name);
    setAsking((before) => (before === what ? null : what));
  };
  const settle = (answer: Answer<unknown>, said: string): boolean => {
    // the list shows by now what it is called: who saves again has seen it
    if (!answer.ok && answer.code === 'name-moved') setSeenName(snapshot.name);
    setFailed(answer.ok ? null : answer.code);
    if (!answer.ok) return false;
    setAsking(null);
    onSaid(said);
    return true;
  };
  const open = async (): Promise<void> => setFailed(await look.look(isLookedAt ? null : snapshot));
  const restore = async (): Promise<void> => {
    const answer = await server.restoreSnapshot(id);
    if (settle(answer, t('snapshots.restored', { name }))) await look.look(null);
  };
  const start = async (wanted: string, secret?: string): Promise<void> => {
    const body = { title: wanted, ...(secret === undefined ? {} : { createSecret: secret }) };
    const answer = await server.snapshotBoard(id, body);
    if (answer.ok) {
      noteMade(answer.value.id);
      location.assign(answer.value.links.facilitator);
    } else if (answer.code === 'create-secret-required' && !needsSecret) setNeedsSecret(true);
    else setFailed(answer.code);
  };

  return (
    <li className={styles['item']} data-looked={isLookedAt || undefined} data-plain={picture === '' || undefined}>
      {picture !== '' && (
        <img className={styles['picture']} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt="" />
      )}
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
      <div className={`${styles['acts']} ${styles['wide']}`}>
        <Button
          icon={<Eye aria-hidden="true" />}
          aria-label={t('snapshots.lookAt', { name })}
          aria-pressed={isLookedAt}
          onClick={() => void open()}
        >
          {t('snapshots.look')}
        </Button>
        {isFacilitator && (
          <>
            <Button
              icon={<RotateCcw aria-hidden="true" />}
              aria-label={t('snapshots.restoreOf', { name })}
              aria-expanded={asking === 'restore'}
              onClick={() => ask('restore')}
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
      {isOpen && (
        <div id={more} className={`${styles['acts']} ${styles['wide']}`}>
          <Button
            look="plain"
            icon={<CopyPlus aria-hidden="true" />}
            aria-label={t('snapshots.asBoardOf', { name })}
            aria-expanded={asking === 'board'}
            onClick={() => ask('board')}
          >
            {t('snapshots.asBoard')}
          </Button>
          <Button
            look="plain"
            icon={<Pencil aria-hidden="true" />}
            aria-label={t('snapshots.renameOf', { name })}
            aria-expanded={asking === 'name'}
            onClick={() => ask('name')}
          >
            {t('snapshots.rename')}
          </Button>
          <Button
            look="plain"
            icon={<Trash2 aria-hidden="true" />}
            aria-label={t('snapshots.deleteOf', { name })}
            aria-expanded={asking === 'delete'}
            onClick={() => ask('delete')}
          >
            {t('snapshots.delete')}
          </Button>
        </div>
      )}
      {failed !== null && (
        <p role="alert" className={`${styles['problem']} ${styles['wide']}`}>
          {t(`refusal.${failed}`)}
        </p>
      )}
      {asking === 'restore' && (
        <Question
          question={t('snapshots.restoreAsk', { name })}
          hints={[t('snapshots.restoreHint')]}
          isDanger={false}
          yes={t('snapshots.restoreYes')}
          onYes={restore}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === 'delete' && (
        <Question
          question={t('snapshots.deleteAsk', { name })}
          yes={t('snapshots.deleteYes')}
          onYes={async () => void settle(await server.deleteSnapshot(id), t('snapshots.deleted'))}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === 'name' && (
        <NameAsk
          draft={`snapshot.${id}.name`}
          label={t('snapshots.renameLabel')}
          start={snapshot.name ?? ''}
          maxLength={80}
          yes={t('common.save')}
          onYes={async (wanted) =>
            void settle(
              await server.nameSnapshot(id, { name: wanted, from: seenName }),
              t('snapshots.kept', { name: wanted }),
            )
          }
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === 'board' && (
        <NameAsk
          draft={`snapshot.${id}.board`}
          label={t('snapshots.asBoardLabel')}
          hint={t('snapshots.asBoardHint')}
          start={`${connection.view().title} – ${name}`.slice(0, 120)}
          maxLength={120}
          yes={t('snapshots.asBoardYes')}
          secretLabel={needsSecret ? t('snapshots.asBoardSecret') : undefined}
          onYes={start}
          onCancel={() => setAsking(null)}
        />
      )}
    </li>
  );
}
