/** What changed, for a room: a row for each kind of thing and for what happened to it, what people came for first. Pure. */
import type { DescribedGroup, DescribedItem } from '#shared/compare/describeComparison.ts';
import { type CollectionName, collectionNames } from '#shared/map/collections.ts';

export interface ChangeRow {
  readonly collection: CollectionName;
  /** what such things are called */
  readonly title: string;
  readonly how: 'added' | 'removed' | 'changed';
  readonly names: readonly string[];
}

/** What a row says, and how many of its names found no room. */
export interface ShownRow extends ChangeRow {
  readonly more: number;
}

const first: readonly CollectionName[] = ['goal', 'interests', 'organizations', 'representatives', 'actions'];
const last: readonly CollectionName[] = ['sheets', 'groups', 'ideas', 'partnership'];
const inOrder: readonly CollectionName[] = [
  ...first,
  ...collectionNames.filter((name) => !first.includes(name) && !last.includes(name)),
  ...last,
];
const hows = ['added', 'changed', 'removed'] as const;

/** `unnamed`: what a thing without a name is called; nobody in the room ever wrote it, so it is not read out. */
export function changeRows(groups: readonly DescribedGroup[], unnamed: string): readonly ChangeRow[] {
  const rows = groups.flatMap(({ title, items }) => {
    const collection = items[0]?.item?.collection;
    if (collection === undefined) return [];
    return hows.flatMap((how): ChangeRow[] => {
      const names = items.filter((item) => item.how === how).flatMap((item) => nameOf(item, unnamed));
      return names.length === 0 ? [] : [{ collection, title, how, names }];
    });
  });
  return rows.toSorted((a, b) => inOrder.indexOf(a.collection) - inOrder.indexOf(b.collection));
}

function nameOf({ how, text, details }: DescribedItem, unnamed: string): readonly string[] {
  if (text !== unnamed) return [text];
  return how === 'changed' ? details.slice(0, 1) : [];
}

/** Letters that stand in a row of two lines, and lines on a page. */
const lettersInRow = 105;
const lettersInLine = 52;
const linesOnPage = 12;

/** As many rows as can be read at once, each with as many names as find room. */
export function rowsThatFit(rows: readonly ChangeRow[]): readonly ShownRow[] {
  const shown: ShownRow[] = [];
  let lines = 0;
  for (const row of rows) {
    let letters = 0;
    const names = row.names.filter((name, at) => {
      letters += name.length + 2;
      return at === 0 || letters <= lettersInRow;
    });
    // the space between rows is half a line
    lines += (names.join(', ').length > lettersInLine ? 2 : 1) + 0.5;
    if (lines > linesOnPage) return shown;
    shown.push({ ...row, names, more: row.names.length - names.length });
  }
  return shown;
}
