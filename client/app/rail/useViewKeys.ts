/** 1, 2, 3: the views in the order of the rail, while the keys go to the canvas and single letters are on. */
import { useEffect } from 'react';
import { useChoices } from '#client/app/useChoices.ts';
import { useCanvas } from '#client/board/BoardContext.ts';
import type { CanvasView } from '#client/board/CanvasPort.ts';

export function useViewKeys(shown: readonly CanvasView[]): void {
  const canvas = useCanvas();
  const { singleLetters } = useChoices();
  useEffect(() => {
    if (!singleLetters) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const view = shown[Number(event.key) - 1];
      const hasCommand = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (view === undefined || hasCommand || !isOnCanvas() || canvas.isWriting()) return;
      event.preventDefault();
      canvas.showPart(view);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [singleLetters, shown, canvas]);
}

function isOnCanvas(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  const isField = activeElement.matches('input, textarea, select, [contenteditable="true"]');
  // who has just pressed a view on the rail goes on from there
  return !isField && activeElement.closest('.tl-container, nav') !== null;
}
