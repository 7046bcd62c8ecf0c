/** How wide a text will be, without a screen: so that every screen breaks the same names at the same words. */

// Advance widths of Inter at weight 700 in hundredths of the font size, rounded up, for the characters 32 to 126.
const widths =
  '24 34 56 65 66 102 68 34 38 38 56 68 34 47 34 39 68 44 63 65 68 63 65 59 66 65 34 35 68 68 68 56 102 75 67 74 73 61 ' +
  '59 76 75 29 59 72 57 94 77 78 65 78 66 66 67 74 75 104 74 74 67 38 39 38 49 48 37 59 64 59 64 60 40 64 63 28 28 59 ' +
  '28 92 63 62 64 64 41 57 37 63 60 86 59 61 58 47 38 47 68';
const advance: readonly number[] = widths.split(' ').map(Number);
const unknownLetter = 66;
const fullWidth = 104;

/** Width of one line in the unit of `fontSize`; never less than what Inter at weight 700 needs. */
export function textWidth(text: string, fontSize: number): number {
  return ((plainSum(text) ?? sumOf(text)) * fontSize) / 100;
}

/** Null where a character is not one of the plain ones. */
function plainSum(text: string): number | null {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const width = advance[text.charCodeAt(at) - 32];
    if (width === undefined) return null;
    sum += width;
  }
  return sum;
}

function sumOf(text: string): number {
  let sum = 0;
  // Accents are taken off: an accented Latin letter is as wide as its plain one.
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x300 && code <= 0x36f) {
      continue;
    }
    if (code >= 0x1100) {
      sum += code >= 0x2010 && code <= 0x2027 ? 100 : fullWidth;
    } else {
      sum += advance[code - 32] ?? (code < 0x250 ? fullWidth : unknownLetter + 20);
    }
  }
  return sum;
}
