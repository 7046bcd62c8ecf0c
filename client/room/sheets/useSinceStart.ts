/** What changed on the map since the workshop began, or since the last moment that was kept by hand. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { compareWords } from '#client/panels/snapshots/compareWords.ts';
import { snapshotTime } from '#client/panels/snapshots/snapshotName.ts';
import { useMoment } from '#client/panels/snapshots/useMoment.ts';
import { compareBoards } from '#shared/compare/compareBoards.ts';
import type { Comparison } from '#shared/compare/Comparison.ts';
import { type DescribedGroup, describeComparison } from '#shared/compare/describeComparison.ts';
import { sinceWhich } from '#shared/compare/sinceWhich.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';

export interface SinceStart {
  readonly comparison: Comparison;
  readonly groups: readonly DescribedGroup[];
  /** the moment in words; null: the start of the workshop that runs */
  readonly since: string | null;
}

/** `reading`, `none`: no moment was kept yet; `failed`: it could not be read. */
export function useSinceStart(): SinceStart | 'reading' | 'none' | 'failed' {
  const { t, i18n } = useTranslation();
  const { look, connection } = useBoard();
  const { boardMap } = useBoardMap();
  const moment = useStartMoment();
  const before = useMoment(typeof moment === 'string' ? null : moment, look);
  const after = useMoment('now', look);
  const asOf = boardMap.today();
  const { language } = i18n;
  const found = useMemo(() => {
    if (before === null || after === null || typeof before === 'string' || typeof after === 'string') return null;
    const comparison = compareBoards(before, after, asOf);
    return {
      comparison,
      groups: describeComparison(comparison, { before, after }, compareWords({ t, language }, asOf)),
    };
  }, [before, after, asOf, t, language]);
  if (typeof moment === 'string') return moment;
  if (typeof before === 'string') return 'failed';
  if (found === null) return 'reading';
  const since = moment.reason === 'start' ? null : snapshotTime(moment.takenAt, connection.workshop.now(), language);
  return { ...found, since };
}

function useStartMoment(): SnapshotSummary | 'reading' | 'none' | 'failed' {
  const { server } = useBoard();
  const [found, setFound] = useState<SnapshotSummary | 'reading' | 'none' | 'failed'>('reading');
  useEffect(() => {
    let isShown = true;
    const read = async (): Promise<void> => {
      const answer = await server.snapshots();
      if (!isShown) return;
      if (!answer.ok) setFound('failed');
      else {
        const moments = answer.value.snapshots.map((one) => ({ ...one, takenAtMs: one.takenAt }));
        setFound(sinceWhich(moments) ?? 'none');
      }
    };
    void read();
    return () => {
      isShown = false;
    };
  }, [server]);
  return found;
}
