/** What of the acts on a sheet the running workshop leaves to this person: bar, menus and panel offer no others (OFFER-3). */
import type { WhyNot } from '#client/map/useWhyNot.ts';
import type { Chosen } from './SheetActs.ts';

export interface SheetRights {
  readonly mayMove: boolean;
  readonly mayGroup: boolean;
  readonly mayMerge: boolean;
  readonly mayRename: boolean;
  /** Another place among its like. */
  readonly mayOrder: boolean;
  readonly mayRemove: boolean;
}

export function sheetRights(whyNot: WhyNot, { ideas, groups }: Pick<Chosen, 'ideas' | 'groups'>): SheetRights {
  const all = (collection: 'ideas' | 'groups', ids: readonly string[], field: string | null) =>
    ids.every((id) => whyNot(collection, id, field) === null);
  const mayMove = all('ideas', ideas, 'group_id');
  return {
    mayMove,
    mayGroup: mayMove && whyNot('groups', null, null) === null,
    mayMerge: all('ideas', ideas, 'merged_into'),
    mayRename: all('groups', groups, 'title'),
    mayOrder: all('ideas', ideas, 'order') && all('groups', groups, 'order'),
    mayRemove: all('ideas', ideas, null) && all('groups', groups, null),
  };
}
