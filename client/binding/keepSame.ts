/** Keeps the parts of a value that did not change the very same objects. tldraw measures anew whatever is another object. */
import { same } from '#shared/board/same.ts';

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `next`, in which each part that equals its part of `before` is that part itself. Changes neither. */
export function keepSame<T>(next: T, before: unknown): T {
  if (same(next, before)) return before as T;
  if (!isPlain(next) || !isPlain(before)) return next;
  return Object.fromEntries(Object.entries(next).map(([key, part]) => [key, keepSame(part, before[key])])) as T;
}
