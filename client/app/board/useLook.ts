/** Which moment of the board the screen shows: now, or a snapshot that was opened to look around in. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BoardView } from '#client/connection/BoardView.ts';
import { openSnapshot } from '#client/connection/api/openSnapshot.ts';
import type { SeatApi } from '#client/connection/api/SeatApi.ts';
import { noMarks, type Marks } from '#client/map/MarksContext.ts';
import type { LookControl, Looked } from '#client/board/LookControl.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';

export function useLook(server: SeatApi, live: BoardView['doc']): LookControl {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [marks, setMarks] = useState<Marks>(noMarks);
  const wish = useRef<string | null>(null);
  // The map and the canvas let go of a document before it ends.
  useEffect(() => (looked === null ? undefined : () => queueMicrotask(() => looked.doc.destroy())), [looked]);

  const load = useCallback(
    async (snapshot: SnapshotSummary) => {
      const answer = await server.snapshotDocument(snapshot.id);
      return answer.ok ? { snapshot, doc: openSnapshot(answer.value) } : answer.code;
    },
    [server],
  );
  const look = useCallback(
    async (snapshot: SnapshotSummary | null) => {
      wish.current = snapshot?.id ?? null;
      if (snapshot === null) {
        setLooked(null);
        setMarks(noMarks);
        return null;
      }
      const found = await load(snapshot);
      if (typeof found === 'string') return found;
      // somebody who went on meanwhile is not brought back
      if (wish.current === snapshot.id) {
        setMarks(noMarks);
        setLooked(found);
      }
      return null;
    },
    [load],
  );
  return useMemo(() => ({ looked, live, look, load, marks, mark: setMarks }), [looked, live, look, load, marks]);
}
