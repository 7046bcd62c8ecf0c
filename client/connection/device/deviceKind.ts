/** What the page says of its device when it gets a seat: enough for its person to tell their devices apart, and no more. */
import type { DeviceKind } from '#shared/wire/devices.ts';

/** In the order in which they are looked for: most name others, too. */
const browsers: readonly (readonly [RegExp, NonNullable<DeviceKind['browser']>])[] = [
  [/firefox|fxios/i, 'Firefox'],
  [/\bedg(?:e|a|ios)?\//i, 'Edge'],
  [/\bopr\/|opera/i, 'Opera'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/chrome|chromium|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
];
const systems: readonly (readonly [RegExp, NonNullable<DeviceKind['system']>])[] = [
  [/iphone|ipod/i, 'iPhone'],
  [/ipad/i, 'iPad'],
  [/android/i, 'Android'],
  [/\bcros\b/i, 'ChromeOS'],
  [/windows/i, 'Windows'],
  [/macintosh|mac os x/i, 'macOS'],
  [/linux|x11/i, 'Linux'],
];

export function deviceKind({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): DeviceKind {
  const found = <T>(table: readonly (readonly [RegExp, T])[]): T | null =>
    table.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
  const system = found(systems);
  // a tablet of theirs calls itself a desktop, which none of theirs with a touchscreen is
  return { browser: found(browsers), system: system === 'macOS' && maxTouchPoints > 1 ? 'iPad' : system };
}
