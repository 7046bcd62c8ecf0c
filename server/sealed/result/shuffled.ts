/** A new order, each equally likely, from the operating system's randomness: the order in which people wrote is gone. */
import { randomInt } from 'node:crypto';

export function shuffled<T>(list: readonly T[], pick: (below: number) => number = (below) => randomInt(below)): T[] {
  const rest = [...list];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(pick(rest.length), 1));
  return order;
}
