/** One's own return link, as the server knows it when a panel is opened. */
import { useEffect, useState } from 'react';
import type { Api } from '#client/connection/api/Api.ts';
import { readReturnLink } from '#client/connection/api/ownPlaces.ts';

export interface ReturnLinkNow {
  /** path with fragment; null: not known yet */
  readonly link: string | null;
  setLink(link: string): void;
}

export function useReturnLink(api: Api, board: string, seat: string): ReturnLinkNow {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await readReturnLink(api, board, seat);
      if (isShown && answer.ok) setLink(answer.value.link);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [api, board, seat]);
  return { link, setLink };
}
