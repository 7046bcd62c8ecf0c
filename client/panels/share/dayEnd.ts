/** Ends of days as this device's calendar has them, in milliseconds since 1970: the midnight after the day. */

/** Of the day that lies so many days after the one of `now`. */
export function dayEnd(now: number, days: number): number {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days + 1).getTime();
}

/** Of a day as a date field has it (YYYY-MM-DD); null for what is none. */
export function endDay(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  return new Date(Number(year), Number(month) - 1, Number(day) + 1).getTime();
}
