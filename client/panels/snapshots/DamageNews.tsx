/** Tells facilitators what of the board the server could not read, until one of them decides how it goes on. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Button } from '#client/ui/Button.tsx';
import { Notice } from '#client/board/Notice.tsx';
import type { BoardDamage, DecideDamage } from '#shared/wire/damage.ts';
import { snapshotTime } from './snapshotName.ts';

export function DamageNews() {
  const { t, i18n } = useTranslation();
  const { server, connection } = useBoard();
  const { workshop } = connection;
  const { damage, reload } = useDamage();
  /** of a decision about this damage, and not about what came since */
  const [failed, setFailed] = useState<{ readonly about: BoardDamage; readonly code: Failure } | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (damage === null || damage.foundAt === null) return null;
  const { isLost, parts, snapshot } = damage;
  const decide = async (decision: DecideDamage): Promise<void> => {
    setBusy(true);
    const answer = await server.decideDamage(decision);
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
    <Notice
      look="warning"
      role="alert"
      acts={
        <>
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
        </>
      }
      onDismiss={isLost ? null : goOn}
    >
      {failed?.about === damage ? t(`refusal.${failed.code}`) : text}
    </Notice>
  );
}

function useDamage(): { readonly damage: BoardDamage | null; readonly reload: () => Promise<void> } {
  const { server, connection } = useBoard();
  const { workshop } = connection;
  const [damage, setDamage] = useState<BoardDamage | null>(null);
  const reload = useCallback(async () => {
    const answer = await server.damage();
    if (answer.ok) setDamage(answer.value);
  }, [server]);
  useEffect(() => {
    void reload();
    // a board is read anew after a break of the line, and then it is known
    return workshop.onMessage(({ type }) => {
      if (type === 'damage' || type === 'welcome') void reload();
    });
  }, [reload, workshop]);
  return { damage, reload };
}
