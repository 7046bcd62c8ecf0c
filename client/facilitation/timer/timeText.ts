/** Time left as people read and hear it. */

/** `7:05`; a minute that has begun counts whole seconds up, so that 0:00 is shown only when it is over. */
export function timeText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** When a screen reader says the time: at the start, at five, two and one minute, and at the end. */
export function spokenMark(leftMs: number, totalMs: number): 'start' | 5 | 2 | 1 | 'over' | null {
  if (leftMs <= 0) return 'over';
  for (const minutes of [1, 2, 5] as const)
    if (leftMs <= minutes * 60_000) return minutes * 60_000 < totalMs ? minutes : 'start';
  return 'start';
}
