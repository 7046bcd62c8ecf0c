/** One's own return link, as the server knows it when a panel is opened. */
import { useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { readReturnLink } from '#client/connection/api/ownPlaces.ts';

export interface ReturnLinkNow {
  /** path with fragment; null: not known yet */
  readonly link: string | null;
  setLink(link: string): void;
}

export function useReturnLink(): ReturnLinkNow {
  const { server } = useBoard();
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await readReturnLink(server);
      if (isShown && answer.ok) setLink(answer.value.link);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [server]);
  return { link, setLink };
}
