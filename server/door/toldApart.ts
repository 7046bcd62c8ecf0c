/**
 * Names by which people on one board are told apart: whoever comes with a name that is there already, or looks like one, gets a
 * number behind it. Looks are those of Unicode's confusables (UTS #39).
 */
import unhomoglyph from 'unhomoglyph';
import { oneLine, withoutIgnorable } from '#shared/text/unseen.ts';

/** What two names have in common that look alike as they are written, or without regard to capitals. */
interface Looks {
  readonly written: string;
  readonly small: string;
}

/** Names are looked at again with each newcomer of their board. */
const remembered = new Map<string, Looks>();
const mostRemembered = 20_000;

function looksOf(name: string): Looks {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const looks = { written: skeleton(name), small: skeleton(name.toUpperCase().toLowerCase()).toLowerCase() };
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(name, looks);
  return looks;
}

function skeleton(name: string): string {
  const letters = oneLine(withoutIgnorable(name)).normalize('NFD');
  return unhomoglyph(letters).normalize('NFD').replaceAll(' ', '');
}

/** True where people would take one for the other. */
export function looksLike(a: string, b: string): boolean {
  const [one, other] = [looksOf(a), looksOf(b)];
  return one.written === other.written || one.small === other.small;
}

/** The name, with the first number behind it by which it is nobody's among these. */
export function toldApart(name: string, others: readonly string[]): string {
  const taken = new Set(others.flatMap((other) => [looksOf(other).written, `small ${looksOf(other).small}`]));
  const isFree = (one: string): boolean => {
    const { written, small } = looksOf(one);
    return !taken.has(written) && !taken.has(`small ${small}`);
  };
  if (isFree(name)) return name;
  let number = 2;
  while (!isFree(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
