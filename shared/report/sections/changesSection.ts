/** What changed since an earlier moment, as the comparison finds it (COMPARE-1): observations resolved and new, who came, went and moved. */
import { compareBoards } from '#shared/compare/compareBoards.ts';
import type { ItemChange } from '#shared/compare/Comparison.ts';
import type { CollectionName } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import type { BaseChange } from '../../map/readings/coverageBase.ts';
import type { Finding } from '../../map/rules/Finding.ts';
import { lineEndName } from '../../picture/drawStructure.ts';
import { heading, list, paragraph } from '../blocks.ts';
import type { Block, ListItem } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

/** More of a kind than this are counted: the board compares them one by one. */
const mostItems = 12;

/** Nothing where there is no earlier moment. */
export function changesSection({ index, words, before }: ReportContext): readonly Block[] {
  if (!before) return [];
  const { changes: texts } = words.texts;
  const earlier = before.index;
  const drawings: ReadonlyMap<string, string> = new Map();
  const { groups, percent, base, findings } = compareBoards(
    { map: earlier.map, drawings },
    { map: index.map, drawings },
    index.asOf,
  );
  const observed = (lead: string, at: MapIndex, found: readonly Finding[]) =>
    shortened(
      found
        .filter(({ severity }) => severity !== 'strength')
        .map((finding) => ({ lead, text: words.finding(at, finding).message })),
      words,
    );
  const items = [
    ...observed(texts.resolved, earlier, findings.went),
    ...observed(texts.appeared, index, findings.came),
    ...shortened(
      groups.flatMap((group) => group.items.flatMap((item) => itemLines(item, earlier, index, words))),
      words,
    ),
    ...shortened(
      moves(groups.find(({ collection }) => collection === 'placements')?.items ?? [], earlier, index, words),
      words,
    ),
  ];
  const isSame = items.length === 0 && percent.before === percent.after;
  return [
    heading(1, words.fill(texts.title, { label: before.label })),
    paragraph(
      [words.fill(isSame ? texts.none : texts.coverage, { ...percent, label: before.label }), baseText(base, words)]
        .filter((text) => text !== '')
        .join(' '),
    ),
    ...list(items),
  ];
}

/** What the change of the base did to the percent; nothing while it is the same. */
function baseText(base: BaseChange | null, words: ReportWords): string {
  const { changes: texts } = words.texts;
  if (base === null) return '';
  if (base.stayed === null) return texts.noBase;
  const { count, before, after } = base.stayed;
  return words.t('report.changes.base', { count, before, after });
}

function shortened(items: readonly ListItem[], words: ReportWords): readonly ListItem[] {
  const rest = items.length - mostItems;
  return rest <= 0 ? items : [...items.slice(0, mostItems), { text: words.t('report.changes.more', { count: rest }) }];
}

const named: ReadonlySet<CollectionName> = new Set(['interests', 'organizations', 'representatives', 'bodies']);

/** What came and went by its name, and what it means that an organization or a representative is another now. */
function itemLines(
  { collection, id, how, fields }: ItemChange,
  before: MapIndex,
  after: MapIndex,
  words: ReportWords,
): readonly ListItem[] {
  const { changes: texts, engagement, kind: kinds } = words.texts;
  if (!named.has(collection)) return [];
  const what = nameOf(how === 'removed' ? before : after, collection, id, words);
  if (how !== 'changed') return [{ lead: how === 'added' ? texts.added : texts.removed, text: what }];
  const codesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'organizations.engagement': engagement,
    'representatives.kind': kinds,
  };
  return fields.flatMap(({ field, before: then, after: now }): readonly ListItem[] => {
    const codes = codesOf[`${collection}.${field}`];
    if (codes === undefined) return [];
    const values = { what, before: words.of(codes, String(then)), after: words.of(codes, String(now)) };
    return [{ lead: texts.changed, text: words.fill(texts.fromTo, values) }];
  });
}

function nameOf(index: MapIndex, collection: CollectionName, id: string, words: ReportWords): string {
  const { notNamed } = words.texts;
  if (collection === 'interests') return index.interests.get(id)?.title || notNamed;
  if (collection === 'organizations') return index.organizations.get(id)?.name || notNamed;
  return lineEndName(index, `${collection === 'bodies' ? 'body' : 'representative'}:${id}`, words);
}

/** Organizations that stand in other interests than then, each once. */
function moves(
  placements: readonly ItemChange[],
  before: MapIndex,
  after: MapIndex,
  words: ReportWords,
): readonly ListItem[] {
  const { changes: texts, none, notNamed } = words.texts;
  const organizationOf = ({ id, how }: ItemChange) =>
    (how === 'removed' ? before : after).map.placements.find((one) => one.id === id)?.organization_id;
  const moved = new Set(placements.flatMap((item) => organizationOf(item) ?? []));
  const titles = (index: MapIndex, organization: string) =>
    words.list(
      (index.interestsOfOrganization.get(organization) ?? []).map((id) => index.interests.get(id)?.title || notNamed),
    ) || none;
  return [...moved].flatMap((id): readonly ListItem[] => {
    const values = {
      what: nameOf(after, 'organizations', id, words),
      before: titles(before, id),
      after: titles(after, id),
    };
    return values.before === values.after ? [] : [{ lead: texts.moved, text: words.fill(texts.movedTo, values) }];
  });
}
