import { describe, expect, it } from 'vitest';
import { readBoardId, readSecret } from './boardLink.ts';

const id = 'abcdefgh12345678';
const key = 'Kk3_-Ab9Kk3_-Ab9Kk3_-Ab9';
const seat = 'Ss3_-Ab9Ss3_-Ab9Ss3_-Ab9Ss3_-Ab9';
const back = `personid12345678${key}`;
const secret = (rest: string) => ({ ...readSecret(rest) });
const byKey = { key, back: null, isBroken: false };

describe('the address of a board', () => {
  it('[DOOR-15] a link as it was made', () => {
    expect(secret(`#k=${key}`)).toEqual(byKey);
    expect(secret(`#r=${back}`)).toEqual({ key: null, back, isBroken: false });
    expect(secret(`#s=${seat}`)).toEqual({ key: null, back: seat, isBroken: false });
    expect(secret('')).toEqual({ key: null, back: null, isBroken: false });
    expect(readBoardId(id)).toBe(id);
  });

  it.each([
    `%23k=${key}`,
    `%2523k%3D${key}`,
    `#k%3D${key}`,
    `#k%253D${key}`,
    `#%6B=${key}`,
    ...[
      '.',
      ')',
      ',',
      '"',
      '>',
      "'",
      ';',
      ':',
      '!',
      '?',
      '*',
      '`',
      '&',
      '%22',
      '%3E',
      '%20',
      '%0A',
      '%E2%80%9D',
      '%FF',
      '%',
      '_',
      '--',
    ].map((end) => `#k=${key}${end}`),
    `#k=${key}&amp;utm_source=mail`,
    `#k=${key})%20und%20mehr`,
    `#k=${key} and more words`,
    `#k=%3C${key}%3E`,
    `#k="${key}"`,
    `#k=3D${key}`,
    `#k=${key.slice(0, 10)}%0A${key.slice(10)}`,
    `#k=${key.slice(0, 10)}%20%20${key.slice(10)}`,
    `#utm=1&k=${key}`,
    `#35;k=${key}`,
  ])('[DOOR-15] %s is what it was', (rest) => {
    expect(secret(rest)).toEqual(byKey);
  });

  it('[DOOR-15] a return link is read the same way', () => {
    for (const rest of [
      `%23r=${back}`,
      `#r%3D${back}.`,
      `#r=${back}%22`,
      `#r=%3C${back.slice(0, 20)}%0A${back.slice(20)}`,
    ])
      expect(secret(rest)).toEqual({ key: null, back, isBroken: false });
    for (const rest of [`%23s=${seat}`, `#s%3D${seat}.`, `#s=${seat}%22`])
      expect(secret(rest)).toEqual({ key: null, back: seat, isBroken: false });
  });

  it.each([
    `#k=${key.slice(1)}`,
    `#k=${key}A`,
    `#k=${key}A9`,
    '#k=',
    '#k',
    `#k=${key.slice(0, 12)}.${key.slice(12)}`,
    `#s=${key}`,
    `#r=${key}`,
    `#r=${back.slice(1)}`,
  ])('[DOOR-15] %s could mean anything, and is no key', (rest) => {
    expect(secret(rest)).toMatchObject({ key: null, back: null });
    expect(secret(rest).isBroken).toBe(rest !== '#k');
  });

  it('[DOOR-15] the id ends where its letters end', () => {
    for (const end of ['', '.', ')', '%23k=x', '%2523k', '#', '&', '%22', '%20', '>', '%E2%80%9D'])
      expect(readBoardId(id + end)).toBe(id);
    expect(readBoardId(id.toUpperCase())).toBe(id);
    for (const other of [id.slice(1), `${id}9`, 'hello', '%zz']) expect(readBoardId(other)).toBe(other);
  });
});
