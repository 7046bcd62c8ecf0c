/** Shows a map that changes: once a frame at most, whatever comes in. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';

/** The map as it is, and a call after every change of it. */
export interface MapSource {
  readonly get: () => PartnershipMap;
  readonly subscribe: (run: () => void) => () => void;
}

/** Hidden tabs draw no frames. */
const hiddenTabMs = 100;

/** Starts following; the returned function ends it. */
export function followMap(map$: MapSource, show: () => void): () => void {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stopWaiting = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    if (timer !== null) clearTimeout(timer);
    frame = timer = null;
  };
  const showNow = () => {
    stopWaiting();
    show();
  };
  const stopFollowing = map$.subscribe(() => {
    if (frame !== null) return;
    frame = requestAnimationFrame(showNow);
    timer = setTimeout(showNow, hiddenTabMs);
  });
  return () => {
    stopFollowing();
    stopWaiting();
  };
}
