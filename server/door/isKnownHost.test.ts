import { describe, expect, it } from 'vitest';
import { isKnownHost, unknownHostSentence } from './isKnownHost.ts';

describe('names of this server', () => {
  it.each([
    undefined,
    'localhost',
    'localhost:3000',
    'board.localhost:3000',
    '127.0.0.1:3000',
    '192.168.1.20',
    '[::1]:3000',
    '[fe80::1]',
    'Study',
    'study:3000',
    'study.local',
    'study.example.org:3000',
  ])('[DOOR-16] knows %s', (host) =>
    expect(isKnownHost(host, { machineName: 'study.example.org', publicOrigins: [] })).toBe(true),
  );

  it.each([
    '',
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    'study.evil.example',
    '127.0.0.1.evil.example',
    'study.local.evil.example',
    'a b',
    'user@evil.example',
  ])('[DOOR-16] does not know %s', (host) =>
    expect(isKnownHost(host, { machineName: 'study.example.org', publicOrigins: [] })).toBe(false),
  );

  it('[DOOR-16] says how a name is allowed, and repeats nothing that is no name', () => {
    expect(unknownHostSentence('board.example:3000')).toContain('PUBLIC_ORIGIN=http://board.example:3000 ');
    expect(unknownHostSentence('<script>')).not.toContain('<');
  });
});
