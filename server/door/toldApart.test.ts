import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLike, toldApart } from './toldApart.ts';

describe('names on one board', () => {
  it.each([
    ['Ana', 'Ana'],
    ['Ana', 'ANA'],
    ['Ana', 'А\u006eа'],
    ['Ana', 'Αna'],
    ['Ana', 'A\u200bna'],
    ['Ana Ruiz', 'Ana  Ruiz'],
    ['Ana Ruiz', 'AnaRuiz'],
    ['Ian', 'lan'],
    ['Bob', 'B0b'],
    ['Amarna', 'Amama'],
    ['José', 'Jose\u0301'],
    ['Ana', '𝐀𝐧𝐚'],
    ['Maya', 'Мауа'],
  ])('[DOOR-32] %s and %s look alike', (a, b) => {
    expect(looksLike(a, b)).toBe(true);
    expect(toldApart(b, ['Zoe', a])).toBe(`${b} (2)`);
  });

  it.each([
    ['Ana', 'Anna'],
    ['Ana', 'Anà'],
    ['Jose', 'José'],
    ['Ana R.', 'Ana T.'],
    ['Ana', 'Ana (2)'],
    ['김민수', '김민서'],
    ['Иван', 'Іван Б.'],
  ])('[DOOR-32] %s and %s do not', (a, b) => {
    expect(looksLike(a, b)).toBe(false);
    expect(toldApart(b, [a])).toBe(b);
  });

  it('[DOOR-32] the first number that is free is theirs, also where somebody typed one', () => {
    expect(toldApart('Ana', ['Ana', 'Ana (2)', 'ANA (3)'])).toBe('Ana (4)');
    expect(toldApart('Ana (2)', ['Ana', 'Ana (2)'])).toBe('Ana (2) (2)');
    expect(toldApart('Ana', ['Ana (2)'])).toBe('Ana');
    expect(toldApart('Ana', ['Ana', 'Ana (3)'])).toBe('Ana (2)');
  });

  it('[DOOR-32] of whoever comes no two look alike', () => {
    const letter = fc.constantFrom('A', 'a', 'а', 'Α', 'n', '0', 'O', 'о', 'l', 'I', '1', 'rn', 'm', ' ', '\u00ad');
    const name = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => `x${letters.join('')}`);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const there: string[] = [];
        for (const one of names) there.push(toldApart(one, there));
        for (const [at, a] of there.entries())
          for (const b of there.slice(at + 1)) expect([a, b, looksLike(a, b)]).toEqual([a, b, false]);
        for (const [at, one] of names.entries()) expect(there[at]?.startsWith(one)).toBe(true);
      }),
    );
  });
});
