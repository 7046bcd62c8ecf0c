/** What a file is, by its first bytes: names and the types that devices tell are often wrong. */

export type FileKind = 'zip' | 'oldOffice' | 'pdf' | 'picture' | 'json' | 'webPage' | 'text' | 'unknown';

const looksAt = 2_048;
const starts: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // .xls and .doc, and newer ones with a password
  ['oldOffice', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
];

export function fileKind(bytes: Uint8Array): FileKind {
  const found = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  // "BM" may begin a word, too
  if (found !== undefined && (found[1].length > 2 || bytes.subarray(0, looksAt).includes(0))) return found[0];
  const letters = String.fromCodePoint(...bytes.subarray(0, looksAt));
  // RIFF....WEBP, and the boxes of HEIC and AVIF
  if (/^RIFF[^]{4}WEBP/.test(letters) || /^[^]{4}ftyp(?:hei|hev|mif|msf|avi)/.test(letters)) return 'picture';
  const begin = letters.replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(begin)) return 'json';
  if (/^<(?:!doctype|html|table|svg|\?xml)/i.test(begin)) return /^<svg/i.test(begin) ? 'picture' : 'webPage';
  const isUtf16 = /^(?:\u00FF\u00FE|\u00FE\u00FF)/.test(letters) || zerosBetween(bytes);
  return isUtf16 || !letters.includes('\0') ? 'text' : 'unknown';
}

/** UTF-16 without its mark: most letters have a zero beside them, always on the same side. */
export function zerosBetween(bytes: Uint8Array): 'le' | 'be' | null {
  const looked = bytes.subarray(0, looksAt);
  const pairs = Math.floor(looked.length / 2);
  if (pairs === 0) return null;
  const zeros = (from: number) => looked.filter((byte, at) => at % 2 === from && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > pairs * 0.7 && even === 0) return 'le';
  return even > pairs * 0.7 && odd === 0 ? 'be' : null;
}
