/** Reads the text of a CSV file into rows of the register, each cell by the schema of its field; names every bad row. */
import Papa from 'papaparse';
import * as v from 'valibot';
import { collections, type CollectionName } from '../map/collections.ts';
import { unguarded } from './csv.ts';
import type { Reason, RowProblem } from './importPreview.ts';
import { isRegisterColumn, type RegisterColumn } from './registerColumns.ts';

export const maxImportRows = 5_000;
const maxImportLength = 5_000_000;

/** Columns that become fields: column -> collection and field. */
export const fieldColumns = {
  interest: ['interests', 'title'],
  interest_weight: ['interests', 'weight'],
  part_of_work: ['placements', 'part_of_work'],
  commitment: ['placements', 'commitment'],
  contribution: ['placements', 'contribution'],
  organization: ['organizations', 'name'],
  size: ['organizations', 'size'],
  reach: ['organizations', 'reach'],
  sector: ['organizations', 'sector'],
  grassroots: ['organizations', 'grassroots'],
  engagement: ['organizations', 'engagement'],
  influence: ['organizations', 'influence'],
  stake: ['organizations', 'stake'],
  role_title: ['representatives', 'role_title'],
  kind: ['representatives', 'kind'],
  since: ['representatives', 'since'],
  until: ['representatives', 'until'],
} as const satisfies { readonly [C in RegisterColumn]?: readonly [CollectionName, string] };

type FieldColumn = keyof typeof fieldColumns;
const otherColumns = [
  'interest_id',
  'organization_id',
  'representative_id',
  'speaks_for_interest',
  'bodies',
  'seat_roles',
  'voting',
] as const;

export interface RegisterRow {
  readonly row: number;
  /** fields by collection; only cells that are filled */
  readonly fields: Readonly<
    Record<'interests' | 'organizations' | 'placements' | 'representatives', Readonly<Record<string, unknown>>>
  >;
  readonly cells: Readonly<Partial<Record<RegisterColumn, string>>>;
}

export interface ReadRows {
  readonly rows: readonly RegisterRow[];
  readonly problems: readonly RowProblem[];
  readonly unknownColumns: readonly string[];
  readonly leftOutColumns: readonly string[];
}

const isImported = (column: RegisterColumn) =>
  Object.hasOwn(fieldColumns, column) || otherColumns.some((other) => other === column);

/** yes/no becomes true/false, digits a number; everything else stays text. */
function valueOf(column: FieldColumn, cell: string): unknown {
  if (column === 'grassroots') return /^(yes|true)$/i.test(cell) ? true : /^(no|false)$/i.test(cell) ? false : cell;
  return (column === 'influence' || column === 'stake') && /^\d+$/.test(cell) ? Number(cell) : cell;
}

/** What the field takes instead. */
function reasonFor(column: FieldColumn, cell: string): Reason {
  const [collection, field] = fieldColumns[column];
  const entries: Readonly<Record<string, v.GenericSchema>> = collections[collection].entries;
  const schema: unknown = entries[field];
  const inner: unknown = typeof schema === 'object' && schema !== null && 'wrapped' in schema ? schema.wrapped : schema;
  const options: unknown = typeof inner === 'object' && inner !== null && 'options' in inner ? inner.options : null;
  const allowed = Array.isArray(options) ? options.map(String) : column === 'grassroots' ? yesOrNo : [];
  return notFitting(cell, allowed);
}

const yesOrNo = ['yes', 'no'];
const shownOfCell = 60;

function notFitting(cell: string, allowed: readonly string[]): Reason {
  const shown = cell.slice(0, shownOfCell);
  return allowed.length === 0 ? { code: 'notFitting', cell: shown } : { code: 'notOneOf', cell: shown, allowed };
}

