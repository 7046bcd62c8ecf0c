import { describe, expect, it } from 'vitest';
import { paperOf } from './paper.ts';

describe('paper', () => {
  it.each([
    ['en-US', 'letter'],
    ['en', 'letter'],
    ['es-MX', 'letter'],
    ['fr-CA', 'letter'],
    ['en-GB', 'a4'],
    ['es', 'a4'],
    ['de', 'a4'],
    ['zh-Hant-TW', 'a4'],
    ['*', 'a4'],
    ['', 'a4'],
  ])('[EXPORT-19] where %s is spoken printers hold %s', (tag, paper) => {
    expect(paperOf(tag)).toBe(paper);
  });
});
