/** The way to where revealed ideas stand. */
import type { CanvasPort } from '#client/board/CanvasPort.ts';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';

/** When what just changed on the page is drawn, so that only what covers the canvas then counts. */
export function goToIdeas({ id, target }: IdeasActivity, canvas: CanvasPort): void {
  requestAnimationFrame(() => {
    // what the cycle did not take stands as notes
    if (!canvas.showIdeas(id) && target.kind === 'stage') canvas.showStage(target.stage);
  });
}
