/** What can be done with work that the server did not take: put it on the board again, copy its words, keep it as a file. */
import { RotateCcw } from '#client/ui/icons/RotateCcw.tsx';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useBoardView } from '#client/board/BoardContext.ts';
import { documentFile } from '#client/connection/refused/documentFile.ts';
import type { SetAside } from '#client/connection/copy/OfflineCopy.ts';
import { putAgain } from '#client/connection/refused/putAgain.ts';
import { wordsOf } from '#client/connection/refused/wordsOf.ts';
import { mapOrigin } from '#client/map/mapOrigin.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { downloadFile } from '#client/files/downloadFile.ts';
import { useServices } from '#client/app/Services.ts';
import styles from './SetAsideActions.module.css';

export interface SetAsideActionsProps {
  readonly entry: SetAside;
  /** All of it is on the board again. */
  readonly onPut?: () => void;
}

export function SetAsideActions({ entry, onPut }: SetAsideActionsProps) {
  const { id: board, connection } = useBoard();
  const { mayEdit } = useBoardView();
  const { t } = useTranslation();
  const { report } = useServices();
  const [unfit, setUnfit] = useState(0);
  const { id, at, reason, update, things } = entry;
  const words = useMemo(() => (things === undefined ? '' : wordsOf(things.update)), [things]);
  const put = (): void => {
    if (things === undefined) return;
    const left = putAgain(connection.view().doc, things, mapOrigin);
    setUnfit(left);
    if (left > 0) return;
    connection.setAside.remove(id).catch(report);
    onPut?.();
  };
  return (
    <div className={styles['actions']}>
      {/* what broke a rule would break it again */}
      {things !== undefined && mayEdit && reason !== 'rules' && unfit === 0 && (
        <Button icon={<RotateCcw aria-hidden="true" />} onClick={put}>
          {t('notice.putAgain')}
        </Button>
      )}
      {words !== '' && <CopyButton text={words} label={t('notice.copyWords')} doneLabel={t('common.copied')} />}
      <Button
        onClick={() => {
          const { title } = connection.view();
          const file = documentFile(update, { board, title, at, reason });
          downloadFile(`roundtable-${board}-${id}.json`, 'application/json', file);
        }}
      >
        {t('notice.keepAsFile')}
      </Button>
      {unfit > 0 && <span role="status">{t('notice.unfit', { count: unfit })}</span>}
    </div>
  );
}
