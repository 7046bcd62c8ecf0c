/** The part of the store for influence and stake, which only facilitators read. */
import type { Rating, Ratings } from '#shared/map/ratings.ts';
import type { BoardId } from '#shared/wire/ids.ts';

export interface RatingStore {
  /** Influence and stake by organization, for facilitators; empty for a board that does not exist. */
  readRatings(board: BoardId): Promise<Ratings>;
  /** Replaces the rating of an organization; null removes it. */
  writeRating(board: BoardId, organization: string, rating: Rating | null): Promise<void>;
  deleteRatings(board: BoardId): Promise<void>;
}
