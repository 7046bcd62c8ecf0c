/** Old forms of text files, each for the letters of some languages; nothing in the file says which it is. */
export const codePages = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export type CodePage = (typeof codePages)[number];

const shownWords = 8;
const looksAt = 200_000;

export function decoded(bytes: Uint8Array, codePage: CodePage): string {
  return new TextDecoder(codePage).decode(bytes);
}

/** Words with letters that the choice decides about. */
export function strangeWords(text: string): readonly string[] {
  const words = text
    .slice(0, looksAt)
    .split(/[\s,;|"]+/)
    .filter((word) => /\P{ASCII}/u.test(word));
  return [...new Set(words)].slice(0, shownWords).map((word) => word.slice(0, 30));
}
