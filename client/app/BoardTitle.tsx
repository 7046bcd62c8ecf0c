/** The board's name; facilitators change it in place. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#client/connection/Api.ts';
import type { VisitedBoard } from '#client/connection/VisitedBoards.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './BoardTitle.module.css';
import { useServices } from './Services.ts';

export interface BoardTitleProps {
  readonly board: string;
  readonly me: VisitedBoard;
  readonly title: string;
}

export function BoardTitle({ board, me, title }: BoardTitleProps) {
  const { t } = useTranslation();
  const { api } = useServices();
  const [draft, setDraft] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const isDone = useRef(false);
  if (!mayDo(me.role, 'administer')) return <h1 className={styles['title']}>{title}</h1>;

  const save = async (): Promise<void> => {
    if (isDone.current) return;
    isDone.current = true;
    const wanted = draft?.trim() ?? '';
    setDraft(null);
    if (wanted === '' || wanted === title) return;
    const answer = await api.rename(board, me.seat, wanted);
    setFailed(answer.ok ? null : answer.code);
  };
  return (
    <div className={styles['whole']}>
      {draft === null ? (
        <h1 className={styles['heading']}>
          <button
            type="button"
            className={`${styles['title']} ${styles['button']}`}
            title={t('board.rename')}
            onClick={() => {
              isDone.current = false;
              setFailed(null);
              setDraft(title);
            }}
          >
            {title}
          </button>
        </h1>
      ) : (
        <input
          className={styles['input']}
          aria-label={t('board.title')}
          value={draft}
          maxLength={120}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
            if (event.key === 'Escape') {
              isDone.current = true;
              setDraft(null);
            }
          }}
        />
      )}
      {failed !== null && (
        <p className={styles['failed']} role="alert">
          {t('board.renameFailed', { reason: t(`refusal.${failed}`) })}
        </p>
      )}
    </div>
  );
}
