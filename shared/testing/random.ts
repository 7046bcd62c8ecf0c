/** Seeded random numbers, so that a failing run can be repeated from its seed. Mulberry32: small, fast, good enough for tests. */

export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** whole number, 0 <= x < end */
  below(end: number): number;
  /** true with this probability */
  chance(probability: number): boolean;
  /** one of the list, which must not be empty */
  pick<T>(list: readonly T[]): T;
  /** the same elements in another order */
  shuffle<T>(list: readonly T[]): T[];
  /** a generator of its own, whose draws do not disturb this one */
  fork(): Random;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('Cannot pick from an empty list');
    return chosen;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    const mixed: T[] = [];
    while (rest.length > 0) mixed.push(...rest.splice(below(rest.length), 1));
    return mixed;
  };
  return {
    next,
    below,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    fork: () => createRandom(below(2 ** 32)),
  };
}
