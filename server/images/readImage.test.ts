import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/wire/Refusal.ts';
import { gifBytes, jpegBytes, pngBytes, secretInImage, webpBytes } from '#server/testing/imageBytes.ts';
import { readImage } from './readImage.ts';

const maxPixels = 50_000_000;
const samples = {
  'image/png': pngBytes(),
  'image/jpeg': jpegBytes(),
  'image/gif': gifBytes(),
  'image/webp': webpBytes(),
} as const;

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('readImage', () => {
  it.each(Object.entries(samples))(
    '[ASSET-2] %s: place, camera, comments and what hides behind the end are gone',
    (type, bytes) => {
      expect(bytes.includes(secretInImage)).toBe(true);
      const image = readImage(bytes, maxPixels);
      expect(image.type).toBe(type);
      expect(Buffer.from(image.bytes).includes(secretInImage)).toBe(false);
      expect(Buffer.from(image.bytes).includes('Exif')).toBe(false);
    },
  );

  it.each(Object.entries(samples))('[ASSET-2] %s: cleaning twice changes nothing more', (_type, bytes) => {
    const once = readImage(bytes, maxPixels);
    expect(readImage(once.bytes, maxPixels)).toEqual(once);
  });

  it('[ASSET-2] what is needed to show the picture stays', () => {
    expect(Buffer.from(readImage(samples['image/png'], maxPixels).bytes).includes('pHYs')).toBe(true);
    expect(Buffer.from(readImage(samples['image/gif'], maxPixels).bytes).includes('NETSCAPE2.0')).toBe(true);
    const webp = Buffer.from(readImage(samples['image/webp'], maxPixels).bytes);
    expect(webp.readUInt32LE(4)).toBe(webp.length - 8);
    expect(webp[20]).toBe(0);
  });

  it('[ASSET-2] a photo that was taken sideways stays upright, and its size is the one people see', () => {
    const image = readImage(jpegBytes({ width: 40, height: 30, orientation: 6 }), maxPixels);
    expect(image).toMatchObject({ width: 30, height: 40 });
    expect(Buffer.from(image.bytes).includes('Exif')).toBe(true);
    expect(Buffer.from(image.bytes).includes(secretInImage)).toBe(false);
    expect(readImage(image.bytes, maxPixels)).toEqual(image);
  });

  it('[ASSET-1] the first bytes decide: programs, texts and other formats are refused', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const bytes of [
      svg,
      `<?xml version="1.0"?>${svg}`,
      '<html></html>',
      '%PDF-1.7',
      'BM',
      '',
      '\0\0\0\x20ftypavif',
    ]) {
      expect(
        codeOf(() => readImage(Buffer.from(bytes, 'latin1'), maxPixels)),
        bytes,
      ).toBe('type-refused');
    }
  });

  it.each(Object.entries(samples))(
    '[ASSET-1] %s: cut at any byte it is refused or whole, and never breaks the reader',
    (_type, bytes) => {
      for (let length = 0; length < bytes.length; length += 1) {
        const cut = bytes.subarray(0, length);
        expect([undefined, 'type-refused'], `cut at ${length}`).toContain(codeOf(() => readImage(cut, maxPixels)));
      }
    },
  );

  it.each(Object.entries(samples))(
    '[ASSET-1] %s: with any byte changed the reader still refuses or reads',
    (_type, bytes) => {
      for (let at = 0; at < bytes.length; at += 1) {
        for (const value of [0, 0x7f, 0xff]) {
          const altered = Buffer.from(bytes);
          altered[at] = value;
          expect([undefined, 'type-refused', 'too-large'], `${at} = ${value}`).toContain(
            codeOf(() => readImage(altered, maxPixels)),
          );
        }
      }
    },
  );

  it('[ASSET-3] too many pixels are refused by what the header says, before anything is unpacked', () => {
    expect(codeOf(() => readImage(pngBytes({ width: 20_000, height: 20_000 }), maxPixels))).toBe('too-large');
    expect(codeOf(() => readImage(jpegBytes({ width: 20_000, height: 20_000 }), maxPixels))).toBe('too-large');
    expect(codeOf(() => readImage(pngBytes({ width: 0, height: 1 }), maxPixels))).toBe('type-refused');
  });

  describe('of very many parts', () => {
    /** An image with so many more parts of nothing before its data. */
    const grown: Readonly<Record<keyof typeof samples, (parts: number) => Buffer>> = {
      'image/png': (parts) => {
        const bytes = pngBytes();
        const empty = Buffer.from('00000000' + Buffer.from('bKGD').toString('hex') + '00000000', 'hex');
        return Buffer.concat([
          bytes.subarray(0, 33),
          ...Array.from({ length: parts }, () => empty),
          bytes.subarray(33),
        ]);
      },
      'image/jpeg': (parts) => {
        const bytes = jpegBytes();
        const empty = Buffer.from('ffdb0002', 'hex');
        return Buffer.concat([bytes.subarray(0, 2), ...Array.from({ length: parts }, () => empty), bytes.subarray(2)]);
      },
      'image/gif': (parts) => {
        const bytes = gifBytes();
        const head = 13 + ((bytes[10] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1) : 0);
        const empty = Buffer.from('21fe00', 'hex');
        return Buffer.concat([
          bytes.subarray(0, head),
          ...Array.from({ length: parts }, () => empty),
          bytes.subarray(head),
        ]);
      },
      'image/webp': (parts) => {
        const bytes = webpBytes();
        const empty = Buffer.from('NONE\0\0\0\0', 'latin1');
        const whole = Buffer.concat([
          bytes.subarray(0, 12),
          ...Array.from({ length: parts }, () => empty),
          bytes.subarray(12),
        ]);
        whole.writeUInt32LE(bytes.readUInt32LE(4) + parts * empty.length, 4);
        return whole;
      },
    };

    it.each(Object.entries(grown))('[ASSET-3] %s: thousands are read, tens of thousands are refused', (type, grow) => {
      expect(readImage(grow(19_000), maxPixels).type).toBe(type);
      expect(codeOf(() => readImage(grow(20_001), maxPixels))).toBe('type-refused');
    });
  });
});
