/** Tells everybody that the board was turned back, and facilitators that much was deleted; each with the way back. */
import { History, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api, Failure } from '#client/connection/Api.ts';
import type { Workshop } from '#client/connection/Workshop.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { mayDo, type Role } from '#shared/wire/roles.ts';
import type { LookControl } from './LookControl.ts';
import { snapshotTime } from './snapshotName.ts';
import styles from './SnapshotNews.module.css';

export interface SnapshotNewsProps {
  readonly api: Api;
  readonly board: string;
  readonly seat: string;
  readonly role: Role;
  readonly workshop: Pick<Workshop, 'onMessage' | 'now'>;
  readonly look: LookControl;
}

interface News {
  readonly event: 'restored' | 'massDelete';
  /** what was there before */
  readonly id: string;
  readonly name: string | null;
  readonly takenAt: number;
}

export function SnapshotNews({ api, board, seat, role, workshop, look }: SnapshotNewsProps) {
  const { t, i18n } = useTranslation();
  const [news, setNews] = useState<News | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  useEffect(
    () =>
      workshop.onMessage((message) => {
        if (message.type !== 'snapshots' || message.event === 'list' || message.id === null) return;
        const { event, id, name, takenAt } = message;
        setFailed(null);
        setNews({ event, id, name, takenAt: takenAt ?? workshop.now() });
      }),
    [workshop],
  );
  if (news === null) return null;
  const { event, id, name, takenAt } = news;
  const isFacilitator = mayDo(role, 'administer');
  const time = snapshotTime(takenAt, workshop.now(), i18n.language);
  const back = async (): Promise<void> => {
    const answer = await api.restoreSnapshot(board, seat, id);
    if (!answer.ok) setFailed(answer.code);
    else await look.look(null);
  };
  const show = async (): Promise<void> => {
    const answer = await api.snapshots(board, seat);
    const found = answer.ok ? answer.value.snapshots.find((one) => one.id === id) : undefined;
    setFailed(answer.ok ? (found === undefined ? 'snapshot-unknown' : await look.look(found)) : answer.code);
  };
  const text =
    event === 'massDelete'
      ? t('snapshots.news.massDelete')
      : t('snapshots.news.restored', { name: name ?? t('snapshots.reason.restore'), time });
  return (
    <div className={styles['news']} data-look={event} role="alert">
      {event === 'massDelete' ? <TriangleAlert aria-hidden="true" /> : <History aria-hidden="true" />}
      <p>{failed === null ? text : t(`refusal.${failed}`)}</p>
      <div className={styles['acts']}>
        {event === 'massDelete' && <Button onClick={() => void show()}>{t('snapshots.news.look')}</Button>}
        {isFacilitator && (
          <Button onClick={() => void back()}>
            {t(event === 'massDelete' ? 'snapshots.news.restore' : 'snapshots.news.undo')}
          </Button>
        )}
        <IconButton label={t('common.dismiss')} onClick={() => setNews(null)}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}
