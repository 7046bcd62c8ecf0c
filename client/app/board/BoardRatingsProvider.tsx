/** Reads the ratings of the board for facilitators, gives them to the map's readings, and again when the server says so. */
import { useEffect, useMemo, type ReactNode } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { RatingsContext } from '#client/map/RatingsContext.ts';
import { useLateParts } from '#client/app/Services.ts';

export function BoardRatingsProvider({ children }: { readonly children: ReactNode }) {
  const { server, connection } = useBoard();
  const { workshop } = connection;
  // only panels show them, and these come late, too
  const parts = useLateParts();
  const { boardMap, isFacilitator } = useBoardMap();
  const ratings = useMemo(() => {
    if (!isFacilitator || parts === null) return null;
    return new parts.BoardRatings({
      read: async () => {
        const answer = await server.ratings();
        return answer.ok ? { ok: true, value: new Map(Object.entries(answer.value.ratings)) } : answer;
      },
      write: (organization, rating, from) => server.rate(organization, { ...rating, from }),
      deleteAll: () => server.deleteRatings(),
    });
  }, [server, parts, isFacilitator]);
  useEffect(() => {
    if (ratings === null) return undefined;
    const stop = ratings.subscribe(() => boardMap.setRatings(ratings.view().ratings));
    boardMap.setRatings(ratings.view().ratings);
    void ratings.read();
    // `welcome`: what others did while the line was broken
    const stopHearing = workshop.onMessage(({ type }) => {
      if (type === 'ratings' || type === 'welcome') void ratings.read();
    });
    return () => {
      stop();
      stopHearing();
      boardMap.setRatings(new Map());
    };
  }, [ratings, boardMap, workshop]);
  return <RatingsContext value={ratings}>{children}</RatingsContext>;
}
