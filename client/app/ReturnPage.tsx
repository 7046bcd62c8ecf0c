/** A return link of somebody else than this device is on the board as: asks who goes on. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enJoin } from '#client/locales/enJoin.ts';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import type { VisitedBoard } from '#client/connection/VisitedBoards.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './JoinPage.module.css';
import { Mark } from './Mark.tsx';
import { PlaceHere } from './PlaceHere.tsx';
import { useTakeOver } from './useTakeOver.ts';
import { useServices } from './Services.ts';
import { useTitle } from './useTitle.ts';

export interface ReturnPageProps {
  /** whom the link brings back */
  readonly comes: VisitedBoard;
  readonly known: VisitedBoard;
  readonly onReturned: (me: VisitedBoard) => void;
}

export function ReturnPage({ comes, known, onReturned }: ReturnPageProps) {
  usePageTexts(enJoin);
  const { t } = useTranslation();
  const { report, visited } = useServices();
  const takeOver = useTakeOver(known, comes);
  const [isBusy, setBusy] = useState(false);
  useTitle(t('join.documentTitle', { title: comes.title }));
  const goOn = async (): Promise<void> => {
    setBusy(true);
    try {
      if (!(await takeOver.isSettled())) return;
    } finally {
      setBusy(false);
    }
    takeOver.keep(comes);
    onReturned(comes);
  };
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <Mark size={36} />
          <h1 className={styles['title']}>{comes.title}</h1>
        </header>
        <p className={styles['role']}>
          {t('join.returnAsk', {
            name: known.name,
            role: t(`role.${known.role}`),
            comes: comes.name,
            comesRole: t(`role.${comes.role}`),
          })}
        </p>
        <div className={styles['form']}>
          <Button
            autoFocus
            onClick={() => {
              visited.keep(known);
              onReturned(known);
            }}
          >
            {t('join.goOn', { name: known.name })}
          </Button>
          <PlaceHere name={known.name} takeOver={takeOver} />
          <Button
            look="primary"
            className={styles['submit']}
            disabled={isBusy}
            onClick={() => void goOn().catch(report)}
          >
            {t(isBusy ? 'join.submitting' : 'join.goOn', { name: comes.name })}
          </Button>
        </div>
      </div>
    </main>
  );
}
