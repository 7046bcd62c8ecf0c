/**
 * Positions as strings: between any two there is always another, so that moving one entity writes one field.
 * Digits are in ASCII order, so that plain comparison of strings is the order.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;

/** The string order that every peer uses, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A position after `before` and before `after`; empty text = the open end. Where the two are equal it stands right after both. */
export function indexBetween(before: string, after: string): string {
  return before !== '' && after === '' ? indexAfter(before) : indexInside(before, after);
}

/**
 * The next position behind all others: a number that counts up, with one digit more for each "z" before it. Thousands added one
 * after the other stay short, where a digit more for every 61 of them would make the whole grow with its square.
 */
function indexAfter(before: string): string {
  const top = digits.charAt(base - 1);
  let length = 0;
  while (before.charAt(length) === top) length++;
  let made = '';
  let carry = 1;
  for (let place = 2 * length; place >= length; place--) {
    const digit = Math.max(0, digits.indexOf(before.charAt(place) || '0')) + carry;
    carry = digit >= base ? 1 : 0;
    made = digits.charAt(digit % base) + made;
  }
  // nothing fits between a position and itself with a zero behind
  return top.repeat(length) + (made.endsWith('0') ? made.slice(0, -1) + '1' : made);
}

function indexInside(before: string, after: string): string {
  const upper = after > before ? after : '';
  let made = '';
  for (let place = 0; ; place++) {
    const low = place < before.length ? Math.max(0, digits.indexOf(before.charAt(place))) : 0;
    const bounded = place < upper.length && upper.startsWith(made);
    const high = bounded ? Math.max(0, digits.indexOf(upper.charAt(place))) : base;
    if (high - low > 1) return made + digits.charAt(upper === '' ? low + 1 : (low + high) >> 1);
    made += digits.charAt(low);
  }
}

/** `count` positions in order, all of the same length. */
export function indexSequence(count: number): string[] {
  let length = 1;
  while ((base - 1) ** length <= count) length++;
  const made: string[] = [];
  for (let number = 1; number <= count; number++) {
    let rest = number;
    let word = '';
    for (let place = 0; place < length; place++) {
      word = digits.charAt(1 + (rest % (base - 1))) + word;
      rest = Math.floor(rest / (base - 1));
    }
    made.push(word);
  }
  return made;
}

/** Table order: by `order`, equal ones by id. */
export function compareEntities(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  return compareText(a.order, b.order) || compareText(a.id, b.id);
}
