/** Tells everybody that the board was turned back, and facilitators who removed what; each with the way back. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import { Button } from '#client/ui/Button.tsx';
import { mayDo, type Role } from '#shared/wire/roles.ts';
import type { LossSummary } from '#shared/wire/snapshots.ts';
import { DamageNews } from './DamageNews.tsx';
import type { LookControl } from './LookControl.ts';
import { lossWords } from './lossWords.ts';
import { NewsCard } from './NewsCard.tsx';
import { snapshotTime } from './snapshotName.ts';
import { useLosses } from './useLosses.ts';

export interface SnapshotNewsProps {
  readonly api: Api;
  readonly board: string;
  readonly seat: string;
  readonly role: Role;
  readonly workshop: Pick<Workshop, 'onMessage' | 'now'>;
  readonly look: LookControl;
}

export function SnapshotNews(props: SnapshotNewsProps) {
  return (
    <>
      {mayDo(props.role, 'administer') && <DamageNews {...props} />}
      <RestoredNews {...props} />
      {mayDo(props.role, 'administer') && <LossNews {...props} />}
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

function RestoredNews({ api, board, seat, role, workshop, look }: SnapshotNewsProps) {
  const { t, i18n } = useTranslation();
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
    const answer = await api.restoreSnapshot(board, seat, news.id);
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
    <NewsCard look="restored" text={failed === null ? text : t(`refusal.${failed}`)} onDismiss={() => setNews(null)}>
      {mayDo(role, 'administer') && (
        <Button onClick={() => void back()}>
          {t(news.isOfOne ? 'snapshots.news.undoTakeBack' : 'snapshots.news.undo')}
        </Button>
      )}
    </NewsCard>
  );
}

/** Stays until a facilitator brings it back or puts it away, also for those who come later. */
function LossNews({ api, board, seat, workshop, look }: SnapshotNewsProps) {
  const { t, i18n } = useTranslation();
  const { losses, reload } = useLosses(api, board, seat, workshop);
  const [failed, setFailed] = useState<{ readonly snapshot: string; readonly code: Failure } | null>(null);
  const [isBack, setBack] = useState(false);
  const [loss, ...earlier] = losses;
  if (loss === undefined)
    return isBack ? (
      <NewsCard look="restored" text={t('snapshots.news.cameBack')} onDismiss={() => setBack(false)} />
    ) : null;
  const decide = async (asked: ReturnType<Api['bringBack']>, brought: boolean): Promise<void> => {
    const answer = await asked;
    setFailed(answer.ok ? null : { snapshot: loss.snapshot, code: answer.code });
    if (answer.ok) setBack(brought);
    await reload();
  };
  const show = async (): Promise<void> => {
    const answer = await api.snapshots(board, seat);
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
    <NewsCard
      look="massDelete"
      text={isFailed ? t(`refusal.${failed.code}`) : told + more}
      onDismiss={() => void decide(api.putLossAway(board, seat, loss.snapshot), false)}
    >
      <Button onClick={() => void show()}>{t('snapshots.news.look')}</Button>
      <Button onClick={() => void decide(api.bringBack(board, seat, loss.snapshot), true)}>
        {t('snapshots.news.bringBack')}
      </Button>
    </NewsCard>
  );
}

/** Where several may have done it and nobody knows which, it says "or". */
function whoDid({ people, isKnown }: LossSummary, somebody: string, language: string): string {
  const names = [...new Set(people.map((name) => name ?? somebody))];
  return new Intl.ListFormat(language, { type: isKnown ? 'conjunction' : 'disjunction' }).format(names);
}
