/** What of the map stands at the table on paper: interests with their organizations and empty chairs, in the board's order. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { notPlaced } from '../../map/readings/notPlaced.ts';
import { firstInterests } from '../../map/rules/firstInterests.ts';
import { representativeKinds, type RepresentativeKind } from '#shared/kinds/values.ts';
import { inOrder } from '../../views/frame/boardOrder.ts';
import { frameInput, peopleOnCards } from '../../views/frame/frameContents.ts';

/** An organization in an interest. */
export interface TableName {
  readonly organization: EntityOf<'organizations'>;
  readonly isHere: boolean;
  /** of each who speaks for it there */
  readonly kinds: readonly RepresentativeKind[];
}

export interface TableInterest {
  readonly id: string;
  /** empty where nobody has named it; then `question` says what the template asks there */
  readonly title: string;
  readonly question: string;
  readonly isEssential: boolean;
  /** an open observation about it asks to be talked about first */
  readonly isFirst: boolean;
  readonly chairs: Readonly<Record<RepresentativeKind, boolean>>;
  readonly names: readonly TableName[];
}

export interface TableFacts {
  readonly interests: readonly TableInterest[];
  /** organizations in interests, each as often as it stands there */
  readonly placements: number;
  readonly chairs: { readonly taken: number; readonly all: number };
  /** organizations that stand in no interest */
  readonly waiting: number;
}

export function tableFacts(index: MapIndex): TableFacts {
  const people = peopleOnCards(index);
  const { interests, cards } = inOrder(frameInput(index, people));
  const first = firstInterests(index);
  const rows = interests.flatMap(({ id }): readonly TableInterest[] => {
    const interest = index.interests.get(id);
    if (interest === undefined) return [];
    const voices = index.voices.get(id);
    const names = cards
      .filter(({ interestId }) => interestId === id)
      .flatMap(({ organizationId }): readonly TableName[] => {
        const organization = index.organizations.get(organizationId);
        if (organization === undefined) return [];
        const kinds = people(organizationId, id).map(({ kind }) => kind);
        return [{ organization, isHere: organization.engagement === 'partner', kinds: byKind(kinds) }];
      });
    return [
      {
        id,
        title: interest.title.trim(),
        question: interest.placeholder.trim(),
        isEssential: interest.weight === 'essential',
        isFirst: first.has(id),
        chairs: {
          designee: (voices?.designee ?? 0) > 0,
          doer: (voices?.doer ?? 0) > 0,
          decision_maker: (voices?.decision_maker ?? 0) > 0,
        },
        names,
      },
    ];
  });
  const chairs = rows.flatMap((row) => representativeKinds.map((kind) => row.chairs[kind]));
  return {
    interests: rows,
    placements: rows.reduce((sum, { names }) => sum + names.length, 0),
    chairs: { taken: chairs.filter(Boolean).length, all: chairs.length },
    waiting: notPlaced(index.map).length,
  };
}

function byKind(kinds: readonly RepresentativeKind[]): readonly RepresentativeKind[] {
  return representativeKinds.flatMap((kind) => kinds.filter((one) => one === kind));
}
