/** What was taken away from the open board and no facilitator has decided about, newest first. */
import { useCallback, useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import type { LossSummary } from '#shared/wire/snapshots.ts';

/** Somebody who deletes one by one is told with every one; the list is read once after them. */
const quietMs = 400;

export function useLosses(): { readonly losses: readonly LossSummary[]; readonly reload: () => Promise<void> } {
  const { server, connection } = useBoard();
  const { workshop } = connection;
  const [losses, setLosses] = useState<readonly LossSummary[]>([]);
  const reload = useCallback(async () => {
    const answer = await server.losses();
    if (answer.ok) setLosses(answer.value.losses);
  }, [server]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void reload();
    const stop = workshop.onMessage((message) => {
      // after a break of the line, too, something may have been missed
      if (message.type !== 'snapshots' && message.type !== 'welcome') return;
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), quietMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [reload, workshop]);
  return { losses, reload };
}
