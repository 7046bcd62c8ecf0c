/**
 * Notices that very much is being taken away from a board, at once or within seconds: a quarter of everything that is on it,
 * and at least ten things. Then what was there before is to be kept (`RelayOptions.beforeLoss`).
 */
const windowMs = 10_000;
const minRemoved = 10;
const minShare = 0.25;
/** After one alarm: so that somebody who fills and empties a board again and again does not fill the disk. */
const restMs = 60_000;

export class MassRemoval {
  #removed: { readonly atMs: number; readonly count: number }[] = [];
  #restsUntilMs = -Infinity;

  /** True when what was there before this tick should be kept. `left` = how much is on the board after it. */
  isMass(removed: number, left: () => number, nowMs: number): boolean {
    if (removed === 0) return false;
    this.#removed = [...this.#removed.filter(({ atMs }) => nowMs - atMs < windowMs), { atMs: nowMs, count: removed }];
    const sum = this.#removed.reduce((total, { count }) => total + count, 0);
    if (sum < minRemoved || nowMs < this.#restsUntilMs || sum < minShare * (sum + left())) return false;
    this.#removed = [];
    this.#restsUntilMs = nowMs + restMs;
    return true;
  }
}
