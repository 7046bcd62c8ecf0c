import { describe, expect, it, vi } from 'vitest';
import type { Rating, Ratings } from '#shared/map/ratings.ts';
import { BoardRatings, type RatingAnswer, type RatingsPort } from './BoardRatings.ts';

/** What a server does with ratings, in memory; answers wait until they are let go where a test asks for it. */
class Kept implements RatingsPort {
  readonly stored = new Map<string, Rating>();
  refuses: string | null = null;
  held: (() => void)[] | null = null;

  read(): Promise<RatingAnswer<Ratings>> {
    return this.#answer(() => new Map(this.stored));
  }

  write(organization: string, rating: Rating): Promise<RatingAnswer<unknown>> {
    return this.#answer(() => void this.stored.set(organization, rating));
  }

  deleteAll(): Promise<RatingAnswer<unknown>> {
    return this.#answer(() => this.stored.clear());
  }

  async #answer<T>(work: () => T): Promise<RatingAnswer<T>> {
    const { held } = this;
    if (held) await new Promise<void>((resolve) => held.push(resolve));
    return this.refuses === null ? { ok: true, value: work() } : { ok: false, code: this.refuses };
  }
}

const rating = (influence: number | null, stake: number | null): Rating => ({ influence, stake });

describe('BoardRatings', () => {
  it('[RATE-5] shows a rating at once and sends acts in their order', async () => {
    const kept = new Kept();
    const ratings = new BoardRatings(kept);
    kept.held = [];
    const done = [ratings.rate('a', rating(1, 1)), ratings.rate('a', rating(2, 5)), ratings.rate('b', rating(3, null))];
    expect(ratings.ratingOf('a')).toEqual(rating(2, 5));
    while (kept.stored.size < 2) {
      await vi.waitFor(() => expect(kept.held?.length).toBeGreaterThan(0));
      kept.held.shift()?.();
      await Promise.resolve();
    }
    const { held } = kept;
    kept.held = null;
    held.forEach((run) => run());
    await Promise.all(done);
    expect(Object.fromEntries(kept.stored)).toEqual({ a: rating(2, 5), b: rating(3, null) });
    expect(ratings.ratingOf('a')).toEqual(rating(2, 5));
  });

  it('[RATE-5] goes back to what the server has when it is refused, and says why', async () => {
    const kept = new Kept();
    kept.stored.set('a', rating(4, 4));
    const ratings = new BoardRatings(kept);
    await ratings.read();
    const write = vi.spyOn(kept, 'write').mockResolvedValue({ ok: false, code: 'storage-full' });
    await ratings.rate('a', rating(1, 1));
    expect(write).toHaveBeenCalledOnce();
    expect(ratings.ratingOf('a')).toEqual(rating(4, 4));
    expect(ratings.view().failed).toBe('storage-full');
    write.mockRestore();
    await ratings.rate('a', rating(1, 1));
    expect(ratings.view().failed).toBeNull();
  });

  it('[RATE-5] what is read while an act is under way does not undo it on the screen', async () => {
    const kept = new Kept();
    const ratings = new BoardRatings(kept);
    kept.held = [];
    const reading = ratings.read();
    const rating1 = ratings.rate('a', rating(2, 2));
    const [first] = kept.held;
    first?.();
    await reading;
    expect(ratings.ratingOf('a')).toEqual(rating(2, 2));
    const { held } = kept;
    kept.held = null;
    held.forEach((run) => run());
    await rating1;
    expect(ratings.ratingOf('a')).toEqual(rating(2, 2));
  });

  it('[RATE-4] all of them go, and the same numbers tell nobody', async () => {
    const kept = new Kept();
    kept.stored.set('a', rating(4, 4));
    const ratings = new BoardRatings(kept);
    await ratings.read();
    let told = 0;
    ratings.subscribe(() => (told += 1));
    await ratings.read();
    expect(told).toBe(0);
    await ratings.deleteAll();
    expect(kept.stored.size).toBe(0);
    expect(ratings.view().ratings.size).toBe(0);
  });

  it('[RATE-7] undo takes back one own rating after the other, and nobody else’s', async () => {
    const kept = new Kept();
    kept.stored.set('a', rating(4, 4));
    const ratings = new BoardRatings(kept);
    await ratings.read();
    expect(ratings.undo()).toBeNull();
    await ratings.rate('a', rating(1, 1));
    await ratings.rate('b', rating(2, 2));
    await ratings.rate('b', rating(3, 3));
    expect(ratings.view().undoable).toBe('b');
    // another facilitator changes b
    kept.stored.set('b', rating(5, 5));
    await ratings.read();
    expect(ratings.view().undoable).toBe('a');
    expect(ratings.undo()).toBe('a');
    expect(ratings.ratingOf('a')).toEqual(rating(4, 4));
    expect(ratings.view().undoable).toBeNull();
    await vi.waitFor(() => expect(kept.stored.get('a')).toEqual(rating(4, 4)));
    expect(kept.stored.get('b')).toEqual(rating(5, 5));
  });

  it('[RATE-7] deleting all ratings cannot be undone', async () => {
    const ratings = new BoardRatings(new Kept());
    await ratings.rate('a', rating(1, 1));
    await ratings.deleteAll();
    expect(ratings.undo()).toBeNull();
  });

  it('[RATE-6] an older answer that comes late does not replace a newer one', async () => {
    const kept = new Kept();
    const ratings = new BoardRatings(kept);
    const answers: ((value: RatingAnswer<Ratings>) => void)[] = [];
    vi.spyOn(kept, 'read').mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const [older, newer] = [ratings.read(), ratings.read()];
    answers[1]?.({ ok: true, value: new Map([['a', rating(2, 2)]]) });
    await newer;
    answers[0]?.({ ok: true, value: new Map() });
    await older;
    expect(ratings.ratingOf('a')).toEqual(rating(2, 2));
  });
});
