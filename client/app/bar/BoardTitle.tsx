/** The board's name; facilitators change it in place. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { useBoard, useConnected } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { useKept } from '#client/drafts/useKept.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './BoardTitle.module.css';

/** `from`: the title when it began; null where the one of now was shown beside it. */
const TitleDraft = v.nullable(v.object({ text: v.string(), from: v.nullable(v.string()) }));

export function BoardTitle() {
  const { t } = useTranslation();
  const { server } = useBoard();
  const { role, title } = useConnected();
  const { value: draft, keep: setDraft, forget: forgetDraft } = useKept('board.title', TitleDraft, null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const isDone = useRef(false);
  if (!mayDo(role, 'administer')) return <h1 className={styles['title']}>{title}</h1>;

  const save = async (): Promise<void> => {
    if (isDone.current) return;
    isDone.current = true;
    const wanted = draft?.text.trim() ?? '';
    const from = draft?.from ?? title;
    forgetDraft();
    if (wanted === '' || wanted === title) return;
    const answer = await server.rename(wanted, from);
    setFailed(answer.ok ? null : answer.code);
    if (answer.ok || answer.code !== 'name-moved') return;
    // what was typed stays, beside the name that somebody else has just given
    isDone.current = false;
    setDraft({ text: wanted, from: null });
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
              setDraft({ text: title, from: title });
            }}
          >
            {title}
          </button>
        </h1>
      ) : (
        <input
          className={styles['input']}
          aria-label={t('board.title')}
          value={draft.text}
          maxLength={120}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
            if (event.key === 'Escape') {
              isDone.current = true;
              setFailed(null);
              forgetDraft();
            }
          }}
        />
      )}
      {failed !== null && (
        <p className={styles['failed']} role="alert">
          {failed === 'name-moved'
            ? t('board.renameMoved', { title })
            : t('board.renameFailed', { reason: t(`refusal.${failed}`) })}
        </p>
      )}
    </div>
  );
}
