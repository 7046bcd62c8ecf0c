/**
 * Influence and stake of the open board's organizations, on a facilitator's page. Others have none of this. What is rated
 * shows at once, is sent in the order in which it was done, and goes back when the server does not take it (RATE-5).
 */
import { Emitter } from '#client/state/Emitter.ts';
import { isUnrated, type Rating, type Ratings } from '#shared/map/ratings.ts';

export type RatingAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** Where ratings are kept: the server, by HTTP. */
export interface RatingsPort {
  read(): Promise<RatingAnswer<Ratings>>;
  /** `from`: what was on the screen. */
  write(organization: string, rating: Rating, from: Rating): Promise<RatingAnswer<unknown>>;
  deleteAll(): Promise<RatingAnswer<unknown>>;
}

export interface RatingsView {
  readonly ratings: Ratings;
  /** false until the server answered for the first time */
  readonly isRead: boolean;
  /** why the last change or reading failed */
  readonly failed: string | null;
  /** whose rating this person can take back now: the last one they changed and nobody else changed since */
  readonly undoable: string | null;
}

const noRating: Rating = { influence: null, stake: null };

interface Step {
  readonly organization: string;
  readonly before: Rating;
  readonly after: Rating;
}

const maxSteps = 100;

export class BoardRatings {
  readonly #port: RatingsPort;
  readonly #changed = new Emitter();
  /** acts that the server has not answered yet; while there are any, what is read is out of date */
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #view: RatingsView = { ratings: new Map(), isRead: false, failed: null, undoable: null };
  /** own changes, oldest first */
  #steps: readonly Step[] = [];
  /** readings that were asked for, and the newest that was answered */
  #asked = 0;
  #answered = 0;

  constructor(port: RatingsPort) {
    this.#port = port;
  }

  readonly view = (): RatingsView => this.#view;

  readonly subscribe = this.#changed.on;

  ratingOf(organization: string): Rating {
    return this.#view.ratings.get(organization) ?? noRating;
  }

  /** What the server has now; another facilitator may have rated meanwhile. */
  async read(): Promise<void> {
    const number = (this.#asked += 1);
    const answer = await this.#port.read();
    if (this.#waiting > 0 || number < this.#answered) return;
    this.#answered = number;
    if (answer.ok) {
      const ratings = isSame(answer.value, this.#view.ratings) ? this.#view.ratings : answer.value;
      if (ratings !== this.#view.ratings || !this.#view.isRead) this.#show({ ...this.#view, ratings, isRead: true });
    } else if (!this.#view.isRead) this.#show({ ...this.#view, failed: answer.code });
  }

  rate(organization: string, rating: Rating): Promise<void> {
    this.#steps = [...this.#steps, { organization, before: this.ratingOf(organization), after: rating }].slice(
      -maxSteps,
    );
    return this.#write(organization, rating);
  }

  /** Takes back one's own last rating; the organization it was about, null when there is none. */
  undo(): string | null {
    const step = this.#lastStep();
    if (step === undefined) return null;
    this.#steps = this.#steps.slice(0, this.#steps.indexOf(step));
    void this.#write(step.organization, step.before);
    return step.organization;
  }

  /** The last own change that still holds: what another facilitator changed since is theirs. */
  #lastStep(): Step | undefined {
    return this.#steps.findLast(({ organization, after }) => isEqual(this.ratingOf(organization), after));
  }

  #write(organization: string, rating: Rating): Promise<void> {
    const from = this.ratingOf(organization);
    const ratings = new Map(this.#view.ratings);
    if (isUnrated(rating)) ratings.delete(organization);
    else ratings.set(organization, { influence: rating.influence, stake: rating.stake });
    return this.#act(ratings, () => this.#port.write(organization, rating, from));
  }

  deleteAll(): Promise<void> {
    this.#steps = [];
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

  #show(view: Omit<RatingsView, 'undoable'>): void {
    this.#view = { ...view, undoable: null };
    this.#view = { ...this.#view, undoable: this.#lastStep()?.organization ?? null };
    this.#changed.tell();
  }
}

function isEqual(a: Rating, b: Rating): boolean {
  return a.influence === b.influence && a.stake === b.stake;
}

function isSame(a: Ratings, b: Ratings): boolean {
  return (
    a.size === b.size &&
    [...a].every(([id, one]) => {
      const other = b.get(id);
      return other !== undefined && isEqual(one, other);
    })
  );
}
