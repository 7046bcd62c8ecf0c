import { describe, expect, it } from 'vitest';
import { type DayOrder, dayOrderOf, type DayRules, readDay as read } from './cellDays.ts';

const readDay = (cell: string, how: DayRules) => {
  const found = read(cell, how);
  return found === 'asked' ? found : (found?.day ?? null);
};

const rules = (order: DayOrder | null = null, epoch: 1900 | 1904 | null = null) => ({
  order,
  epoch,
  today: '2026-03-02',
});
const orderOf = (cells: readonly string[], known: readonly (readonly [string, string])[] = []) =>
  dayOrderOf(cells, known, { today: '2026-03-02', epoch: null });

describe('days in cells', () => {
  it('[CSV-9] are read as spreadsheets and people write them', () => {
    const same = [
      '2025-06-01',
      '2025/6/1',
      '2025.06.01',
      '2025. 06. 01.',
      '2025-06-01T00:00:00.000Z',
      '2025-06-01 0:00',
      '1-Jun-25',
      '1-Jun-2025',
      '1 June 2025',
      'June 1, 2025',
      'Jun 1 2025',
      '01.06.2025',
      '1.6.25',
      '1. 6. 2025',
    ];
    expect(same.map((cell) => readDay(cell, rules()))).toEqual(same.map(() => '2025-06-01'));
    expect(
      ['6/1/2025', '06/01/25', '6-1-2025', '6/1/2025 12:00:00 AM'].map((cell) => readDay(cell, rules('monthFirst'))),
    ).toEqual(Array.from({ length: 4 }, () => '2025-06-01'));
    expect(['1/6/2025', '01-06-2025'].map((cell) => readDay(cell, rules('dayFirst')))).toEqual([
      '2025-06-01',
      '2025-06-01',
    ]);
    expect(readDay('1 Sept 2025', rules())).toBe('2025-09-01');
  });

  it('[CSV-9] that are none are none', () => {
    for (const cell of [
      'soon',
      '2025',
      'June 2025',
      '2025-02-29',
      '31.04.2025',
      '13/13/2025',
      '6/1',
      '1/2/3',
      '45809',
      'Ju 1, 2025',
      '0/1/2025',
    ])
      expect(readDay(cell, rules('monthFirst')), cell).toBeNull();
  });

  it('[CSV-9] of two meanings are asked, of one are not', () => {
    expect(readDay('6/1/2025', rules())).toBe('asked');
    expect(readDay('12/12/2025', rules())).toBe('2025-12-12');
    // a day above 12 is a day whatever the file says elsewhere
    expect(readDay('13/6/2025', rules('monthFirst'))).toBe('2025-06-13');
    expect(readDay('6/12/2025', rules())).toBe('asked');
  });

  it('[CSV-9] the file itself says which comes first: a day above 12, dots, the moment it bears', () => {
    expect(orderOf(['6/1/2025', '6/13/2025'])).toBe('monthFirst');
    expect(orderOf(['6/1/2025', '13/6/2025'])).toBe('dayFirst');
    expect(orderOf(['6/1/2025', '12/12/2025'])).toBeNull();
    expect(orderOf(['6/1/2025', '01.02.2025'])).toBe('dayFirst');
    expect(orderOf(['6/1/2025', '6/13/2025', '13/6/2025'])).toBeNull();
    expect(orderOf(['6/1/2025'], [['3/2/2026', '2026-03-02']])).toBe('monthFirst');
    expect(orderOf(['6/1/2025'], [['02/03/2026', '2026-03-02']])).toBe('dayFirst');
    expect(orderOf(['6/1/2025'], [['02/03/2026', '2026-05-05']])).toBeNull();
    expect(orderOf(['2025-06-13', '13 June 2025'])).toBeNull();
  });

  it('[CSV-9] bare numbers are days only in a workbook, by its own count', () => {
    expect(readDay('45809', rules(null, 1900))).toBe('2025-06-01');
    expect(readDay('45809.75', rules(null, 1900))).toBe('2025-06-01');
    expect(readDay('44347', rules(null, 1904))).toBe('2025-06-01');
    expect(readDay('2025', rules(null, 1900))).toBeNull();
  });

  it('[CSV-9] years of two digits are near today', () => {
    const year = (two: string) => readDay(`1.6.${two}`, rules())?.slice(0, 4);
    expect(['46', '47', '99', '00'].map(year)).toEqual(['2046', '1947', '1999', '2000']);
  });
});
