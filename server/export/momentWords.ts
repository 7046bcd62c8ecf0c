/** Day and clock of a moment, in the zone of who asked. */
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { zonedMoment } from '#shared/report/zonedMoment.ts';

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
  return zonedMoment(timeMs, zone).slice(0, 10);
}

/** "State of March 2, 2026, 14:05 (UTC)": stands in every file. */
export function stateWords(words: ReportWords, zone: string, timeMs: number): string {
  const time = zonedMoment(timeMs, zone).slice(11, 16);
  return words.fill(words.texts.file.state, { day: words.day(dayIn(zone, timeMs)), time, zone });
}
