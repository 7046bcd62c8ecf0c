import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockTime, dayAndTime } from './moments.ts';

const at = new Date(2026, 4, 3, 15, 7);

describe('moments', () => {
  it('[PAGE-13] follow the reader’s clock, whatever the language of the texts', () => {
    expect(clockTime(at, 'en', 'h12')).toMatch(/^3:07\sPM$/);
    expect(clockTime(at, 'en', 'h23')).toBe('15:07');
    expect(dayAndTime(at, 'en')).toContain(clockTime(at, 'en'));
    expect(dayAndTime(at, 'en', 'long')).toContain('May 3, 2026');
  });

  it('[PAGE-13] come from one place: nothing else on the page writes a time of day', () => {
    const files = readdirSync('client', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/moments(\.test)?\.ts$/.test(file))
      .map((file) => join('client', file));
    expect(files.length).toBeGreaterThan(100);
    const others = files.filter((file) =>
      /timeStyle|hourCycle|hour12|toLocaleTimeString|toLocaleString\(/.test(readFileSync(file, 'utf8')),
    );
    expect(others).toEqual([]);
  });
});
