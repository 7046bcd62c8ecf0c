/** Time left as people read and hear it. */

/** `7:05`; a minute that has begun counts whole seconds up, so that 0:00 is shown only when it is over. */
export function timeText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What of it a screen reader has heard by now: the start, the last minute, the last ten seconds, the end. */
export function spokenMark(leftMs: number, totalMs: number): 'start' | 'minute' | 'seconds' | 'over' {
  if (leftMs <= 0) return 'over';
  if (leftMs <= 10_000 && totalMs > 10_000) return 'seconds';
  return leftMs <= 60_000 && totalMs > 60_000 ? 'minute' : 'start';
}
