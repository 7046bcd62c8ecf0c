/** Day and clock of a moment, in the zone of who asked. */
import type { ReportWords } from '#shared/report/ReportWords.ts';

/** True for a zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** ISO day on which the moment lies there. */
export function dayIn(zone: string, timeMs: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(timeMs);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** "State of March 2, 2026, 14:05 (UTC)": stands in every file. */
export function stateWords(words: ReportWords, zone: string, timeMs: number): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(timeMs);
  return words.fill(words.texts.file.state, { day: words.day(dayIn(zone, timeMs)), time, zone });
}
