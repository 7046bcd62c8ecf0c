/** Whom this person came for, as it stands on the map, and what is asked of them. */
import { useMemo } from 'react';
import { useBoardView } from '#client/board/BoardContext.ts';
import { useComesFor } from '#client/board/OwnPlace.ts';
import { useFindings } from '#client/map/MapContext.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import { organizationNamed, partOf, type Part } from '#shared/map/readings/partOf.ts';

export interface YourPlace {
  /** As they said it; null: they said none. */
  readonly said: string | null;
  /** Null where the map has none of that name. */
  readonly organization: EntityOf<'organizations'> | null;
  readonly part: Part | null;
}

/** Null until the server has told. */
export function useYourPlace(): YourPlace | null {
  const comesFor = useComesFor();
  const name = useBoardView().me?.name ?? '';
  const { index } = useFindings();
  return useMemo(() => {
    if (comesFor === null) return null;
    const organization = organizationNamed(index.map, comesFor.organization);
    const part = organization && partOf(index, organization.id, { name, kind: comesFor.kind });
    return { said: comesFor.organization, organization, part };
  }, [comesFor, name, index]);
}
