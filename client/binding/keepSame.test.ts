import { describe, expect, it } from 'vitest';
import { keepSame } from './keepSame.ts';

describe('keepSame', () => {
  it('[BIND-20] gives back the old object where nothing changed, at every depth', () => {
    const before = { x: 1, props: { color: 'red', richText: { content: [{ text: 'a' }] } }, meta: {} };
    const moved = keepSame({ ...structuredClone(before), x: 2 }, before);
    expect(moved).toEqual({ ...before, x: 2 });
    expect(moved.props).toBe(before.props);
    const recolored = keepSame({ ...before, props: { ...structuredClone(before.props), color: 'blue' } }, before);
    expect(recolored.props).toEqual({ ...before.props, color: 'blue' });
    expect(recolored.props.richText).toBe(before.props.richText);
  });

  it('[BIND-20] takes what is new, what changed its kind and what is gone from the new value', () => {
    expect(keepSame<unknown>({ a: [1, 2], b: 1 }, { a: [1], c: 3 })).toEqual({ a: [1, 2], b: 1 });
    expect(keepSame<unknown>({ a: null }, { a: {} })).toEqual({ a: null });
    expect(keepSame<unknown>({ a: 1 }, undefined)).toEqual({ a: 1 });
  });
});
