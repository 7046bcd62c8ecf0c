/** A comparison in words: the same sentences for the list on the screen, for screen readers and for the Markdown file. */
import type { CollectionName } from '#shared/map/collections.ts';
import { endOf, references } from '#shared/map/references.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Attendant, BoardMoment, Comparison, ItemChange } from './Comparison.ts';
import type { CompareWords } from './CompareWords.ts';
import { itemName } from './itemName.ts';

export interface DescribedItem {
  readonly item: ItemChange | null;
  readonly how: 'added' | 'removed' | 'changed' | null;
  readonly text: string;
  /** one sentence per field, or what came or went with it */
  readonly details: readonly string[];
}

export interface DescribedGroup {
  readonly title: string;
  readonly items: readonly DescribedItem[];
}

type Moments = { readonly before: BoardMoment; readonly after: BoardMoment };

export function describeComparison(
  comparison: Comparison,
  moments: Moments,
  words: CompareWords,
): readonly DescribedGroup[] {
  const { before, after } = moments;
  const groups: DescribedGroup[] = comparison.groups.map(({ collection, items }) => ({
    title: words.collection(collection),
    items: items.map((item) => describeItem(item, moments, words)),
  }));
  const { percent, base, coverage, findings, drawings } = comparison;
  const line = (text: string): DescribedItem => ({ item: null, how: null, text, details: [] });
  if (percent.before !== percent.after || coverage.length > 0 || base !== null)
    groups.push({
      title: words.coverageTitle,
      items: [
        line(words.percent(percent.before, percent.after)),
        ...(base === null ? [] : [line(words.base(base))]),
        ...coverage.map((row) => {
          const name = itemName(row.after === null ? before.map : after.map, 'interests', row.interest, words);
          return line(words.fromTo(name, words.counts(row.before), words.counts(row.after)));
        }),
      ],
    });
  if (findings.came.length + findings.went.length > 0)
    groups.push({
      title: words.findingsTitle,
      items: [
        ...findings.came.map((one) => line(`${words.came}: ${words.finding(after.map, one)}`)),
        ...findings.went.map((one) => line(`${words.went}: ${words.finding(before.map, one)}`)),
      ],
    });
  if (drawings.added + drawings.removed + drawings.changed > 0)
    groups.push({
      title: words.drawingsTitle,
      items: [line(words.drawings(drawings.added, drawings.removed, drawings.changed))],
    });
  return groups;
}

function describeItem(item: ItemChange, { before, after }: Moments, words: CompareWords): DescribedItem {
  const { map } = item.how === 'removed' ? before : after;
  const { collection } = item;
  const changes = item.fields.map((change) =>
    words.fromTo(
      words.field(change.field, collection),
      valueText(before, collection, change.field, change.before, words),
      valueText(after, collection, change.field, change.after, words),
    ),
  );
  const names = item.attendants.map((one) => attendantName(map, item, one, words));
  const attendants = names.length === 0 || item.how === 'changed' ? [] : [words.attendants(names, item.how)];
  return {
    item,
    how: item.how,
    text: itemName(map, collection, item.id, words),
    details: [...changes, ...attendants],
  };
}

/** What came or went with its owner is named without it. */
function attendantName(
  map: PartnershipMap,
  owner: ItemChange,
  { collection, id }: Attendant,
  words: CompareWords,
): string {
  if (collection === 'placements') {
    const placement = map.placements.find((one) => one.id === id);
    const other = owner.collection === 'interests' ? 'organizations' : 'interests';
    const otherId = owner.collection === 'interests' ? placement?.organization_id : placement?.interest_id;
    if (typeof otherId === 'string') return itemName(map, other, otherId, words);
  }
  if (collection === 'representatives') {
    const role = map.representatives.find((one) => one.id === id)?.role_title ?? '';
    if (role !== '') return role;
  }
  return itemName(map, collection, id, words);
}

/** References as the names of what they lead to; everything else by its words. */
function valueText(
  { map }: BoardMoment,
  collection: CollectionName,
  field: string,
  value: unknown,
  words: CompareWords,
): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return words.value(field, value);
  const lead = references.find((one) => one.from === collection && one.field === field);
  if (lead !== undefined && lead.to !== 'iterations' && lead.to !== 'sectors') {
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.map((id) => itemName(map, lead.to, String(id), words)).join(', ');
  }
  if (collection === 'lines' && (field === 'from' || field === 'to')) return endOf(String(value)).id;
  return words.value(field, value);
}
