/** The snapshot that a request names. */
import * as v from 'valibot';
import { SnapshotId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { HttpContext } from '#server/http/Services.ts';

export function snapshotOf(c: HttpContext): SnapshotId {
  const id = v.safeParse(SnapshotId, c.req.param('snapshot'));
  if (!id.success) throw new Refusal('snapshot-unknown');
  return id.output;
}
