/** Whatever asks for certainty, or for a name, before something is done with a snapshot. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { Question } from '#client/ui/messages/Question.tsx';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { NameAsk } from './NameAsk.tsx';
import type { SnapshotActs } from './useSnapshotActs.ts';

export interface SnapshotQuestionsProps {
  readonly snapshot: SnapshotSummary;
  readonly acts: SnapshotActs;
}

export function SnapshotQuestions({ snapshot, acts }: SnapshotQuestionsProps) {
  const { t } = useTranslation();
  const { connection } = useBoard();
  const { id } = snapshot;
  const { name, cancel } = acts;
  switch (acts.asking) {
    case 'restore':
      return (
        <Question
          question={t('snapshots.restoreAsk', { name })}
          hints={[t('snapshots.restoreHint')]}
          yes={t('snapshots.restoreYes')}
          isDanger={false}
          onYes={acts.restore}
          onCancel={cancel}
        />
      );
    case 'delete':
      return (
        <Question
          question={t('snapshots.deleteAsk', { name })}
          yes={t('snapshots.deleteYes')}
          onYes={acts.remove}
          onCancel={cancel}
        />
      );
    case 'name':
      return (
        <NameAsk
          draft={`snapshot.${id}.name`}
          label={t('snapshots.renameLabel')}
          start={snapshot.name ?? ''}
          maxLength={80}
          yes={t('common.save')}
          onYes={acts.rename}
          onCancel={cancel}
        />
      );
    case 'board':
      return (
        <NameAsk
          draft={`snapshot.${id}.board`}
          label={t('snapshots.asBoardLabel')}
          hint={t('snapshots.asBoardHint')}
          start={`${connection.view().title} – ${name}`.slice(0, 120)}
          maxLength={120}
          yes={t('snapshots.asBoardYes')}
          secretLabel={acts.needsSecret ? t('snapshots.asBoardSecret') : undefined}
          onYes={acts.startBoard}
          onCancel={cancel}
        />
      );
    default:
      return null;
  }
}
