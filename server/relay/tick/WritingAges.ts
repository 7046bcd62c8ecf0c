/** Tells what was written in the last minute or so from what is older, by how far each client had written by then. */
type Clocks = ReadonlyMap<number, number>;

const youngMs = 60_000;
const markEveryMs = 15_000;

export class WritingAges {
  /** oldest first; the first one is older than a minute, or what was there when the room was opened */
  #marks: { readonly atMs: number; readonly clocks: Clocks }[] = [];
  #lastMs = -Infinity;

  /** Before a tick at `nowMs`: what is in the document has been there since the last one. */
  beforeTick(clocks: () => Clocks, nowMs: number): void {
    const last = this.#marks.at(-1);
    if (last === undefined || nowMs - last.atMs >= markEveryMs)
      this.#marks.push({ atMs: this.#lastMs, clocks: clocks() });
    while ((this.#marks[1]?.atMs ?? Infinity) <= nowMs - youngMs) this.#marks.shift();
    this.#lastMs = nowMs;
  }

  isYoung(client: number, clock: number): boolean {
    return clock >= (this.#marks[0]?.clocks.get(client) ?? 0);
  }
}
