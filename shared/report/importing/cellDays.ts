/**
 * Days as spreadsheets and people write them. Which of "6/1" is the day, the whole file says: a day above 12, dots, or the
 * moment that the register bears. Where it does not say, it is asked, once for the file (decision 0208).
 */
import { isDay } from '#shared/kinds/fields.ts';

export type DayOrder = 'dayFirst' | 'monthFirst';

export interface DayRules {
  /** null = the file does not say */
  readonly order: DayOrder | null;
  /** "2026-03-02"; years of two digits are near it */
  readonly today: string;
  /** what day 0 of a workbook is, where bare numbers may be days; null = they may not */
  readonly epoch: 1900 | 1904 | null;
}

/** The days that a cell may mean; equal where the order does not matter. */
export interface DayMeanings {
  readonly dayFirst: string | null;
  readonly monthFirst: string | null;
}

const clock = /(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?(?:\[[^\]]*\])?$/i;
const yearFirst = /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/;
const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})\.?$/;
const wordInside = /^(\d{1,2})\.?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i;
const wordFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const months = 'january february march april may june july august september october november december'.split(' ');
const dayMs = 24 * 60 * 60 * 1000;
/** Years of two digits are at most so far ahead; spreadsheets write them where that is the habit of the country. */
const yearsAhead = 20;

/** What the cell may mean, or null when it is no day. */
export function dayMeanings(cell: string, rules: Omit<DayRules, 'order'>): DayMeanings | null {
  const text = cell.replace(clock, '').replace(/\s+/g, ' ').trim();
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) && rules.epoch !== null ? serialDay(Number(text), rules.epoch) : null;
  if (serial !== null) return only(serial);
  const first = yearFirst.exec(text);
  if (first) return only(dayOf(first[1], first[3], first[4], rules.today));
  const named = wordInside.exec(text);
  if (named) return only(dayOf(named[3], monthOf(named[2]), named[1], rules.today));
  const american = wordFirst.exec(text);
  if (american) return only(dayOf(american[3], monthOf(american[1]), american[2], rules.today));
  const last = yearLast.exec(text);
  if (!last) return null;
  const [, one, separator, two, year] = last;
  const dayFirst = dayOf(year, two, one, rules.today);
  // dots stand between day and month in countries that say the day first
  const monthFirst = separator === '.' ? dayFirst : dayOf(year, one, two, rules.today);
  return dayFirst === null && monthFirst === null ? null : { dayFirst, monthFirst };
}

function only(day: string | null): DayMeanings | null {
  return day === null ? null : { dayFirst: day, monthFirst: day };
}

/** A day, or that only the file's owner can say which. */
export type DayRead = { readonly day: string } | 'asked';

/** Null when the cell is no day. */
export function readDay(cell: string, rules: DayRules): DayRead | null {
  const meanings = dayMeanings(cell, rules);
  if (meanings === null) return null;
  const { dayFirst, monthFirst } = meanings;
  const isOne = dayFirst === null || monthFirst === null || dayFirst === monthFirst;
  if (!isOne && rules.order === null) return 'asked';
  const day = isOne || rules.order === null ? (dayFirst ?? monthFirst) : meanings[rules.order];
  return day === null ? null : { day };
}

/**
 * What the cells of the file say of its order. `known` = a cell and the day that it is known to be. Null when nothing or two
 * different things are said.
 */
export function dayOrderOf(
  cells: Iterable<string>,
  known: readonly (readonly [cell: string, day: string])[],
  rules: Omit<DayRules, 'order'>,
): DayOrder | null {
  const said = new Set<DayOrder>();
  for (const cell of cells) {
    const meanings = dayMeanings(cell, rules);
    if (meanings === null) continue;
    if (meanings.monthFirst === null || /^\d{1,2}\./.test(cell.trim())) said.add('dayFirst');
    else if (meanings.dayFirst === null) said.add('monthFirst');
  }
  for (const [cell, day] of known) {
    const meanings = dayMeanings(cell, rules);
    if (meanings === null || meanings.dayFirst === meanings.monthFirst) continue;
    if (meanings.dayFirst === day) said.add('dayFirst');
    if (meanings.monthFirst === day) said.add('monthFirst');
  }
  const [order, other] = [...said];
  return order !== undefined && other === undefined ? order : null;
}

function monthOf(word: string | undefined): string {
  const at = months.findIndex((month) => month.startsWith(word?.toLowerCase() ?? '?'));
  return String(word?.toLowerCase() === 'sept' ? 9 : at + 1);
}

function dayOf(year = '', month = '', day = '', today = ''): string | null {
  const text = `${wholeYear(year, Number(today.slice(0, 4)))}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

function wholeYear(year: string, thisYear: number): string {
  if (year.length === 4) return year;
  const near = thisYear - (thisYear % 100) + Number(year);
  return String(near > thisYear + yearsAhead ? near - 100 : near <= thisYear - 100 + yearsAhead ? near + 100 : near);
}

/** Days are counted from the end of 1899, which has a day too many in its February, or from the beginning of 1904. */
function serialDay(serial: number, epoch: 1900 | 1904): string | null {
  const start = epoch === 1900 ? Date.UTC(1899, 11, 30) : Date.UTC(1904, 0, 1);
  const day = new Date(start + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}
