/** The Yjs update that changes nothing: no blocks, no deletions. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0]);

export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
