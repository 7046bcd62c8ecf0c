/** What stands in a sentence for a value: numbers, days and lists as the language writes them. */
import type { FormatterModule } from 'i18next';

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly day: Intl.DateTimeFormat;
  readonly list: Intl.ListFormat;
}

const made = new Map<string, Formats>();

function formatsOf(language: string): Formats {
  const found = made.get(language) ?? {
    number: new Intl.NumberFormat(language, { maximumFractionDigits: 20 }),
    day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
    list: new Intl.ListFormat(language, { type: 'unit', style: 'short' }),
  };
  made.set(language, found);
  return found;
}

function written(value: unknown, language: string): string {
  const formats = formatsOf(language);
  if (typeof value === 'number') return formats.number.format(value);
  if (value instanceof Date) return formats.day.format(value);
  if (Array.isArray(value)) return formats.list.format(value.map((one) => written(one, language)));
  return String(value);
}

/** For i18next, which asks it for every placeholder (`alwaysFormat`). A `Date` is a day, without its time;
 * an array is its entries, one after the other. */
export const intlFormatter: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format, language) =>
    value === undefined || language === undefined ? (value as string) : written(value, language),
};
