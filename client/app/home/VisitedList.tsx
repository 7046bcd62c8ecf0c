/** The boards of this device, newest first. Removing one asks first, since unsent work goes with it. */
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { copyDisk, deleteCopy } from '#client/connection/copy/copyDisk.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import { useServices } from '#client/app/Services.ts';
import styles from './VisitedList.module.css';

export function VisitedList() {
  const { t, i18n } = useTranslation();
  const { visited, report } = useServices();
  const list = useSyncExternalStore(visited.subscribe, visited.list);
  const [asking, setAsking] = useState<string | null>(null);
  const forget = async (board: VisitedBoard): Promise<void> => {
    visited.forget(board.id);
    await deleteCopy(copyDisk(), board.id, board.person);
  };
  if (list.length === 0) return <p className={styles['empty']}>{t('home.visitedEmpty')}</p>;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <ul className={styles['list']}>
      {list.map((board) => (
        <li key={board.id} className={styles['item']}>
          <div className={styles['row']}>
            <Link
              href={`/b/${board.id}`}
              className={styles['link']}
              aria-label={t('home.openBoard', { title: board.title })}
              onClick={() => visited.leaveTab(board.id)}
            >
              <span className={styles['title']}>{board.title}</span>
              <span className={styles['facts']}>
                {t(`role.${board.role}`)} · {t('home.you', { name: board.name })} · {day.format(board.visitedAt)}
              </span>
            </Link>
            <IconButton label={t('home.forget', { title: board.title })} onClick={() => setAsking(board.id)}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
          {asking === board.id && (
            <Question
              question={t('home.forgetAsk', { title: board.title })}
              yes={t('common.remove')}
              onYes={() => forget(board).catch(report)}
              onCancel={() => setAsking(null)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
