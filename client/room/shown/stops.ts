/** What can be walked through one after the other on the room's screen: the parts of a view, and the pages of what is long. Pure. */
import { stages } from '#shared/kinds/values.ts';
import { pulseItems, type SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { RoomView } from '#shared/wire/showing/views.ts';
import type { RoomFacts } from './roomFacts.ts';

/** How many stand on one page, at a size that a room can read. */
export const perPage = {
  cards: 9,
  notes: 9,
  ideas: 12,
  groups: 8,
  groupIdeas: 9,
  options: 12,
  interests: 12,
  actions: 6,
};

export function pagesOf(count: number, per: number): number {
  return Math.max(1, Math.ceil(count / per));
}

/** The part of a list that stands on a page; the last one where there are fewer pages by now. */
export function onPage<T>(list: readonly T[], page: number, per: number): readonly T[] {
  const shown = Math.min(page, pagesOf(list.length, per) - 1);
  return list.slice(shown * per, (shown + 1) * per);
}

type Activities = readonly SealedActivity[];

/** The walk that a view is part of; a view alone where there is nothing to walk. */
export function stopsOf(view: RoomView, facts: RoomFacts, activities: Activities): readonly RoomView[] {
  switch (view.kind) {
    case 'frame':
    case 'interest':
      return [{ kind: 'frame' }, ...facts.interests.flatMap(interestPages)];
    case 'cycle':
    case 'stage':
      return [
        { kind: 'cycle' },
        ...stages.flatMap((stage) =>
          pages(facts.notes[stage].length, perPage.notes).map((page): RoomView => ({ kind: 'stage', stage, page })),
        ),
      ];
    case 'sheet':
    case 'group':
      return sheetStops(view.sheet, facts);
    case 'vote': {
      const vote = activities.find(({ id }) => id === view.activity);
      const count = vote?.kind === 'vote' ? vote.options.length : 0;
      return pages(count, perPage.options).map((page) => ({ ...view, page }));
    }
    case 'pulse': {
      const pulse = activities.find(({ id }) => id === view.activity);
      const isShown = pulse?.kind === 'pulse' && pulse.counts !== null;
      return isShown ? pulseItems.map((item) => ({ ...view, item })) : [view];
    }
    case 'coverage':
      return pages(facts.interests.length, perPage.interests).map((page) => ({ kind: 'coverage', page }));
    case 'actions':
      return pages(facts.actions.length, perPage.actions).map((page) => ({ kind: 'actions', page }));
    case 'question':
    case 'comparison':
    case 'join':
      return [view];
  }
}

/** Where a view stands in its walk; -1 where the board has moved on. */
export function placeIn(stops: readonly RoomView[], view: RoomView): number {
  const key = keyOf(view);
  return stops.findIndex((stop) => keyOf(stop) === key);
}

/** Without what does not change where one stands. */
function keyOf(view: RoomView): string {
  return JSON.stringify('cut' in view ? { ...view, cut: null } : view, Object.keys(view).toSorted());
}

function pages(count: number, per: number): readonly number[] {
  return Array.from({ length: pagesOf(count, per) }, (_, page) => page);
}

function interestPages({ id, names }: RoomFacts['interests'][number]): readonly RoomView[] {
  return pages(names.length, perPage.cards).map((page) => ({ kind: 'interest', interest: id, page }));
}

function sheetStops(id: string, { sheets }: RoomFacts): readonly RoomView[] {
  const found = sheets.find(({ sheet }) => sheet.id === id);
  if (found === undefined) return [{ kind: 'sheet', sheet: id, page: 0 }];
  const { groups, ungrouped } = found;
  const group = (one: string | null, count: number): readonly RoomView[] =>
    pages(count, perPage.groupIdeas).map((page) => ({ kind: 'group', sheet: id, group: one, page }));
  const whole =
    groups.length === 0
      ? pages(ungrouped.length, perPage.ideas)
      : pages(groups.length + (ungrouped.length > 0 ? 1 : 0), perPage.groups);
  return [
    ...whole.map((page): RoomView => ({ kind: 'sheet', sheet: id, page })),
    ...groups.flatMap(({ group: { id: one }, notes }) => group(one, notes.length)),
    ...(groups.length > 0 && ungrouped.length > 0 ? group(null, ungrouped.length) : []),
  ];
}
