/** Tells facilitators what of the board the server could not read, until one of them decides how it goes on. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import { Button } from '#client/ui/Button.tsx';
import type { BoardDamage, DecideDamage } from '#shared/wire/damage.ts';
import { NewsCard } from './NewsCard.tsx';
import { snapshotTime } from './snapshotName.ts';

export interface DamageNewsProps {
  readonly api: Api;
  readonly board: string;
  readonly seat: string;
  readonly workshop: Pick<Workshop, 'onMessage' | 'now'>;
}

export function DamageNews({ api, board, seat, workshop }: DamageNewsProps) {
  const { t, i18n } = useTranslation();
  const { damage, reload } = useDamage(api, board, seat, workshop);
  /** of a decision about this damage, and not about what came since */
  const [failed, setFailed] = useState<{ readonly about: BoardDamage; readonly code: Failure } | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (damage === null || damage.foundAt === null) return null;
  const { isLost, parts, snapshot } = damage;
  const decide = async (decision: DecideDamage): Promise<void> => {
    setBusy(true);
    const answer = await api.decideDamage(board, seat, decision);
    setBusy(false);
    setFailed(answer.ok ? null : { about: damage, code: answer.code });
    if (answer.ok) await reload();
  };
  const list = new Intl.ListFormat(i18n.language).format(
    parts.map(({ part, count }) => t(`snapshots.damage.part.${part}`, { count })),
  );
  const text = t(isLost ? 'snapshots.damage.lost' : 'snapshots.damage.found', { list });
  const goOn = (): void => void decide({ do: 'goOn' });
  return (
    <NewsCard
      look="massDelete"
      text={failed?.about === damage ? t(`refusal.${failed.code}`) : text}
      onDismiss={isLost ? null : goOn}
    >
      {snapshot !== null && (
        <Button disabled={isBusy} onClick={() => void decide({ do: 'bringBack', snapshot: snapshot.id })}>
          {t('snapshots.damage.bringBack', { time: snapshotTime(snapshot.takenAt, workshop.now(), i18n.language) })}
        </Button>
      )}
      {isLost && (
        <Button disabled={isBusy} onClick={goOn}>
          {t('snapshots.damage.goOn')}
        </Button>
      )}
    </NewsCard>
  );
}

function useDamage(
  api: Api,
  board: string,
  seat: string,
  workshop: DamageNewsProps['workshop'],
): { readonly damage: BoardDamage | null; readonly reload: () => Promise<void> } {
  const [damage, setDamage] = useState<BoardDamage | null>(null);
  const reload = useCallback(async () => {
    const answer = await api.damage(board, seat);
    if (answer.ok) setDamage(answer.value);
  }, [api, board, seat]);
  useEffect(() => {
    void reload();
    // a board is read anew after a break of the line, and then it is known
    return workshop.onMessage(({ type }) => {
      if (type === 'damage' || type === 'welcome') void reload();
    });
  }, [reload, workshop]);
  return { damage, reload };
}
