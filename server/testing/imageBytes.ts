/** Small real images with secrets in every place where metadata can stand. */
import { crc32, deflateSync } from 'node:zlib';

export const secretInImage = 'GPS 39.1031,-84.5120';
const secret = Buffer.from(secretInImage, 'latin1');

export interface ImageShape {
  readonly width?: number;
  readonly height?: number;
  /** EXIF orientation, 1 to 8 */
  readonly orientation?: number;
  /** bytes of the pixels, in place of what belongs there */
  readonly pixels?: Uint8Array;
}

function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** Gray, `width` x `height` (the pixels of large ones are left out: their size alone is looked at). */
export function pngBytes({ width = 2, height = 2, pixels: given }: ImageShape = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const pixels = Buffer.alloc(width * height > 10_000 ? 1 : (width + 1) * height, 128);
  for (let row = 0; row < pixels.length; row += width + 1) pixels[row] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), secret])),
    pngChunk('eXIf', exif(1)),
    pngChunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    pngChunk('IDAT', given ?? deflateSync(pixels)),
    pngChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), secret])),
    pngChunk('prVt', secret),
    pngChunk('IEND', Buffer.alloc(0)),
    secret,
  ]);
}

/** TIFF with an orientation and a text of its own. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([tiff, secret]);
}

function jpegSegment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** One gray pixel (a larger size stands in the header only). */
export function jpegBytes({ width = 1, height = 1, orientation = 1 }: ImageShape = {}): Buffer {
  const plain = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
    'base64',
  );
  const frame = plain.indexOf(Buffer.from([0xff, 0xc0]));
  plain.writeUInt16BE(height, frame + 5);
  plain.writeUInt16BE(width, frame + 7);
  return Buffer.concat([
    plain.subarray(0, 20),
    jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
    jpegSegment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), secret])),
    jpegSegment(0xe2, Buffer.concat([Buffer.from('MPF\0', 'latin1'), secret])),
    jpegSegment(0xed, secret),
    jpegSegment(0xfe, secret),
    plain.subarray(20),
    plain,
    secret,
  ]);
}

export function gifBytes(): Buffer {
  const plain = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const subBlocks = Buffer.concat([Buffer.from([secret.length]), secret, Buffer.from([0])]);
  const xmp = Buffer.concat([Buffer.from('!\xff\x0bXMP DataXMP', 'latin1'), subBlocks]);
  const loop = Buffer.from('!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1');
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), subBlocks]);
  return Buffer.concat([plain.subarray(0, 19), loop, xmp, comment, plain.subarray(19), secret]);
}

function webpChunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function webpBytes(): Buffer {
  const plain = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
  const shape = Buffer.alloc(10);
  shape.writeUInt8(0x0c, 0);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    webpChunk('VP8X', shape),
    plain.subarray(12),
    webpChunk('EXIF', exif(6)),
    webpChunk('XMP ', secret),
    webpChunk('prVt', secret),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, secret]);
}
