/** When I last moved the view myself: not by following somebody, and not because the workshop took everybody somewhere. */
import { computed, react, type Editor } from '@tldraw/tldraw';

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
  // a canvas that becomes wider or narrower has moved nowhere
  const place = computed('place of the view', () => {
    const { x, y, z } = editor.getCamera();
    return `${editor.getCurrentPageId()} ${x} ${y} ${z}`;
  });
  let seen = place.get();
  const stop = react('own moves', () => {
    const now = place.get();
    if (now === seen) return;
    seen = now;
    const isFollowing = editor.getInstanceState().followingUserId !== null;
    if (!isFollowing && nowMs() > ledUntil) movedAt = nowMs();
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
