/** Where a key moves an organization on the grid of influence (up) and stake (right); null when the key means nothing here. */
import type { Rating } from '#shared/map/ratings.ts';

/** An organization that is moved for the first time comes into the middle. */
const middle = 3;

const steps: Readonly<Record<string, readonly ['influence' | 'stake', 1 | -1]>> = {
  ArrowUp: ['influence', 1],
  ArrowDown: ['influence', -1],
  ArrowRight: ['stake', 1],
  ArrowLeft: ['stake', -1],
};

export function movedRating(rating: Rating, key: string): Rating | null {
  if (key === 'Delete' || key === 'Backspace') return { influence: null, stake: null };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return null;
  const { influence, stake } = rating;
  if (influence === null || stake === null) return { influence: influence ?? middle, stake: stake ?? middle };
  const [part, by] = step;
  const next = rating[part] ?? middle;
  return { ...rating, [part]: Math.min(5, Math.max(1, next + by)) };
}
