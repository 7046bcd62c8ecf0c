/** How much work something does, counted and not timed: the elements of all lists, maps and sets that it walks through. */

const walking = {
  array: [
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'some',
    'every',
    'filter',
    'map',
    'flatMap',
    'forEach',
    'reduce',
    'includes',
    'indexOf',
    'toSorted',
    'entries',
    'keys',
    'values',
    'concat',
  ],
  map: ['forEach', 'entries', 'keys', 'values'],
} as const;

type Walked = { readonly length?: number; readonly size?: number };

/** The elements walked through while `run` runs; a walk that stops early counts as a whole one. */
export function countWalks(run: () => unknown): number {
  let count = 0;
  const restore: (() => void)[] = [];
  const watch = (prototype: object, key: string | symbol): void => {
    const original: unknown = Reflect.get(prototype, key);
    if (typeof original !== 'function') throw new Error(`there is no ${String(key)}`);
    const watched = function (this: Walked, ...given: unknown[]): unknown {
      count += this.length ?? this.size ?? 0;
      return Reflect.apply(original, this, given);
    };
    Reflect.set(prototype, key, watched);
    restore.push(() => Reflect.set(prototype, key, original));
  };
  for (const key of [...walking.array, Symbol.iterator]) watch(Array.prototype, key);
  for (const prototype of [Map.prototype, Set.prototype])
    for (const key of [...walking.map, Symbol.iterator]) watch(prototype, key);
  try {
    run();
  } finally {
    // arrays walk while they are watched, so what watches goes first
    for (let at = restore.length - 1; at >= 0; at--) restore[at]?.();
  }
  return count;
}

/** How the work grows when there is ten times as much: about 10 where it is linear, about 100 where each looks at all. */
export function growth(runWith: (size: number) => () => unknown, size = 60): number {
  const [few, many] = [runWith(size), runWith(size * 10)];
  return countWalks(many) / countWalks(few);
}
