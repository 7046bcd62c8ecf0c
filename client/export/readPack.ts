/** Reads a pack while it arrives: its bytes for the download, the names of its files for whoever waits. */
import { Unzip } from 'fflate';
import { LineError } from '#client/connection/api/fetchInTime.ts';

export interface PackProgress {
  readonly done: number;
  readonly name: string;
}

/** Rejects with LineError when the line breaks or the reading is stopped. */
export async function readPack(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (progress: PackProgress) => void,
  isWanted: () => boolean,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const names = new Unzip(({ name }) => {
    done += 1;
    onProgress({ done, name });
  });
  const reader = body.getReader();
  for (;;) {
    const next = await reader.read();
    if (next.done) break;
    if (!isWanted()) {
      await reader.cancel();
      throw new LineError('nobody waits for the pack any more');
    }
    pieces.push(next.value);
    // A copy: reading along must not change what is saved.
    names.push(next.value.slice(), false);
  }
  if (!isWhole(pieces)) throw new LineError('the pack ends too early');
  return new Blob(pieces, { type: 'application/zip' });
}

/** A ZIP ends with its directory's own end. */
function isWhole(pieces: readonly Uint8Array[]): boolean {
  const size = 22;
  const tail: number[] = [];
  for (let at = pieces.length - 1; at >= 0 && tail.length < size; at -= 1)
    tail.unshift(...(pieces[at] ?? new Uint8Array()).slice(-(size - tail.length)));
  return tail.length === size && tail[0] === 0x50 && tail[1] === 0x4b && tail[2] === 5 && tail[3] === 6;
}
