/** An image as it is kept: without metadata, of a known type and size. */

export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

export interface Image {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Thrown by the readers for bytes that are cut or are not what they begin as. */
export class BrokenImageError extends Error {
  override readonly name = 'BrokenImageError';
}

/** Each part costs time, however small; real images have hundreds, animations thousands. */
const mostParts = 20_000;

/** Counts the parts of one image; throws BrokenImageError above what an image has. */
export class PartCount {
  #parts = 0;

  next(): void {
    this.#parts += 1;
    if (this.#parts > mostParts) throw new BrokenImageError('too many parts');
  }
}

/** The byte at a place, or BrokenImageError past the end. */
export function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new BrokenImageError('cut');
  return byte;
}

/** `length` bytes from a place, all of them there. */
export function bytesAt(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at < 0 || length < 0 || at + length > bytes.length) throw new BrokenImageError('cut');
  return bytes.subarray(at, at + length);
}

export function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytesAt(bytes, at, length)).toString('latin1');
}
