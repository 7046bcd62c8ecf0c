/** Which column of the register a heading means: its own name in any case, or the names that are usual in people's lists. */
import { wordKey } from './cellWords.ts';
import { internalColumns, momentColumn, registerColumns, type RegisterColumn } from '#shared/report/registerColumns.ts';

const all: readonly RegisterColumn[] = [...registerColumns, ...internalColumns, momentColumn];

const usual: Readonly<Partial<Record<RegisterColumn, readonly string[]>>> = {
  organization_id: ['org id', 'organisation id'],
  organization: [
    'organisation',
    'org',
    'organizations',
    'organisations',
    'organization name',
    'organisation name',
    'org name',
    'name of organization',
    'name of the organization',
    'agency',
    'company',
    'institution',
    'stakeholder',
    'partner organization',
    'name',
  ],
  interest: ['interests', 'interest title', 'topic', 'issue'],
  interest_weight: ['weight', 'weight of interest'],
  part_of_work: ['part of the work', 'part of the work here'],
  sector: ['sectors', 'organization sector', 'type of organization', 'organization type'],
  size: ['organization size', 'size of organization'],
  reach: ['geographic reach', 'geographical reach'],
  grassroots: ['grass roots', 'grassroots organization'],
  engagement: ['at the table', 'engagement status'],
  contribution: ['what it brings', 'what they bring'],
  role_title: ['role', 'title', 'job title', 'position', 'representative', 'representative role'],
  kind: ['kind of representative', 'representative kind'],
  since: ['from', 'start', 'start date', 'since date'],
  until: ['to', 'end', 'end date', 'until date'],
  speaks_for_interest: ['speaks for', 'speaks for this interest'],
  bodies: ['body', 'committee', 'committees', 'boards'],
  seat_roles: ['seat role', 'role in body', 'roles in bodies'],
  voting: ['votes', 'voting member', 'can vote', 'voting seat'],
};

const byKey = new Map<string, { readonly column: RegisterColumn; readonly rank: number }>();
for (const column of all) {
  byKey.set(wordKey(column), { column, rank: 0 });
}
for (const column of all)
  for (const [at, name] of (usual[column] ?? []).entries())
    if (!byKey.has(wordKey(name))) byKey.set(wordKey(name), { column, rank: at + 1 });

/** What each heading means; each column once, at its best name. Two headings with the register's own name stay both. */
export function columnsOfHeader(
  headings: readonly string[],
  remembered: ReadonlyMap<string, RegisterColumn | null> = new Map(),
): readonly (RegisterColumn | null)[] {
  const found = headings.map((heading) => {
    const key = wordKey(heading);
    const own = byKey.get(key);
    // the register's own names mean themselves, whatever was chosen once
    if (own?.rank === 0) return own;
    const chosen = remembered.get(key);
    if (chosen !== undefined) return chosen === null ? null : { column: chosen, rank: 0.5 };
    return own ?? null;
  });
  return found.map((one, at) => {
    if (one === null) return null;
    const isBeaten = found.some(
      (other, place) =>
        other !== null &&
        other.column === one.column &&
        (other.rank < one.rank || (other.rank === one.rank && one.rank > 0 && place < at)),
    );
    return isBeaten ? null : one.column;
  });
}

/** How many columns of the register these cells name. */
export function namedColumns(
  cells: readonly string[],
  remembered?: ReadonlyMap<string, RegisterColumn | null>,
): number {
  return new Set(columnsOfHeader(cells, remembered).filter((column) => column !== null)).size;
}
