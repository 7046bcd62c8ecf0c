/**
 * Letters that nobody sees, and marks that turn the reading direction around, by Unicode's own tables as the engine has them
 * (`Default_Ignorable_Code_Point`): with them one name looks like another, or like none. They stay where a script or a picture
 * needs them: joiners between letters of scripts that shape with them (Persian, Hindi), what joins and varies emoji, the letters
 * of a flag, variants of Han.
 */

/** By most texts this is answered at once: nothing below is among these, and they are composed. */
const plain = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff]*$/;

/** Scripts whose letters change with a joiner beside them. */
const joining = [
  'Arab',
  'Syrc',
  'Mand',
  'Nkoo',
  'Mong',
  'Phag',
  'Mani',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mymr',
  'Tibt',
].map((script) => `\\p{scx=${script}}`);

const picture = '\\p{Extended_Pictographic}[\\u{1F3FB}-\\u{1F3FF}]?\\uFE0F?\\uFE0E?';

/** What stays as it is, longest first. */
const kept = [
  // England, Scotland, Wales
  '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,6}\\u{E007F}',
  `${picture}(?:\\u200D${picture})*`,
  '[0-9#*]\\uFE0F\\u20E3',
  '\\p{sc=Hani}[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
  '\\p{sc=Mong}[\\u180B-\\u180D\\u180F]',
  '[\\p{sc=Mymr}\\p{Sm}0]\\uFE00',
  `(?=[\\p{L}\\p{M}])[${joining.join('')}][\\u200C\\u200D]`,
];
const gone = '[\\p{DI}\\p{Cs}\\uFFF9-\\uFFFB\\p{Noncharacter_Code_Point}]|(?!\\n)\\p{Cc}';
const either = new RegExp(`(${kept.join('|')})|${gone}`, 'gu');

/** The text without them; white space stays, each break of a line is one line feed. */
export function withoutUnseen(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(either, (_, stays: string | undefined) => stays ?? '');
}

/** What takes room and shows nothing, the cell of braille without a dot among it. */
const room = /[\s\u2800]+/gu;

/** As one line: composed, every run of white space one space, none around it. */
export function oneLine(text: string): string {
  return withoutUnseen(text).normalize('NFC').replace(room, ' ').trim();
}

/** As lines: composed, no white space around. */
export function severalLines(text: string): string {
  return withoutUnseen(text).normalize('NFC').trim();
}

/** Letters, digits and signs; not alone what stands on others, nor what no font shows. */
const seen = /[^\s\p{Z}\p{C}\p{M}\u2800]|\p{Cn}/u;

/** True where nobody would see anything. */
export function isBlank(text: string): boolean {
  return !seen.test(withoutUnseen(text));
}

/** For comparing: without all of them, also those that a script needs. */
export function withoutIgnorable(text: string): string {
  return plain.test(text) ? text : withoutUnseen(text).replace(/\p{DI}/gu, '');
}
