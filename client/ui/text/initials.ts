/**
 * Two letters that stand for a name: of the first and the last word, or the first two of a single word. What somebody of the same
 * name is told apart by, `Jordan Tate (2)`, is no word of it: color and name tell that.
 */
export function initials(name: string): string {
  const words = name
    .trim()
    .replace(/ \(\d+\)$/, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const first = words[0] ?? '?';
  const last = words.at(-1) ?? first;
  const letters = words.length > 1 ? [letterOf(first, 0), letterOf(last, 0)] : [letterOf(first, 0), letterOf(first, 1)];
  return letters.join('').toLocaleUpperCase();
}

function letterOf(word: string, at: number): string {
  return [...word][at] ?? '';
}
