/** Names the first place at which two plain values differ. */
import { isDeepStrictEqual } from 'node:util';

export function firstDifference(a: unknown, b: unknown, path = ''): string {
  if (!isObject(a) || !isObject(b)) return `${path || '(all)'}: ${short(a)} | ${short(b)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!isDeepStrictEqual(a[key], b[key])) return firstDifference(a[key], b[key], path ? `${path}/${key}` : key);
  }
  return `${path}: equal, but not of one kind`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 300);
}
