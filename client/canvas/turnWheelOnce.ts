/**
 * Lets one turn of the wheel move the view once. tldraw 3.15 hears of the last turn again when the wheel has come to rest and
 * knows it by the time between; where a slow machine makes that time longer it takes it for another turn, and the view jumps.
 */

/** Returns its own undo. */
export function turnWheelOnce(container: HTMLElement): () => void {
  const onWheel = (event: WheelEvent): void => {
    // The event has been seen by then; what comes again is the same object.
    setTimeout(() => {
      for (const way of ['deltaX', 'deltaY', 'deltaZ']) Object.defineProperty(event, way, { value: 0 });
    });
  };
  container.addEventListener('wheel', onWheel, { capture: true, passive: true });
  return () => container.removeEventListener('wheel', onWheel, { capture: true });
}
