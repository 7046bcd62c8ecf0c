/** How many of each kind of representative are here now, as the server counts them for facilitators. */
import { useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { KindsHere } from '#shared/wire/people.ts';

/** While people stream in, at most so often. */
const askEveryMs = 3_000;

/** Null until it is known, and where it cannot be told. */
export function useKindsHere(): KindsHere | null {
  const { server, connection } = useBoard();
  const [kinds, setKinds] = useState<KindsHere | null>(null);
  useEffect(() => {
    const { people } = connection;
    let planned: ReturnType<typeof setTimeout> | null = null;
    let askedAt = -Infinity;
    let known: string | null = null;
    let isShown = true;
    const ask = async (): Promise<void> => {
      planned = null;
      askedAt = Date.now();
      const answer = await server.ask('/people/kinds', KindsHere);
      if (isShown && answer.ok) setKinds(answer.value);
    };
    const look = (): void => {
      const here = people.list().filter(({ state }) => state !== 'gone');
      const who = here
        .map(({ id }) => id)
        .toSorted()
        .join();
      if (who === known) return;
      known = who;
      planned ??= setTimeout(() => void ask(), Math.max(0, askedAt + askEveryMs - Date.now()));
    };
    look();
    const stop = people.onList(look);
    return () => {
      isShown = false;
      stop();
      if (planned !== null) clearTimeout(planned);
    };
  }, [server, connection]);
  return kinds;
}
