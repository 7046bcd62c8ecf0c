/** Parts of a line, from left to right. Written anew again and again, since layouts ask for them many thousand times. */
export type Span = readonly [from: number, to: number];

export class Spans {
  /** How many there are; what stands behind them is of earlier questions. */
  count = 0;
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  from(at: number): number {
    return this.#from[at] ?? 0;
  }

  to(at: number): number {
    return this.#to[at] ?? 0;
  }

  /** One alone; none where it would be empty. */
  set(from: number, to: number): void {
    this.#from[0] = from;
    this.#to[0] = to;
    this.count = to > from ? 1 : 0;
  }

  /** Takes out what lies between the two. */
  cut(left: number, right: number): void {
    const { count } = this;
    let first = 0;
    while (first < count && this.to(first) <= left) first += 1;
    let next = first;
    while (next < count && this.from(next) < right) next += 1;
    if (next === first) return;
    const end = this.to(next - 1);
    const [hasHead, hasTail] = [this.from(first) < left, end > right];
    const kept = (hasHead ? 1 : 0) + (hasTail ? 1 : 0);
    this.#move(next, first + kept);
    if (hasHead) this.#to[first] = left;
    if (!hasTail) return;
    this.#from[first + kept - 1] = right;
    this.#to[first + kept - 1] = end;
  }

  /** All from one place on to another one. */
  #move(from: number, to: number): void {
    const [by, { count }] = [to - from, this];
    if (by < 0)
      for (let at = from; at < count; at += 1) {
        this.#from[at + by] = this.from(at);
        this.#to[at + by] = this.to(at);
      }
    else if (by > 0)
      for (let at = count - 1; at >= from; at -= 1) {
        this.#from[at + by] = this.from(at);
        this.#to[at + by] = this.to(at);
      }
    this.count += by;
  }

  all(): readonly Span[] {
    return Array.from({ length: this.count }, (_, at): Span => [this.from(at), this.to(at)]);
  }
}
