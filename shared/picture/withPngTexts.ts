/** Words inside a PNG file, for programs that list what a picture is: international text chunks (PNG specification, 11.3.3.4). */
import crc32 from 'crc-32';

/** Signature and header of every PNG file: 8 bytes, and a chunk with 13. */
const headLength = 8 + 12 + 13;

/** The file with one text per keyword, such as `Title` and `Description`, right after its header. */
export function withPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const chunks = Object.entries(texts).map(([keyword, text]) =>
    // after the keyword: not compressed, no language, no translated keyword
    chunkOf(utf8.encode(`iTXt${keyword}\0\0\0\0\0${text}`)),
  );
  return joined([png.subarray(0, headLength), ...chunks, png.subarray(headLength)]);
}

/** `content` = type and data. */
function chunkOf(content: Uint8Array): Uint8Array {
  const number = (value: number): Uint8Array => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, value);
    return bytes;
  };
  return joined([number(content.length - 4), content, number(crc32.buf(content))]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
