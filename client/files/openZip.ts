/** Opens a ZIP that somebody chose. What it unpacks to is counted while it is unpacked: its own word for that may be false. */
import { Unzip, UnzipInflate } from 'fflate';

export interface ZipBounds {
  /** of all wanted files together */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

export type OpenedZip =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }
  | { readonly ok: false; readonly code: 'zipTooLarge' | 'zipDamaged' };

/** Unpacks to at most a thousand times as much. */
const pieceBytes = 8 * 1024;

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The wanted files, unpacked. Never holds more than the bounds say. */
export function openZip(
  bytes: Uint8Array<ArrayBuffer>,
  isWanted: (name: string) => boolean,
  { maxBytes, maxFiles }: ZipBounds,
): OpenedZip {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let unpacked = 0;
  let begun = 0;
  let ended = 0;
  const zip = new Unzip((file) => {
    if (!isWanted(file.name)) return;
    begun += 1;
    if (begun > maxFiles) throw new TooLarge();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    file.ondata = (error, piece, isLast) => {
      if (error !== null) throw error;
      unpacked += piece.length;
      if (unpacked > maxBytes) throw new TooLarge();
      pieces.push(piece.slice());
      if (!isLast) return;
      ended += 1;
      files.set(file.name, joined(pieces));
    };
    file.start();
  });
  zip.register(UnzipInflate);
  try {
    // in pieces, so that a bomb is noticed before it has gone off
    for (let at = 0; at < bytes.length; at += pieceBytes)
      zip.push(bytes.slice(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  } catch (error) {
    return { ok: false, code: error instanceof TooLarge ? 'zipTooLarge' : 'zipDamaged' };
  }
  return ended === begun ? { ok: true, files } : { ok: false, code: 'zipDamaged' };
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
