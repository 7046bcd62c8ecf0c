/** How many of each kind of representative are here now, as the server counts them for facilitators. */
import { useEffect, useRef, useState } from 'react';
import { useBoard, usePeople } from '#client/board/BoardContext.ts';
import { KindsHere } from '#shared/wire/people.ts';

/** While people stream in, at most so often. */
const askEveryMs = 3_000;

/** Null until it is known, and where it cannot be told. */
export function useKindsHere(): KindsHere | null {
  const { server } = useBoard();
  const [kinds, setKinds] = useState<KindsHere | null>(null);
  const here = usePeople().filter(({ state }) => state !== 'gone');
  const who = here
    .map(({ id }) => id)
    .toSorted()
    .join();
  const timing = useRef<{ planned: ReturnType<typeof setTimeout> | null; askedAt: number }>({
    planned: null,
    askedAt: -Infinity,
  });
  useEffect(() => {
    const { current } = timing;
    if (current.planned !== null) return;
    const ask = async (): Promise<void> => {
      current.planned = null;
      current.askedAt = Date.now();
      const answer = await server.ask('/people/kinds', KindsHere);
      if (answer.ok) setKinds(answer.value);
    };
    current.planned = setTimeout(() => void ask(), Math.max(0, current.askedAt + askEveryMs - Date.now()));
  }, [server, who]);
  useEffect(() => {
    const { current } = timing;
    return () => {
      if (current.planned !== null) clearTimeout(current.planned);
      current.planned = null;
    };
  }, []);
  return kinds;
}
