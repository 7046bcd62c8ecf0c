/** Makes tldraw's own ids (of bindings, copies, pasted shapes) depend on the run only. */
import * as utils from '@tldraw/tldraw';

/** In 3.15.6, but left out of its types. */
const { mockUniqueId, restoreUniqueId } = utils as unknown as {
  mockUniqueId(make: () => string): void;
  restoreUniqueId(): void;
};

/** Returns how to get tldraw's own ids back. */
export function seedIds(seed: number): () => void {
  let count = 0;
  mockUniqueId(() => `s${seed}u${++count}`);
  return restoreUniqueId;
}
