/** What the running workshop lets this person change just now, so that nothing is offered that would be refused. */
import { use, useCallback } from 'react';
import type { CollectionName } from '#shared/map/collections.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { lockKey, permitRefusal, rightOf } from '#shared/workshop/permits.ts';
import { isHeldField } from '#shared/workshop/voteRefusal.ts';
import { PermitsContext } from './PermitsContext.ts';
import { VotedContext } from './VotedContext.ts';

/** Why not, or null. `id` null: of something new; `field` null: that it comes or goes. */
export type WhyNot = (collection: CollectionName, id: string | null, field: string | null) => PermitRefusal | null;

export function useWhyNot(): WhyNot {
  const permits = use(PermitsContext);
  const voted = use(VotedContext);
  return useCallback(
    (collection, id, field) => {
      const key = lockKey.entity(collection, id ?? '');
      const refusal = permits === null ? null : permitRefusal(permits, key, rightOf(collection, field));
      return refusal ?? (voted.has(key) && isHeldField(collection, field) ? 'voting' : null);
    },
    [permits, voted],
  );
}
