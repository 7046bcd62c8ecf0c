/** How others come in, as the server has it now. It is asked again, since a facilitator may make another code meanwhile. */
import { useEffect, useState } from 'react';
import { useBoard, useConnected, useRole } from '#client/board/BoardContext.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { isWayInShown } from '#shared/wire/showing/Showing.ts';
import { WayInNow } from '#shared/wire/http.ts';
import { mayDo } from '#shared/wire/roles.ts';

const again = 30_000;

/** `failed`: it could not be read; null: not read yet. */
export function useWayIn(): WayInNow | 'failed' | null {
  const { server } = useBoard();
  const { line } = useConnected();
  const { showing } = useWorkshopState();
  const isOpen = isWayInShown(showing);
  const mayAsk = mayDo(useRole(), 'administer') || isOpen;
  const isOnLine = line.kind === 'live' || line.kind === 'readOnly';
  const [found, setFound] = useState<WayInNow | 'failed' | null>(null);
  useEffect(() => {
    // asked anew when the line comes back, and when a facilitator shows it
    if (!mayAsk || !isOnLine) return undefined;
    let isShown = true;
    const read = async (): Promise<void> => {
      const answer = await server.ask('/way-in', WayInNow);
      if (!isShown) return;
      // a line that is gone for a moment takes no code from the wall
      if (answer.ok) setFound(answer.value);
      else setFound((before) => before ?? 'failed');
    };
    void read();
    const timer = setInterval(() => void read(), again);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [server, mayAsk, isOnLine]);
  return found;
}
