/**
 * Influence and stake of the open board's organizations, on a facilitator's page. Others have none of this. What is rated
 * shows at once, is sent in the order in which it was done, and goes back when the server does not take it (RATE-5).
 */
import { isUnrated, type Rating, type Ratings } from '#shared/map/ratings.ts';

export type RatingAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** Where ratings are kept: the server, by HTTP. */
export interface RatingsPort {
  read(): Promise<RatingAnswer<Ratings>>;
  write(organization: string, rating: Rating): Promise<RatingAnswer<unknown>>;
  deleteAll(): Promise<RatingAnswer<unknown>>;
}

export interface RatingsView {
  readonly ratings: Ratings;
  /** false until the server answered for the first time */
  readonly isRead: boolean;
  /** why the last change or reading failed */
  readonly failed: string | null;
}

const noRating: Rating = { influence: null, stake: null };

export class BoardRatings {
  readonly #port: RatingsPort;
  readonly #listeners = new Set<() => void>();
  /** acts that the server has not answered yet; while there are any, what is read is out of date */
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #view: RatingsView = { ratings: new Map(), isRead: false, failed: null };

  constructor(port: RatingsPort) {
    this.#port = port;
  }

  readonly view = (): RatingsView => this.#view;

  readonly subscribe = (run: () => void): (() => void) => {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  };

  ratingOf(organization: string): Rating {
    return this.#view.ratings.get(organization) ?? noRating;
  }

  /** What the server has now; another facilitator may have rated meanwhile. */
  async read(): Promise<void> {
    const answer = await this.#port.read();
    if (this.#waiting > 0) return;
    if (answer.ok) {
      const ratings = isSame(answer.value, this.#view.ratings) ? this.#view.ratings : answer.value;
      if (ratings !== this.#view.ratings || !this.#view.isRead) this.#show({ ...this.#view, ratings, isRead: true });
    } else if (!this.#view.isRead) this.#show({ ...this.#view, failed: answer.code });
  }

  rate(organization: string, rating: Rating): Promise<void> {
    const ratings = new Map(this.#view.ratings);
    if (isUnrated(rating)) ratings.delete(organization);
    else ratings.set(organization, { influence: rating.influence, stake: rating.stake });
    return this.#act(ratings, () => this.#port.write(organization, rating));
  }

  deleteAll(): Promise<void> {
    return this.#act(new Map(), () => this.#port.deleteAll());
  }

  #act(ratings: Ratings, send: () => Promise<RatingAnswer<unknown>>): Promise<void> {
    this.#show({ ...this.#view, ratings, failed: null });
    this.#waiting += 1;
    this.#last = this.#after(this.#last, send);
    return this.#last;
  }

  async #after(before: Promise<void>, send: () => Promise<RatingAnswer<unknown>>): Promise<void> {
    await before;
    const answer = await send();
    this.#waiting -= 1;
    if (!answer.ok) this.#show({ ...this.#view, failed: answer.code });
    // after the last one, what the server has: what it refused goes back then
    if (this.#waiting === 0) await this.read();
  }

  #show(view: RatingsView): void {
    this.#view = view;
    for (const run of this.#listeners) run();
  }
}

function isSame(a: Ratings, b: Ratings): boolean {
  return (
    a.size === b.size &&
    [...a].every(([id, one]) => {
      const other = b.get(id);
      return other?.influence === one.influence && other.stake === one.stake;
    })
  );
}
