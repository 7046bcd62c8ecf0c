/** Tells everybody that the board was turned back, and facilitators who removed what; each with the way back. */
import { History } from '#client/ui/icons/History.tsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import type { SeatApi } from '#client/connection/api/SeatApi.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Button } from '#client/ui/Button.tsx';
import { Notice } from '#client/board/Notice.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import type { LossSummary } from '#shared/wire/snapshots.ts';
import { DamageNews } from './DamageNews.tsx';
import { lossWords } from './lossWords.ts';
import { snapshotTime } from './snapshotName.ts';
import { useLosses } from './useLosses.ts';

export function SnapshotNews() {
  const isLeading = mayDo(useRole(), 'administer');
  return (
    <>
      {isLeading && <DamageNews />}
      <RestoredNews mayUndo={isLeading} />
      {isLeading && <LossNews />}
    </>
  );
}

interface Restored {
  /** what one person did was taken back, and not the board turned back */
  readonly isOfOne: boolean;
  /** what was there before */
  readonly id: string;
  readonly name: string | null;
  readonly takenAt: number;
}

function RestoredNews({ mayUndo }: { readonly mayUndo: boolean }) {
  const { t, i18n } = useTranslation();
  const { server, connection, look } = useBoard();
  const { workshop } = connection;
  const [news, setNews] = useState<Restored | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  useEffect(
    () =>
      workshop.onMessage((message) => {
        if (message.type !== 'snapshots' || message.id === null) return;
        if (message.event !== 'restored' && message.event !== 'tookBack') return;
        const { id, name, takenAt, event } = message;
        setFailed(null);
        setNews({ id, name, takenAt: takenAt ?? workshop.now(), isOfOne: event === 'tookBack' });
      }),
    [workshop],
  );
  if (news === null) return null;
  const back = async (): Promise<void> => {
    const answer = await server.restoreSnapshot(news.id);
    if (!answer.ok) setFailed(answer.code);
    else await look.look(null);
  };
  const time = snapshotTime(news.takenAt, workshop.now(), i18n.language);
  const text = news.isOfOne
    ? t('snapshots.news.tookBack')
    : news.name === null
      ? t('snapshots.news.restoredMoment', { time })
      : t('snapshots.news.restored', { name: news.name, time });
  return (
    <Notice
      look="calm"
      role="alert"
      icon={<History aria-hidden="true" />}
      acts={
        mayUndo && (
          <Button onClick={() => void back()}>
            {t(news.isOfOne ? 'snapshots.news.undoTakeBack' : 'snapshots.news.undo')}
          </Button>
        )
      }
      onDismiss={() => setNews(null)}
    >
      {failed === null ? text : t(`refusal.${failed}`)}
    </Notice>
  );
}

/** Stays until a facilitator brings it back or puts it away, also for those who come later. */
function LossNews() {
  const { t, i18n } = useTranslation();
  const { server, connection, look } = useBoard();
  const { workshop } = connection;
  const { losses, reload } = useLosses();
  const [failed, setFailed] = useState<{ readonly snapshot: string; readonly code: Failure } | null>(null);
  const [isBack, setBack] = useState(false);
  const [loss, ...earlier] = losses;
  if (loss === undefined)
    return isBack ? (
      <Notice look="calm" role="alert" icon={<History aria-hidden="true" />} onDismiss={() => setBack(false)}>
        {t('snapshots.news.cameBack')}
      </Notice>
    ) : null;
  const decide = async (asked: ReturnType<SeatApi['bringBack']>, brought: boolean): Promise<void> => {
    const answer = await asked;
    setFailed(answer.ok ? null : { snapshot: loss.snapshot, code: answer.code });
    if (answer.ok) setBack(brought);
    await reload();
  };
  const show = async (): Promise<void> => {
    const answer = await server.snapshots();
    const found = answer.ok ? answer.value.snapshots.find((one) => one.id === loss.snapshot) : undefined;
    const code = answer.ok ? (found === undefined ? 'snapshot-unknown' : await look.look(found)) : answer.code;
    setFailed(code === null ? null : { snapshot: loss.snapshot, code });
  };
  const told = t('snapshots.news.lost', {
    who: whoDid(loss, t('snapshots.news.somebody'), i18n.language),
    list: lossWords(loss.counts, t, i18n.language),
    time: snapshotTime(loss.at, workshop.now(), i18n.language),
  });
  const more = earlier.length === 0 ? '' : ` ${t('snapshots.news.more', { count: earlier.length })}`;
  const isFailed = failed !== null && failed.snapshot === loss.snapshot;
  return (
    <Notice
      look="warning"
      as="news"
      role="alert"
      acts={
        <>
          <Button onClick={() => void show()}>{t('snapshots.news.look')}</Button>
          <Button onClick={() => void decide(server.bringBack(loss.snapshot), true)}>
            {t('snapshots.news.bringBack')}
          </Button>
        </>
      }
      onDismiss={() => void decide(server.putLossAway(loss.snapshot), false)}
    >
      {isFailed ? t(`refusal.${failed.code}`) : told + more}
    </Notice>
  );
}

/** Where several may have done it and nobody knows which, it says "or". */
function whoDid({ people, isKnown }: LossSummary, somebody: string, language: string): string {
  const names = [...new Set(people.map((name) => name ?? somebody))];
  return new Intl.ListFormat(language, { type: isKnown ? 'conjunction' : 'disjunction' }).format(names);
}
