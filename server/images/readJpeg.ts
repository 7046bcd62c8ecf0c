/**
 * JPEG: keeps what decoding needs (tables, frames, scans, the color profile) and ends at the first end marker, since
 * phones hide further images with their own metadata behind it. Of the EXIF part only the orientation comes back, in a
 * part of our own, so that upright photos stay upright.
 */
import { asciiAt, BrokenImageError, byteAt, bytesAt, PartCount } from './Image.ts';
import type { Image } from './Image.ts';

const markers = {
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  com: 0xfe,
} as const;

export function readJpeg(bytes: Uint8Array): Image {
  const tables: Uint8Array[] = [];
  let orientation = 1;
  let size: { readonly width: number; readonly height: number } | null = null;
  let hasScan = false;
  let at = 2;
  const count = new PartCount();
  for (;;) {
    if (byteAt(bytes, at) !== 0xff) throw new BrokenImageError('no marker');
    const marker = byteAt(bytes, at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === markers.eoi) break;
    count.next();
    const length = (byteAt(bytes, at + 2) << 8) | byteAt(bytes, at + 3);
    if (length < 2) throw new BrokenImageError('bad length');
    const segment = bytesAt(bytes, at, 2 + length);
    const start = at;
    at += segment.length;
    if (marker === markers.app1) orientation = orientationOf(segment) ?? orientation;
    if (isFrame(marker)) size ??= sizeOf(segment);
    if (marker === markers.sos) {
      hasScan = true;
      at = scanEnd(bytes, at);
      tables.push(bytes.subarray(start, at));
    } else if (mayStay(marker, segment)) tables.push(segment);
  }
  if (size === null || !hasScan) throw new BrokenImageError('no picture');
  const turned = orientation >= 5;
  const parts = [Uint8Array.of(0xff, markers.soi), ...placed(tables, orientation), Uint8Array.of(0xff, markers.eoi)];
  return {
    type: 'image/jpeg',
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
    bytes: Buffer.concat(parts),
  };
}

/** JFIF wants to be the first segment, so our EXIF part comes after it. */
function placed(segments: readonly Uint8Array[], orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return segments;
  const first = segments[0]?.[1] === markers.app0 ? 1 : 0;
  return [...segments.slice(0, first), orientationSegment(orientation), ...segments.slice(first)];
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function mayStay(marker: number, segment: Uint8Array): boolean {
  if (marker === markers.com) return false;
  if (marker < markers.app0 || marker > markers.app15) return true;
  const name = asciiAt(segment, 4, Math.min(12, segment.length - 4));
  if (marker === markers.app0) return name.startsWith('JFIF\0') && segment.length === 18;
  if (marker === markers.app2) return name.startsWith('ICC_PROFILE\0');
  return marker === markers.app14 && name.startsWith('Adobe');
}

function sizeOf(segment: Uint8Array): { width: number; height: number } {
  return {
    height: (byteAt(segment, 5) << 8) | byteAt(segment, 6),
    width: (byteAt(segment, 7) << 8) | byteAt(segment, 8),
  };
}

/** Where the marker after the compressed data stands; inside it 0xff is followed by 0 or a restart marker. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = byteAt(bytes, at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new BrokenImageError('no end');
}

/** Tag 0x0112 of the first directory of an EXIF segment; undefined where it is not there or not readable. */
function orientationOf(segment: Uint8Array): number | undefined {
  if (segment.length < 24 || asciiAt(segment, 4, 6) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = asciiAt(tiff, 0, 2) === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12 && entry + 12 <= tiff.length; entry += 12) {
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** EXIF with this one tag. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16BE(orientation, 24);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([Uint8Array.of(0xff, markers.app1), length, exif]);
}
