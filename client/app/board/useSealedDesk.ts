/** My part in private rounds of the open board, once the parts that come after the canvas are there. */
import { useEffect, useState } from 'react';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import type { SealedDesk } from '#client/facilitation/rounds/SealedDesk.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useLateParts, useServices } from '#client/app/Services.ts';

export function useSealedDesk(
  board: string,
  seat: string,
  workshop: Workshop,
  onRefused: (code: Failure) => void,
): SealedDesk | null {
  const { api } = useServices();
  const drafts = useDrafts();
  const parts = useLateParts();
  const [desk, setDesk] = useState<SealedDesk | null>(null);
  useEffect(() => {
    if (parts === null) return undefined;
    const opened = new parts.SealedDesk({
      workshop,
      send: (request) => api.sealed(board, seat, request),
      showRefusal: onRefused,
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
  }, [api, board, drafts, onRefused, parts, seat, workshop]);
  return desk;
}
