/**
 * Moments as the page shows them: in the language of its texts, with the clock (12 or 24 hours) that this reader's device uses.
 * Every time of day on the page comes from here, so that there is one convention.
 */

type HourCycle = NonNullable<Intl.DateTimeFormatOptions['hourCycle']>;

/** The convention of the device. */
function ownHourCycle(): HourCycle {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return hourCycle ?? 'h23';
}

/** `10:54` or `10:54 AM`. */
export function clockTime(at: number | Date, language: string, hourCycle: HourCycle = ownHourCycle()): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle }).format(at);
}

/** `Friday, November 28, 2031`. */
export function wholeDay(at: number | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(at);
}

/** Day and time. */
export function dayAndTime(at: number | Date, language: string, dateStyle: 'medium' | 'long' = 'medium'): string {
  return new Intl.DateTimeFormat(language, { dateStyle, timeStyle: 'short', hourCycle: ownHourCycle() }).format(at);
}

/** A day alone, where the time is of no matter. */
export function dayOf(at: number | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
}
