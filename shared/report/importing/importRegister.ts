/** A table in the columns of the register -> what it would change, as commands run on a copy; nothing is changed here. */
import type { CommandContext } from '#shared/map/commands/CommandContext.ts';
import type { ListName, PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { dayMeanings, type DayOrder, type DayRules, dayOrderOf } from './cellDays.ts';
import type { ColumnProblem, ImportChoices, ImportPreview, RowProblem } from './importPreview.ts';
import { ImportRun } from './ImportRun.ts';
import { fieldColumns, otherColumns, readRegisterRow } from './readRegisterRow.ts';
import { readTable, type RegisterTable } from './readTable.ts';
import type { RegisterColumn } from '#shared/report/registerColumns.ts';
import { readTableText, type TableCells } from './tableText.ts';

export const maxImportRows = 5_000;
export const maxImportColumns = 300;
export const maxImportLetters = 5_000_000;

/** The columns that an import takes, as people choose among them. */
export const importedColumns = [
  'organization',
  'sector',
  'interest',
  'role_title',
  'kind',
  'engagement',
  'commitment',
  'contribution',
  'size',
  'reach',
  'grassroots',
  'part_of_work',
  'interest_weight',
  'speaks_for_interest',
  'since',
  'until',
  'bodies',
  'seat_roles',
  'voting',
  'influence',
  'stake',
  'organization_id',
  'interest_id',
  'representative_id',
] as const satisfies readonly RegisterColumn[];

/** What the table would do to this map. Apply `changes` in one transaction, or not at all. */
export function importRegister(
  map: PartnershipMap,
  source: string | TableCells,
  context: CommandContext,
  choices: ImportChoices = {},
): ImportPreview {
  const steps = importSteps(map, source, context, choices);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The lists of a map that an import looks at; while they are the same objects, its preview holds. */
export const importedLists = [
  'sectors',
  'interests',
  'organizations',
  'placements',
  'representatives',
  'bodies',
  'seats',
] as const satisfies readonly ListName[];

/** As `importRegister`, one row at a step, so that a page can do something else between; tells how many rows it has read. */
export function* importSteps(
  map: PartnershipMap,
  source: string | TableCells,
  context: CommandContext,
  choices: ImportChoices = {},
): Generator<{ readonly rows: number; readonly of: number }, ImportPreview> {
  if (typeof source === 'string' && source.length > maxImportLetters)
    return refused(map, { code: 'fileTooLarge', max: maxImportLetters, count: source.length });
  const cells = typeof source === 'string' ? readTableText(source, choices.remembered) : source;
  const found = readTable(cells, choices);
  const withoutKind = columnsWithoutKind(found);
  const table = without(found, withoutKind);
  const problems: ColumnProblem[] = headerProblems(found);
  const run = new ImportRun(map, context, idsIn(table));
  let goodRows = 0;
  let dayQuestion: ImportPreview['dayQuestion'] = null;
  if (problems.length === 0) {
    const known = { today: context.today, epoch: cells.epoch };
    const said = fileOrder(table, known);
    const days: DayRules = { ...known, order: said ?? choices.dayOrder ?? null };
    const sectors = new Map<string, string>(standardSectors.map((sector) => [sector, '']));
    for (const { id, label } of map.sectors) sectors.set(id, label);
    if (said === null) dayQuestion = askedDay(table, days);
    const read: number[] = [];
    for (const [at, line] of table.body.entries()) {
      const row = readRegisterRow(table, line, { days, sectors }, problems);
      if (row !== null) {
        read.push(row.row);
        run.take(row);
      }
      yield { rows: at + 1, of: table.body.length };
    }
    run.claimAll();
    for (const problem of run.problems) problems.push(problem);
    const bad = new Set(run.problems.map((problem) => problem.row));
    goodRows = read.filter((row) => !bad.has(row)).length;
  }
  const isTaken = (column: RegisterColumn | null) =>
    column !== null && (Object.hasOwn(fieldColumns, column) || otherColumns.some((other) => other === column));
  return {
    columns: found.columns,
    headerRow: found.headerRow,
    unknownColumns: found.columns.flatMap(({ column, label, isEmpty }) => (column === null && !isEmpty ? label : [])),
    leftOutColumns: found.columns.flatMap(({ column, label }) => (column !== null && !isTaken(column) ? label : [])),
    withoutKind: withoutKind.flatMap((column) => found.labels.get(column) ?? []),
    dayQuestion,
    sameNames: run.sameNames(),
    problems: problems.map((problem) => labeled(problem, found)).toSorted((a, b) => a.row - b.row),
    goodRows,
    ...run.counts(),
    ratings: run.ratings(),
    changes: run.changes,
    after: run.after(),
  };
}

function refused(map: PartnershipMap, reason: RowProblem['reason']): ImportPreview {
  return {
    columns: [],
    headerRow: 0,
    unknownColumns: [],
    leftOutColumns: [],
    withoutKind: [],
    dayQuestion: null,
    sameNames: [],
    problems: [{ row: 0, column: null, reason }],
    goodRows: 0,
    added: { interests: 0, organizations: 0, placements: 0, representatives: 0, bodies: 0, seats: 0 },
    changed: 0,
    ratings: new Map(),
    changes: [],
    after: map,
  };
}

/** Why the table as a whole is not taken. */
function headerProblems({ columns, labels, body, headerRow }: RegisterTable): ColumnProblem[] {
  const file = (reason: ColumnProblem['reason']) => ({ row: 0, column: null, reason });
  if (columns.length > maxImportColumns)
    return [file({ code: 'tooManyColumns', max: maxImportColumns, count: columns.length })];
  if (body.length > maxImportRows) return [file({ code: 'tooManyRows', max: maxImportRows, count: body.length })];
  const known = columns.flatMap(({ column }) => column ?? []);
  const twice = [...new Set(known.filter((column, at) => known.indexOf(column) !== at))];
  if (twice.length > 0) return twice.map((column) => ({ row: headerRow, column, reason: { code: 'twiceInHeader' } }));
  if (labels.has('organization') || labels.has('organization_id')) return [];
  return [{ row: headerRow, column: null, reason: { code: 'missingInHeader' } }];
}

/** A representative is of a kind; where nothing of the file says which, they are left out as a whole, not row by row. */
function columnsWithoutKind({ labels }: RegisterTable): readonly RegisterColumn[] {
  if (labels.has('kind') || labels.has('representative_id')) return [];
  return (['role_title', 'since', 'until', 'speaks_for_interest', 'bodies', 'seat_roles', 'voting'] as const).filter(
    (column) => labels.has(column),
  );
}

function without(table: RegisterTable, left: readonly RegisterColumn[]): RegisterTable {
  if (left.length === 0) return table;
  const isLeft = (column: RegisterColumn | null) => column !== null && left.includes(column);
  return {
    ...table,
    columns: table.columns.map((one) => (isLeft(one.column) ? { ...one, column: null } : one)),
    labels: new Map([...table.labels].filter(([column]) => !isLeft(column))),
  };
}

const dayColumns: readonly RegisterColumn[] = ['since', 'until', 'as_of', 'action_due'];

function* cellsOf({ columns, body }: RegisterTable, wanted: readonly RegisterColumn[]): Iterable<string> {
  const places = columns.flatMap(({ column }, at) => (column !== null && wanted.includes(column) ? at : []));
  for (const { cells } of body) for (const place of places) if (cells[place]?.trim()) yield cells[place].trim();
}

/** The order of day and month, as the file itself says it. */
function fileOrder(table: RegisterTable, rules: Omit<DayRules, 'order'>): DayOrder | null {
  const [asOf] = cellsOf(table, ['as_of']);
  const [moment] = cellsOf(table, ['as_of_time']);
  const known = asOf !== undefined && moment !== undefined ? [[asOf, moment.slice(0, 10)] as const] : [];
  return dayOrderOf(cellsOf(table, dayColumns), known, rules);
}

/** The first cell that may be two days. */
function askedDay(table: RegisterTable, rules: DayRules): ImportPreview['dayQuestion'] {
  for (const cell of cellsOf(table, ['since', 'until'])) {
    const meanings = dayMeanings(cell, rules);
    if (meanings === null) continue;
    const { dayFirst, monthFirst } = meanings;
    if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return { cell, dayFirst, monthFirst };
  }
  return null;
}

function idsIn(table: RegisterTable): ReadonlySet<string> {
  return new Set(cellsOf(table, ['organization_id', 'interest_id']));
}

function labeled({ row, column, reason }: ColumnProblem, { labels }: RegisterTable): RowProblem {
  return { row, column: column === null ? null : (labels.get(column) ?? null), reason };
}
