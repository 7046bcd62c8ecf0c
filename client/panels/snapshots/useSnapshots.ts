/** The snapshots of the open board, read again whenever the server says that the list changed. */
import { useCallback, useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';

export type SnapshotList = readonly SnapshotSummary[] | { readonly failed: Failure } | null;

export function useSnapshots(): { readonly list: SnapshotList; readonly reload: () => Promise<void> } {
  const { server, connection } = useBoard();
  const { workshop } = connection;
  const [list, setList] = useState<SnapshotList>(null);
  const reload = useCallback(async () => {
    const answer = await server.snapshots();
    setList((before) =>
      answer.ok ? answer.value.snapshots : Array.isArray(before) ? before : { failed: answer.code },
    );
  }, [server]);
  useEffect(() => {
    void reload();
    return workshop.onMessage((message) => {
      // after a break of the line, too, something may have been missed
      if (message.type === 'snapshots' || message.type === 'welcome') void reload();
    });
  }, [reload, workshop]);
  return { list, reload };
}
