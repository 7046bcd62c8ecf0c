import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readyLines, reachOf, type Interfaces } from './reach.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => {
  const common = { address, netmask: '', mac: '', internal, cidr: null };
  return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' };
};
const laptop: Interfaces = {
  lo: [at('127.0.0.1', true), at('::1', true)],
  docker0: [at('172.17.0.1')],
  wlan0: [at('fe80::1'), at('fd00::2'), at('192.168.1.20')],
  eth0: [at('10.0.0.4'), at('169.254.7.7')],
  gone: undefined,
};
const plain = { publicOrigins: [], trustedProxies: 0, inContainer: false };

describe('reachOf', () => {
  it('[DOOR-14] listening everywhere, every address is named: IPv4 first, those between this machine and itself last', () => {
    expect(reachOf(plain, { address: '::', port: 3000 }, laptop)).toEqual({
      origins: ['http://192.168.1.20:3000', 'http://10.0.0.4:3000', 'http://[fd00::2]:3000', 'http://172.17.0.1:3000'],
      lacking: null,
    });
  });

  it('[DOOR-14] listening on IPv4 names no IPv6 address, and on one address only this one', () => {
    const onIpv4 = reachOf(plain, { address: '0.0.0.0', port: 80 }, laptop);
    expect(onIpv4.origins).toEqual(['http://192.168.1.20', 'http://10.0.0.4', 'http://172.17.0.1']);
    expect(reachOf(plain, { address: '10.0.0.4', port: 3000 }, laptop).origins).toEqual(['http://10.0.0.4:3000']);
    expect(reachOf(plain, { address: 'fd00::2', port: 3000 }, laptop).origins).toEqual(['http://[fd00::2]:3000']);
  });

  it('[DOOR-14] where others cannot come in, it says what is missing', () => {
    expect(reachOf(plain, { address: '127.0.0.1', port: 3000 }, laptop)).toEqual({ origins: [], lacking: 'host' });
    expect(reachOf(plain, { address: '::1', port: 3000 }, laptop)).toEqual({ origins: [], lacking: 'host' });
    const alone = { lo: laptop['lo'], eth0: [at('169.254.7.7'), at('fe80::7')] };
    expect(reachOf(plain, { address: '::', port: 3000 }, alone)).toEqual({ origins: [], lacking: 'network' });
  });

  it('[DOOR-14] PUBLIC_ORIGIN is what counts, but for names of this machine', () => {
    const publicOrigins = ['http://localhost:5173', 'https://board.example.org'];
    const listening = { address: '127.0.0.1', port: 3000 };
    expect(reachOf({ ...plain, publicOrigins }, listening, laptop)).toEqual({
      origins: ['https://board.example.org'],
      lacking: null,
    });
    expect(reachOf({ ...plain, publicOrigins: publicOrigins.slice(0, 1) }, listening, laptop)).toEqual({
      origins: [],
      lacking: 'publicOrigin',
    });
  });

  it('[DOOR-14] behind a proxy and in a container the own addresses are nobody’s', () => {
    const listening = { address: '::', port: 3000 };
    expect(reachOf({ ...plain, trustedProxies: 1 }, listening, laptop)).toEqual({ origins: [], lacking: 'proxy' });
    expect(reachOf({ ...plain, inContainer: true }, listening, laptop)).toEqual({ origins: [], lacking: 'container' });
  });
});

describe('readyLines', () => {
  it('[DOOR-14] the start prints every address, each on a line of its own', () => {
    const listening = { address: '::', port: 3000 };
    expect(readyLines(plain, listening, reachOf(plain, listening, laptop))).toEqual([
      'Roundtable is ready at http://localhost:3000',
      'Others in this network open:',
      '  http://192.168.1.20:3000',
      '  http://10.0.0.4:3000',
      '  http://[fd00::2]:3000',
      '  http://172.17.0.1:3000',
    ]);
  });

  it('[DOOR-14] or says in one sentence why there is none', () => {
    const listening = { address: '::1', port: 3000 };
    expect(readyLines(plain, listening, reachOf(plain, listening, laptop))).toEqual([
      'Roundtable is ready at http://[::1]:3000',
      'Only this machine can open it: that is what HOST says. Start it without HOST to let others in.',
    ]);
  });

  it('[DOOR-14] with PUBLIC_ORIGIN this is where it is ready', () => {
    const environment = { ...plain, publicOrigins: ['https://board.example.org'] };
    const listening = { address: '::', port: 3000 };
    expect(readyLines(environment, listening, reachOf(environment, listening, laptop))).toEqual([
      'Roundtable is ready at https://board.example.org',
    ]);
  });
});
