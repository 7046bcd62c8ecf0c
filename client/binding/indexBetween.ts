/** A fractional index right after another one, the same for everybody (tldraw's own are random and would differ per peer). */

/** A key strictly between `below` and `above` (null = no upper end); `below` < `above`. */
export function indexBetween(below: string, above: string | null): string {
  // What extends `below` is greater; only an `above` that extends it too can be in the way.
  if (above === null || !above.startsWith(below)) return `${below}V`;
  const rest = above.slice(below.length);
  const zeros = rest.length - rest.replace(/^0+/, '').length;
  const digit = digits.indexOf(rest.charAt(zeros));
  const next = digit > 1 ? digits.charAt(Math.floor(digit / 2)) : '0V';
  return `${below}${'0'.repeat(zeros)}${next}`;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `a1` with a random tail: two people's first shapes on an empty page must not share one index. */
export function firstIndex(random: () => number): string {
  const tail = Array.from({ length: 4 }, () => digits.charAt(1 + Math.floor(random() * (digits.length - 1))));
  return `a1${tail.join('')}`;
}