/** Reads the file; `sectors` = the codes that the board knows. */
export function readRegisterRows(text: string, sectors: ReadonlySet<string>): ReadRows {
  const empty = { rows: [], unknownColumns: [], leftOutColumns: [] };
  if (text.length > maxImportLength)
    return { ...empty, problems: [{ row: 0, column: null, reason: { code: 'fileTooLarge' } }] };
  const parsed = Papa.parse<string[]>(text.startsWith('\uFEFF') ? text.slice(1) : text, {
    delimiter: delimiterOf(text),
  });
  const [header = [], ...body] = parsed.data;
  const columns = header.map((name) => name.trim());
  const problems: RowProblem[] = parsed.errors.map((error) => ({
    row: (error.row ?? 0) + 1,
    column: null,
    reason: { code: 'malformed' },
  }));
  const known = columns.filter(isRegisterColumn);
  for (const column of new Set(known)) {
    if (known.indexOf(column) !== known.lastIndexOf(column))
      problems.push({ row: 1, column, reason: { code: 'twiceInHeader' } });
  }
  if (!known.includes('organization') && !known.includes('organization_id'))
    problems.push({ row: 1, column: 'organization', reason: { code: 'missingInHeader' } });
  if (body.length > maxImportRows)
    problems.push({ row: 0, column: null, reason: { code: 'tooManyRows', max: maxImportRows } });
  const info = {
    unknownColumns: columns.filter((name) => name !== '' && !isRegisterColumn(name)),
    leftOutColumns: known.filter((column) => !isImported(column)),
  };
  if (problems.some((problem) => problem.row <= 1)) return { rows: [], problems, ...info };

  const bad = new Set(problems.map((problem) => problem.row));
  const rows: RegisterRow[] = [];
  for (const [at, words] of body.entries()) {
    const row = at + 2;
    if (bad.has(row) || words.every((cell) => cell.trim() === '')) continue;
    if (words.length > columns.length) {
      problems.push({ row, column: null, reason: { code: 'tooManyCells' } });
      continue;
    }
    const read = readRow(row, columns, words, sectors, problems);
    if (read) rows.push(read);
  }
  return { rows, problems, ...info };
}

/** Comma, unless the header has only semicolons or tabs: spreadsheets of many countries write those. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  return header.includes(',') ? ',' : header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
}

function readRow(
  row: number,
  columns: readonly string[],
  words: readonly string[],
  sectors: ReadonlySet<string>,
  problems: RowProblem[],
): RegisterRow | null {
  const cells: Partial<Record<RegisterColumn, string>> = {};
  const fields: Record<keyof RegisterRow['fields'], Record<string, unknown>> = {
    interests: {},
    organizations: {},
    placements: {},
    representatives: {},
  };
  let isGood = true;
  const complain = (column: RegisterColumn, reason: Reason) => {
    problems.push({ row, column, reason });
    isGood = false;
  };
  for (const [at, column] of columns.entries()) {
    const cell = unguarded((words[at] ?? '').trim());
    if (cell === '' || !isRegisterColumn(column)) continue;
    cells[column] = cell;
    if (!isFieldColumn(column)) continue;
    const [collection, field] = fieldColumns[column];
    const entries: Readonly<Record<string, v.GenericSchema>> = collections[collection].entries;
    const schema = entries[field];
    const result = schema && v.safeParse(schema, valueOf(column, cell));
    const isUnknownSector = column === 'sector' && !sectors.has(cell);
    if (!result?.success || isUnknownSector) complain(column, reasonFor(column, cell));
    else fields[collection][field] = result.output;
  }
  checkRow(cells, complain);
  return isGood ? { row, fields, cells } : null;
}

function isFieldColumn(column: RegisterColumn): column is FieldColumn {
  return Object.hasOwn(fieldColumns, column);
}

function checkRow(
  cells: Readonly<Partial<Record<RegisterColumn, string>>>,
  complain: (column: RegisterColumn, reason: Reason) => void,
): void {
  if (!cells.organization && !cells.organization_id) complain('organization', { code: 'empty' });
  for (const column of ['interest_id', 'organization_id', 'representative_id'] as const) {
    const id = cells[column];
    if (id !== undefined && !v.is(collections.interests.entries.id, id)) complain(column, { code: 'notAnId' });
  }
  const isPerson = cells.representative_id ?? cells.role_title ?? cells.kind;
  if (isPerson !== undefined && !cells.kind) complain('kind', { code: 'noKind' });
  const speaks = cells.speaks_for_interest;
  if (speaks !== undefined && !/^(yes|no)$/i.test(speaks)) complain('speaks_for_interest', notFitting(speaks, yesOrNo));
  if ((cells.part_of_work || cells.commitment || cells.contribution) && !cells.interest && !cells.interest_id)
    complain('interest', { code: 'noInterest' });
}
