/**
 * A language that nobody speaks, for tests: the English words with every letter accented and a third longer. Whatever still
 * stands in plain letters on a page was not taken from the catalog.
 */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'áƀçđéƒğĥíĵķĺɱñóþʠŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĹḾÑÓÞǪŔŠŢÚṼŴẊÝŽ'];

/** Letter by letter; placeholders stay. */
export function accents(english: string): string {
  const parts = english.split(/(\{\{\w+\}\})/);
  const said = parts.map((part, place) =>
    place % 2 === 1 ? part : part.replaceAll(/[a-zA-Z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter),
  );
  return said.join('');
}

/** One text of the made-up language. */
export function madeUpText(english: string): string {
  return accents(english) + 'ö'.repeat(Math.ceil(english.length / 3));
}

/** A whole area. */
export function madeUpWords(english: object): object {
  if (Array.isArray(english)) return english.map((one: string) => madeUpText(one));
  return Object.fromEntries(
    Object.entries(english).map(([key, inner]: [string, string | object]) => [
      key,
      typeof inner === 'string' ? madeUpText(inner) : madeUpWords(inner),
    ]),
  );
}
