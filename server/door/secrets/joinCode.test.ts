import { describe, expect, it } from 'vitest';
import { joinCode, shownCode } from './joinCode.ts';
import { codeAlphabet, newCode } from './randomText.ts';

describe('joinCode', () => {
  it('[DOOR-10] a code is read in any case, with spaces and any dash', () => {
    for (const typed of [
      'K7MR-4XTB',
      'k7mr4xtb',
      ' K7MR 4XTB ',
      'k7mr–4xtb',
      'K7MR—4XTB',
      'K 7 M R . 4 X T B',
      'Ｋ７ＭＲ4XTB',
      '“K7MR-4XTB”.',
      '(K7MR-4XTB)',
    ])
      expect(joinCode(typed)).toBe('K7MR4XTB');
    expect(shownCode('K7MR4XTB')).toBe('K7MR-4XTB');
  });

  it('[DOOR-10] no character of a code looks like another one', () => {
    expect(codeAlphabet).not.toMatch(/[01OILUV]/);
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
    for (let made = 0; made < 200; made += 1) expect(newCode()).toMatch(new RegExp(`^[${codeAlphabet}]{8}$`));
  });
});
