/** A moment for tables: day, clock, distance from UTC and zone in one cell, as RFC 9557 writes it. */

/** 1772503500000 and "America/New_York" -> "2026-03-02T21:05:00-05:00[America/New_York]". */
export function zonedMoment(timeMs: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(timeMs);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  // "GMT-05:00", and "GMT" alone for no distance
  const offset = of('timeZoneName').replace('GMT', '') || '+00:00';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}${offset}[${zone}]`;
}
