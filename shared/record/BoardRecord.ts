/** `GET /api/boards/:id/record` with a seat: oldest first. */
import * as v from 'valibot';
import { RecordContent } from './RecordEntry.ts';

export const BoardRecord = v.object({
  entries: v.array(v.object({ id: v.string(), at: v.number(), content: RecordContent })),
});
export type BoardRecord = v.InferOutput<typeof BoardRecord>;
