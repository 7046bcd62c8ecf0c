import { expect, it } from 'vitest';
import { cutAtWord } from './cutAtWord.ts';

it('[SHEET-5] a text is cut where a word ends, and says so', () => {
  expect(cutAtWord('A bus at five', 13)).toEqual({ line: 'A bus at five', isCut: false });
  expect(cutAtWord('A bus at five', 12)).toEqual({ line: 'A bus at…', isCut: true });
  expect(cutAtWord('A bus at five', 9)).toEqual({ line: 'A bus at…', isCut: true });
  expect(cutAtWord('A bus at five', 8)).toEqual({ line: 'A bus…', isCut: true });
  expect(cutAtWord(' Two\n lines ', 20)).toEqual({ line: 'Two lines', isCut: false });
});

it('[SHEET-5] a word that is longer than the field is cut in itself, between letters', () => {
  expect(cutAtWord('x'.repeat(10), 8)).toEqual({ line: `${'x'.repeat(7)}…`, isCut: true });
  expect(cutAtWord('a '.concat('x'.repeat(10)), 8).line).toBe('a xxxxx…');
  // a letter of two code units is not halved
  expect(cutAtWord('\u{1F600}'.repeat(5), 6).line).toBe(`${'\u{1F600}'.repeat(2)}…`);
});
