/**
 * Reads an uploaded image. Its first bytes decide the type, never its name or header: PNG, JPEG, GIF and WebP; SVG is a
 * program and is refused. The readers walk the container and keep only parts that are needed to show the image, so
 * places, cameras, comments and what is hidden behind the end are gone. Nothing is decoded, so nothing can blow up.
 */
import { Refusal } from '#shared/wire/Refusal.ts';
import { BrokenImageError } from './Image.ts';
import type { Image } from './Image.ts';
import { readGif } from './readGif.ts';
import { readJpeg } from './readJpeg.ts';
import { readPng } from './readPng.ts';
import { readWebp } from './readWebp.ts';

export function readImage(bytes: Uint8Array, maxPixels: number): Image {
  const reader = readerFor(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(16, bytes.length)).toString('latin1'));
  if (reader === null) throw new Refusal('type-refused');
  const image = readOrRefuse(reader, bytes);
  if (image.width < 1 || image.height < 1) throw new Refusal('type-refused');
  if (image.width * image.height > maxPixels) throw new Refusal('too-large');
  return image;
}

function readerFor(start: string): ((bytes: Uint8Array) => Image) | null {
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return readPng;
  if (start.startsWith('\xff\xd8\xff')) return readJpeg;
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return readGif;
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return readWebp;
  return null;
}

function readOrRefuse(reader: (bytes: Uint8Array) => Image, bytes: Uint8Array): Image {
  try {
    return reader(bytes);
  } catch (error) {
    if (error instanceof BrokenImageError) throw new Refusal('type-refused');
    throw error;
  }
}
