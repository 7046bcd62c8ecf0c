/** PNG: keeps the chunks that make up the image, drops text, EXIF, time and everything unknown or behind IEND. */
import { asciiAt, BrokenImageError, bytesAt, PartCount } from './Image.ts';
import type { Image } from './Image.ts';

const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

export function readPng(bytes: Uint8Array): Image {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytesAt(bytes, 0, 8)];
  if (asciiAt(bytes, 12, 4) !== 'IHDR') throw new BrokenImageError('no IHDR');
  bytesAt(bytes, 16, 13);
  let hasData = false;
  const count = new PartCount();
  for (let at = 8; ;) {
    count.next();
    bytesAt(bytes, at, 12);
    const length = view.getUint32(at);
    const name = asciiAt(bytes, at + 4, 4);
    const chunk = bytesAt(bytes, at, 12 + length);
    if (kept.has(name)) parts.push(chunk);
    hasData ||= name === 'IDAT';
    if (name === 'IEND') break;
    at += chunk.length;
  }
  if (!hasData) throw new BrokenImageError('no data');
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), bytes: Buffer.concat(parts) };
}
