/** Which of some frames deleted a part. Rare, so the frames are simply read again. */
import * as Y from 'yjs';

/** Index of the first frame that says so, or -1. */
export function frameOfDeletion(
  part: { readonly client: number; readonly clock: number },
  frames: ReadonlyArray<{ readonly body: Uint8Array }>,
  among: readonly number[],
): number {
  return (
    among.find((index) => {
      const frame = frames[index];
      const deleted = frame === undefined ? undefined : Y.decodeUpdate(frame.body).ds.clients.get(part.client);
      return deleted?.some(({ clock, len }) => clock <= part.clock && part.clock < clock + len) === true;
    }) ?? -1
  );
}
