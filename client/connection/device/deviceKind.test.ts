import { describe, expect, it } from 'vitest';
import { deviceKind } from './deviceKind.ts';

const mozilla = 'Mozilla/5.0 ';
const kit = 'AppleWebKit/605.1.15 (KHTML, like Gecko) ';
const mac = `${mozilla}(Macintosh; Intel Mac OS X 10_15_7) ${kit}Version/18.1 Safari/605.1.15`;

describe('what the page says of its device', () => {
  it.each([
    [`${mozilla}(Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0`, 'Firefox', 'Android'],
    [`${mozilla}(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox', 'Linux'],
    [
      `${mozilla}(iPhone; CPU iPhone OS 18_1 like Mac OS X) ${kit}FxiOS/140.0 Mobile/15E148 Safari/604.1`,
      'Firefox',
      'iPhone',
    ],
    [
      `${mozilla}(iPhone; CPU iPhone OS 18_1 like Mac OS X) ${kit}CriOS/130.0 Mobile/15E148 Safari/604.1`,
      'Chrome',
      'iPhone',
    ],
    [`${mozilla}(iPad; CPU OS 12_5 like Mac OS X) ${kit}Version/12.1 Mobile/15E148 Safari/604.1`, 'Safari', 'iPad'],
    [`${mozilla}(Windows NT 10.0; Win64; x64) ${kit}Chrome/130.0 Safari/537.36 Edg/130.0`, 'Edge', 'Windows'],
    [`${mozilla}(Windows NT 10.0; Win64; x64) ${kit}Chrome/130.0 Safari/537.36 OPR/115.0`, 'Opera', 'Windows'],
    [
      `${mozilla}(Linux; Android 14; K) ${kit}SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
    [`${mozilla}(X11; CrOS x86_64 14541.0.0) ${kit}Chrome/130.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
    [mac, 'Safari', 'macOS'],
    ['curl/8.5', null, null],
  ])('[DOOR-28] %s', (userAgent, browser, system) => {
    expect(deviceKind({ userAgent, maxTouchPoints: 0 })).toEqual({ browser, system });
  });

  it('[DOOR-28] a tablet that calls itself a desktop is known by its touchscreen', () => {
    expect(deviceKind({ userAgent: mac, maxTouchPoints: 1 }).system).toBe('macOS');
    expect(deviceKind({ userAgent: mac, maxTouchPoints: 5 }).system).toBe('iPad');
  });
});
