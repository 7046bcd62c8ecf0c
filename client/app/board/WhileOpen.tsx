/**
 * Keeps what is being written when the whole board goes from the screen (it is loaded anew, or its line has ended for good).
 * Stands before the board's parts: React takes them out in this order.
 */
import { useLayoutEffect } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import type { KeptWords } from '#client/map/KeptWords.ts';
import { openField } from '#client/ui/focus/holdKeys.ts';

export function WhileOpen({ words }: { readonly words: KeptWords }) {
  const { connection } = useBoard();
  useLayoutEffect(() => {
    const { doc } = connection.view();
    return () => {
      const now = connection.view();
      // Whoever leaves the page themselves has not lost anything.
      if (now.isReady && now.doc === doc && now.line.kind !== 'ended') return;
      const text = openField(document.body)?.text.trim();
      if (text !== undefined) words.lose({ key: 'board', text, why: 'gone' });
    };
  }, [connection, words]);
  return null;
}
