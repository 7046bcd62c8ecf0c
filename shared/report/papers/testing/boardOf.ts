/** Boards of any size for tests of what is printed of them. */
import type { PartnershipMap } from '../../../map/PartnershipMap.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { readTemplate } from '../../../templates/readTemplate.ts';
import { nameAt } from '../../../views/table/testing/names.ts';

/** So many organizations, each in one interest in turn, every third one not at the table, every fourth one without people. */
export function boardOf(placements: number, interests: number, name: (at: number) => string = nameAt): PartnershipMap {
  const map = readTemplate('employment')?.map;
  const [organization, placement, person, interest] = [
    map?.organizations[0],
    map?.placements[0],
    map?.representatives[0],
    map?.interests[0],
  ];
  if (!map || !organization || !placement || !person || !interest) throw new Error('the template lacks something');
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const interestOf = (at: number): string => `i${at % Math.max(1, interests)}`;
  const order = (at: number): string => `a${String(at).padStart(4, '0')}`;
  return {
    ...map,
    acknowledgements: [],
    actions: [],
    interests: numbers(interests).map((at) => ({
      ...interest,
      id: `i${at}`,
      order: order(at),
      title: `Interest ${at}`,
    })),
    organizations: numbers(placements).map((at) => ({
      ...organization,
      id: `o${at}`,
      order: order(at),
      name: name(at),
      engagement: at % 3 === 2 ? 'invited' : 'partner',
    })),
    placements: numbers(placements).map((at) => ({
      ...placement,
      id: `o${at}~${interestOf(at)}`,
      order: order(at),
      organization_id: `o${at}`,
      interest_id: interestOf(at),
      position: null,
    })),
    representatives: numbers(placements)
      .filter((at) => at % 4 !== 3)
      .map((at) => ({
        ...person,
        id: `p${at}`,
        order: order(at),
        organization_id: `o${at}`,
        kind: representativeKinds[at % 3] ?? 'doer',
        interest_ids: null,
        since: null,
        until: null,
        display_name: 'Secretname',
      })),
  };
}
