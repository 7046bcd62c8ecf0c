/** Follows somebody's view, with code that comes when it is first asked for. */
import type { Editor } from '@tldraw/tldraw';
import { useEffect, useEffectEvent } from 'react';

/** `person`: whose view, or null; `onStop`: one's own movement ended it. */
export function useFollowed(editor: Editor | null, person: string | null, onStop: () => void): void {
  const stopped = useEffectEvent(onStop);
  useEffect(() => {
    if (editor === null || person === null) return undefined;
    let stop: (() => void) | null = null;
    let isWanted = true;
    const follow = async (): Promise<void> => {
      const { followPerson } = await import('./followPerson.ts');
      if (isWanted) stop = followPerson(editor, person, () => stopped());
    };
    void follow();
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [editor, person]);
}
