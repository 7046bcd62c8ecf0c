/** A moment to compare: a snapshot from the server, or now, which moves on while people work. */
import { useEffect, useState } from 'react';
import type { BoardMoment } from '#shared/compare/Comparison.ts';
import { momentOf } from '#shared/compare/momentOf.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { LookControl } from '#client/board/LookControl.ts';

/** Reading a whole board takes a while; a list that jumps with every letter helps nobody. */
const restMs = 1_000;

export function useMoment(which: SnapshotSummary | 'now' | null, look: LookControl): BoardMoment | Failure | null {
  const [found, setFound] = useState<{ readonly key: string; readonly moment: BoardMoment | Failure } | null>(null);
  const key = which === null ? '' : which === 'now' ? 'now' : which.id;
  const { live, load } = look;
  useEffect(() => {
    if (which === null) return undefined;
    if (which === 'now') {
      const show = (): void => setFound({ key, moment: momentOf(live) });
      let timer: ReturnType<typeof setTimeout> | null = null;
      const later = (): void => {
        timer ??= setTimeout(() => {
          timer = null;
          show();
        }, restMs);
      };
      show();
      live.on('update', later);
      return () => {
        live.off('update', later);
        if (timer !== null) clearTimeout(timer);
      };
    }
    let isWanted = true;
    const read = async (): Promise<void> => {
      const answer = await load(which);
      if (!isWanted) return;
      if (typeof answer === 'string') setFound({ key, moment: answer });
      else {
        setFound({ key, moment: momentOf(answer.doc) });
        answer.doc.destroy();
      }
    };
    void read();
    return () => {
      isWanted = false;
    };
    // The key says which one it is; the list's objects are made anew each time it is read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, live, load]);
  return found?.key === key ? found.moment : null;
}
