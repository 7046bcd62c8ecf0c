/** Reads the ratings of the board for facilitators, gives them to the map's readings, and looks for others' from time to time. */
import { useEffect, useMemo, type ReactNode } from 'react';
import { BoardRatings } from '#client/map/BoardRatings.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { RatingsContext } from '#client/map/RatingsContext.ts';
import { useServices } from './Services.ts';

/** Another facilitator's ratings show after at most this time; nobody else waits for them. */
const lookEveryMs = 5_000;

export interface BoardRatingsProviderProps {
  readonly board: string;
  readonly seat: string;
  readonly children: ReactNode;
}

export function BoardRatingsProvider({ board, seat, children }: BoardRatingsProviderProps) {
  const { api } = useServices();
  const { boardMap, isFacilitator } = useBoardMap();
  const ratings = useMemo(() => {
    if (!isFacilitator) return null;
    return new BoardRatings({
      read: async () => {
        const answer = await api.ratings(board, seat);
        return answer.ok ? { ok: true, value: new Map(Object.entries(answer.value.ratings)) } : answer;
      },
      write: (organization, rating) => api.rate(board, seat, organization, { ...rating }),
      deleteAll: () => api.deleteRatings(board, seat),
    });
  }, [api, board, seat, isFacilitator]);
  useEffect(() => {
    if (ratings === null) return undefined;
    const look = (): void => {
      if (!document.hidden) void ratings.read();
    };
    const stop = ratings.subscribe(() => boardMap.setRatings(ratings.view().ratings));
    boardMap.setRatings(ratings.view().ratings);
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => {
      stop();
      clearInterval(timer);
      boardMap.setRatings(new Map());
    };
  }, [ratings, boardMap]);
  return <RatingsContext value={ratings}>{children}</RatingsContext>;
}
