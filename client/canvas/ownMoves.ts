/** When I last moved the view myself: not by following somebody, and not because the workshop took everybody somewhere. */
import { react, type Editor } from '@tldraw/tldraw';

export interface OwnMoves {
  /** Milliseconds since; Infinity where I never did. */
  since(): number;
  /** Moves the view for the workshop; what it does in `ms` more milliseconds is not my own. */
  lead(ms: number, move: () => void): void;
  stop(): void;
}

/** `nowMs` counts up whatever the clock of the day does. */
export function watchOwnMoves(editor: Editor, nowMs: () => number = () => performance.now()): OwnMoves {
  let movedAt = -Infinity;
  let ledUntil = -Infinity;
  let isFirst = true;
  const stop = react('own moves', () => {
    editor.getCamera();
    editor.getCurrentPageId();
    const isFollowing = editor.getInstanceState().followingUserId !== null;
    if (isFirst) isFirst = false;
    else if (!isFollowing && nowMs() > ledUntil) movedAt = nowMs();
  });
  return {
    since: () => nowMs() - movedAt,
    lead: (ms, move) => {
      ledUntil = Infinity;
      move();
      ledUntil = nowMs() + ms;
    },
    stop,
  };
}
