/** A return link of somebody else than this device is on the board as: asks who goes on. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import joinWords from '#shared/words/en/join.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './JoinPage.module.css';
import { seatFor, type Comes } from './findWay.ts';
import { Mark } from '#client/app/Mark.tsx';
import { PlaceHere } from './PlaceHere.tsx';
import { useTakeOver } from './useTakeOver.ts';
import { useServices } from '#client/app/Services.ts';
import { useTitle } from '#client/app/useTitle.ts';

export interface ReturnPageProps {
  /** whom the link brings back */
  readonly comes: Comes;
  /** of the link */
  readonly secret: string;
  readonly known: VisitedBoard;
  readonly onReturned: (me: VisitedBoard) => void;
}

export function ReturnPage({ comes, secret, known, onReturned }: ReturnPageProps) {
  usePageTexts(joinWords);
  const { t } = useTranslation();
  const { api, report, visited } = useServices();
  const takeOver = useTakeOver(known, comes);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  useTitle(t('join.documentTitle', { title: comes.title }));
  const goOn = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      if (!(await takeOver.isSettled())) return;
      const given = await seatFor(comes, secret, api);
      if (!given.ok) {
        setProblem(given.code);
        return;
      }
      takeOver.keep(given.value);
      onReturned(given.value);
    } finally {
      setBusy(false);
    }
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
          {problem !== null && (
            <p className={styles['error']} role="alert">
              {t(`refusal.${problem}`)}
            </p>
          )}
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
