import { describe, expect, it } from 'vitest';
import { clientAddress } from './clientAddress.ts';

describe('clientAddress', () => {
  it('[DOOR-11] a forwarded address counts only behind a trusted proxy', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.9', 0)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', '203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  });

  it('[DOOR-11] what a client writes into the header itself does not count', () => {
    expect(clientAddress('10.0.0.1', '1.1.1.1, 2.2.2.2, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  });

  it('[DOOR-11] one IPv6 customer is one address, and IPv4 is IPv4 in any clothes', () => {
    expect(clientAddress('2001:db8:1:2:aaaa::1', undefined, 0)).toBe(
      clientAddress('2001:DB8:1:2:bbbb:1:2:3', undefined, 0),
    );
    expect(clientAddress('2001:db8::1', undefined, 0)).toBe('2001:db8:0:0::/64');
    expect(clientAddress('::ffff:192.0.2.4', undefined, 0)).toBe('192.0.2.4');
  });
});
