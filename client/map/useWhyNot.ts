/** What the running workshop lets this person change just now, so that nothing is offered that would be refused. */
import { use, useCallback } from 'react';
import type { CollectionName } from '#shared/map/collections.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { lockKey, permitRefusal, rightOf } from '#shared/workshop/permits.ts';
import { PermitsContext } from './PermitsContext.ts';

/** Why not, or null. `id` null: of something new; `field` null: that it comes or goes. */
export type WhyNot = (collection: CollectionName, id: string | null, field: string | null) => PermitRefusal | null;

export function useWhyNot(): WhyNot {
  const permits = use(PermitsContext);
  return useCallback(
    (collection, id, field) =>
      permits === null
        ? null
        : permitRefusal(permits, lockKey.entity(collection, id ?? ''), rightOf(collection, field)),
    [permits],
  );
}
