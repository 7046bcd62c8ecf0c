/** Whose board it is, as the server says when a panel is opened. */
import { useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Owner } from '#shared/wire/http.ts';

export interface OwnerNow {
  /** null: not known yet */
  readonly owner: Owner | null;
  /** Another one has it now. */
  setOwner(owner: Owner): void;
}

export function useOwner(): OwnerNow {
  const { server } = useBoard();
  const [owner, setOwner] = useState<Owner | null>(null);
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await server.owner();
      if (isShown && answer.ok) setOwner(answer.value);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [server]);
  return { owner, setOwner };
}

/** The name of who has to be asked for what only the owner does; null where one is the owner, or nobody knows. */
export function askedOwner(owner: Owner | null): string | null {
  return owner === null || owner.isMe ? null : (owner.owner?.name ?? null);
}
