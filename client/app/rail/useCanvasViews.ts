/** Which views of the map stand on the canvas, and which one is looked at. */
import { useSyncExternalStore } from 'react';
import { useCanvas } from '#client/board/BoardContext.ts';
import type { CanvasView } from '#client/board/CanvasPort.ts';

export function useCanvasViews(): { readonly shown: readonly CanvasView[]; readonly inFront: CanvasView | null } {
  const canvas = useCanvas();
  return {
    shown: useSyncExternalStore(canvas.onViews, canvas.shownViews),
    inFront: useSyncExternalStore(canvas.onViews, canvas.viewInFront),
  };
}
