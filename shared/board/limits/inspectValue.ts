/** Checks one JSON value of the document: depth, size, numbers, keys and addresses. Pure; nothing of Yjs. */
import { isSafeAddress } from './isSafeAddress.ts';

export interface ValueRules {
  /** largest size of a number */
  readonly maxNumber: number;
  /** largest rough JSON size */
  readonly maxBytes: number;
}

const maxDepth = 32;
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype', 'toJSON', 'then']);
const addressKeys = new Set(['url', 'href', 'src', 'link', 'website']);

/** True for names that must not become properties of an object, alone or as `props.<name>`. */
export function isRefusedKey(key: string): boolean {
  return refusedKeys.has(lastName(key));
}

/** Rough JSON size of the value, or -1 when it breaks a rule. `key` is the name of its field. */
export function inspectValue(value: unknown, key: string, rules: ValueRules): number {
  const size = measure(value, lastName(key), rules, 0);
  return size > rules.maxBytes ? -1 : size;
}

function measure(value: unknown, key: string, rules: ValueRules, depth: number): number {
  if (depth > maxDepth) return -1;
  switch (typeof value) {
    case 'string':
      return addressKeys.has(key) && !isSafeAddress(value) ? -1 : value.length + 2;
    case 'number':
      return Number.isFinite(value) && Math.abs(value) <= rules.maxNumber ? 8 : -1;
    case 'boolean':
    case 'undefined':
      return 5;
    case 'object':
      if (value === null) return 4;
      return Array.isArray(value) ? measureList(value, key, rules, depth) : measureObject(value, rules, depth);
    default:
      return -1;
  }
}

function measureList(list: readonly unknown[], key: string, rules: ValueRules, depth: number): number {
  let sum = 2;
  for (const one of list) {
    const size = measure(one, key, rules, depth + 1);
    if (size < 0 || sum > rules.maxBytes) return -1;
    sum += size + 1;
  }
  return sum;
}

function measureObject(object: object, rules: ValueRules, depth: number): number {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  let sum = 2;
  for (const [name, one] of Object.entries(object)) {
    if (refusedKeys.has(name)) return -1;
    const size = measure(
      one,
      lastName(name),
      name === 'meta' || name === 'fileSize' ? { ...rules, maxNumber: Number.MAX_SAFE_INTEGER } : rules,
      depth + 1,
    );
    if (size < 0 || sum > rules.maxBytes) return -1;
    sum += size + name.length + 4;
  }
  return sum;
}

/** `props.url` -> `url` */
function lastName(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
