import { describe, expect, it } from 'vitest';
import { isLoopback } from './isLoopback.ts';

describe('isLoopback', () => {
  it.each(['localhost', 'LOCALHOST', 'board.localhost', '127.0.0.1', '127.8.9.1', '[::1]', '::1', '0.0.0.0', '[::]'])(
    '[DOOR-14] %s leads to this machine only',
    (host) => expect(isLoopback(host)).toBe(true),
  );

  it('[DOOR-14] an IPv4 address in IPv6 clothes counts as what it is, also as a browser writes it', () => {
    expect(isLoopback(new URL('http://[::ffff:127.0.0.1]:3000').hostname)).toBe(true);
    expect(isLoopback(new URL('http://[::ffff:192.168.1.20]:3000').hostname)).toBe(false);
  });

  it.each([
    '128.0.0.1',
    '126.255.255.255',
    '192.168.1.20',
    'localhost.example.org',
    '[::2]',
    '[fd00::1]',
    'laptop.local',
  ])('[DOOR-14] %s can be opened from elsewhere', (host) => expect(isLoopback(host)).toBe(false));
});
