import { describe, expect, it } from 'vitest';
import { nameKey, tidyName } from './nameKey.ts';

describe('names', () => {
  it('[CSV-8] [TEXT-3] are one in any case, with any white space and accents in one piece or two', () => {
    const same = [
      'Café Straße',
      'Cafe\u0301 Straße',
      ' CAFÉ\u00A0STRASSE ',
      'café\u202F\tstraße',
      'Ca\u00ADfé\u200B Straße',
    ];
    for (const name of same) expect(nameKey(name)).toBe(nameKey('Café Straße'));
    expect(nameKey("Seekers' Circle")).toBe(nameKey('Seekers’ circle'));
    for (const other of ['Cafe Straße', 'CaféStraße', 'Café Straße 2'])
      expect(nameKey(other)).not.toBe(nameKey(same[0] ?? ''));
  });

  it('[CSV-8] are kept as they were written, but for white space and how accents are stored', () => {
    expect(tidyName(' Cafe\u0301\u00A0 STRASSE\r\n')).toBe('Café STRASSE');
  });
});
