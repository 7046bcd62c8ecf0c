/** So much per second on average, so much at once. Time is passed in. */

/** What piled up while the server stood still comes at once, and has so long to be read. */
const pileLastsMs = 5_000;

export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #atMs: number;
  #stoodStillMs: number;
  /** above the burst, for what piled up */
  #pile = 0;
  #pileAtMs = -Infinity;

  /** `stoodStillMs`: how long the server has stood still so far, here and in `take`. */
  constructor(perSecond: number, burst: number, nowMs: number, stoodStillMs = 0) {
    this.#perMs = perSecond / 1_000;
    this.#burst = burst;
    this.#tokens = burst;
    this.#atMs = nowMs;
    this.#stoodStillMs = stoodStillMs;
  }

  /** As good as new. */
  isFull(nowMs: number): boolean {
    return this.#tokens + Math.max(0, nowMs - this.#atMs) * this.#perMs >= this.#burst;
  }

  /** False when there is not enough; then nothing is taken. */
  take(amount: number, nowMs: number, stoodStillMs = this.#stoodStillMs): boolean {
    if (stoodStillMs > this.#stoodStillMs) {
      this.#pile += (stoodStillMs - this.#stoodStillMs) * this.#perMs;
      this.#pileAtMs = nowMs;
      this.#stoodStillMs = stoodStillMs;
    } else if (nowMs - this.#pileAtMs > pileLastsMs) this.#pile = 0;
    const most = this.#burst + this.#pile;
    this.#tokens = Math.min(most, this.#tokens + Math.max(0, nowMs - this.#atMs) * this.#perMs);
    this.#atMs = nowMs;
    if (this.#tokens < amount) return false;
    this.#tokens -= amount;
    return true;
  }
}
