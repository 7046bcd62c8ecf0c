/** WebP: keeps the chunks that make up the image, drops EXIF, XMP and everything unknown or behind the end. */
import { asciiAt, BrokenImageError, byteAt, bytesAt, PartCount } from './Image.ts';
import type { Image } from './Image.ts';

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const flags = { exif: 0x08, xmp: 0x04 } as const;

export function readWebp(bytes: Uint8Array): Image {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw new BrokenImageError('cut');
  const parts: Uint8Array[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let hasData = false;
  const count = new PartCount();
  for (let at = 12; at + 8 <= end;) {
    count.next();
    const name = asciiAt(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    const chunk = bytesAt(bytes, at, 8 + length);
    const padded = length % 2 === 0 ? chunk : Buffer.concat([chunk, Uint8Array.of(0)]);
    if (kept.has(name)) parts.push(name === 'VP8X' ? withoutFlags(padded) : padded);
    size ??= sizeOf(name, chunk);
    hasData ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
    at += 8 + length + (length % 2);
  }
  if (size === null || !hasData) throw new BrokenImageError('no picture');
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return { type: 'image/webp', ...size, bytes: Buffer.concat([head, body]) };
}

function withoutFlags(chunk: Uint8Array): Uint8Array {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(byteAt(chunk, 8) & ~(flags.exif | flags.xmp) & 0xff, 8);
  return copy;
}

/** The first of these chunks says how large the image is. */
function sizeOf(name: string, chunk: Uint8Array): { width: number; height: number } | null {
  const data = chunk.subarray(8);
  if (name === 'VP8X') return { width: 1 + threeBytes(data, 4), height: 1 + threeBytes(data, 7) };
  if (name === 'VP8 ') {
    if (byteAt(data, 3) !== 0x9d || byteAt(data, 4) !== 0x01 || byteAt(data, 5) !== 0x2a)
      throw new BrokenImageError('no key frame');
    return {
      width: ((byteAt(data, 7) << 8) | byteAt(data, 6)) & 0x3fff,
      height: ((byteAt(data, 9) << 8) | byteAt(data, 8)) & 0x3fff,
    };
  }
  if (name === 'VP8L') {
    if (byteAt(data, 0) !== 0x2f) throw new BrokenImageError('no signature');
    const bits = threeBytes(data, 1) + byteAt(data, 4) * 2 ** 24;
    return { width: 1 + (bits & 0x3fff), height: 1 + (Math.floor(bits / 2 ** 14) & 0x3fff) };
  }
  return null;
}

function threeBytes(data: Uint8Array, at: number): number {
  return byteAt(data, at) | (byteAt(data, at + 1) << 8) | (byteAt(data, at + 2) << 16);
}
