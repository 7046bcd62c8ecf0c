import { describe, expect, it } from 'vitest';
import { mayTalk } from './mayTalk.ts';

describe('mayTalk', () => {
  it('[DOOR-5] the page of the same host may talk, whatever stands in front', () => {
    expect(mayTalk('https://board.example.org', 'board.example.org', [])).toBe(true);
    expect(mayTalk('http://localhost:3000', 'localhost:3000', [])).toBe(true);
    expect(mayTalk('https://board.example.org', 'board.example.org:443', [])).toBe(true);
    expect(mayTalk(undefined, 'board.example.org', [])).toBe(true);
  });

  it('[DOOR-5] pages of other hosts, ports and of no host may not', () => {
    for (const origin of [
      'https://evil.example',
      'https://board.example.org.evil.example',
      'http://board.example.org:8080',
      'null',
      '',
      'file://',
      'chrome-extension://board.example.org',
    ]) {
      expect(mayTalk(origin, 'board.example.org', []), origin).toBe(false);
    }
    expect(mayTalk('https://board.example.org', undefined, [])).toBe(false);
  });

  it('[DOOR-5] with PUBLIC_ORIGIN only the origins of that list may, to the letter', () => {
    const list = ['https://board.example.org'];
    expect(mayTalk('https://board.example.org', '10.0.0.5:3000', list)).toBe(true);
    expect(mayTalk('http://board.example.org', '10.0.0.5:3000', list)).toBe(false);
    expect(mayTalk('http://10.0.0.5:3000', '10.0.0.5:3000', list)).toBe(false);
  });
});
