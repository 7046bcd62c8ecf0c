/** My part in private activities of the open board, once the parts that come after the canvas are there. */
import { useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import type { OwnActivities } from '#client/facilitation/activities/OwnActivities.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useLateParts } from '#client/app/Services.ts';

export function useOwnActivities(): OwnActivities | null {
  const { server, connection, screen } = useBoard();
  const drafts = useDrafts();
  const parts = useLateParts();
  const [desk, setDesk] = useState<OwnActivities | null>(null);
  useEffect(() => {
    if (parts === null) return undefined;
    const opened = new parts.OwnActivities({
      workshop: connection.workshop,
      send: (request) => server.sealed(request),
      showRefusal: screen.refuse,
      drafts,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    // what I did in another tab or on my phone
    const look = (): void => void (document.visibilityState === 'visible' && opened.refresh());
    document.addEventListener('visibilitychange', look);
    setDesk(opened);
    return () => {
      document.removeEventListener('visibilitychange', look);
      opened.close();
      setDesk(null);
    };
  }, [server, drafts, screen, parts, connection]);
  return desk;
}
