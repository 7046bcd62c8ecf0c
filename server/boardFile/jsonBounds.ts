/**
 * Looks at the bytes of a JSON text before anything is made of them: how deep it is nested and how many signs of structure it
 * has. A parser makes something of each, whatever a board could do with it.
 */
export const jsonBounds = {
  /** a board file has less than twenty */
  depth: 64,
  /** commas, colons and opening brackets; the drawings of a document of DOCUMENT_MAX_BYTES have fewer */
  signs: 8_000_000,
} as const;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Why the text is not parsed, as a sentence; null when it may be. Says nothing about whether it is JSON. */
export function boundsProblem(
  bytes: Uint8Array,
  bounds: { readonly depth: number; readonly signs: number } = jsonBounds,
): string | null {
  let depth = 0;
  let signs = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === comma || byte === colon) signs += 1;
    else if (byte >= 0x5b) {
      if (opening.has(byte)) {
        depth += 1;
        signs += 1;
        if (depth > bounds.depth) return `The file is nested deeper than ${bounds.depth} levels, which no board is.`;
      } else if (closing.has(byte)) depth -= 1;
    }
    if (signs > bounds.signs) return 'The file holds more values than any board does.';
  }
  return null;
}
