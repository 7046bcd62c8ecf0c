import { describe, expect, it } from 'vitest';
import { templates } from '#shared/templates/templates.ts';
import { boundsProblem } from './jsonBounds.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('the bounds of a JSON text', () => {
  it('[BOARDFILE-7] are its depth and the number of its signs, on both sides of each', () => {
    expect(boundsProblem(bytes(nested(64)))).toBe(null);
    expect(boundsProblem(bytes(nested(65)))).toMatch(/deeper than 64/);
    const bounds = { depth: 3, signs: 5 };
    expect(boundsProblem(bytes('[1,2,3,[]]'), bounds)).toBe(null);
    expect(boundsProblem(bytes('[1,2,3,[4],5]'), bounds)).toMatch(/more values/);
    expect(boundsProblem(bytes('{"a":{"b":1}}'), bounds)).toBe(null);
    expect(boundsProblem(bytes('{"a":{"b":1},"c":2}'), bounds)).toMatch(/more values/);
  });

  it('[BOARDFILE-7] count nothing that stands in a text, escaped quotes included', () => {
    const text = JSON.stringify('[[[[,,,,::::"\\{{{{');
    expect(boundsProblem(bytes(`[${text}, ${text}]`), { depth: 1, signs: 2 })).toBe(null);
  });

  it('[BOARDFILE-7] let every template pass, by far', () => {
    for (const template of Object.values(templates))
      expect(boundsProblem(bytes(JSON.stringify(template)), { depth: 16, signs: 80_000 })).toBe(null);
  });
});
