/** Reads the rows of a table into rows of the register, each cell by what its field takes; names every bad row. */
import * as v from 'valibot';
import { type CollectionName, schemaOf } from '#shared/map/collections.ts';
import { maxNameLength } from '#shared/kinds/fields.ts';
import { tidyName } from '#shared/map/nameKey.ts';
import * as values from '#shared/kinds/values.ts';
import { type DayRules, readDay } from './cellDays.ts';
import { readChoice, readRating, readTruth } from './cellWords.ts';
import { unguarded } from '#shared/text/csv.ts';
import type { ColumnProblem, Reason } from './importPreview.ts';
import { type RegisterTable, widthOf } from './readTable.ts';
import type { RegisterColumn } from '#shared/report/registerColumns.ts';

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

export type FieldColumn = keyof typeof fieldColumns;

/** Columns that are taken without being a field. */
export const otherColumns = [
  'interest_id',
  'organization_id',
  'representative_id',
  'speaks_for_interest',
  'bodies',
  'seat_roles',
  'voting',
] as const satisfies readonly RegisterColumn[];

const choices: Readonly<Partial<Record<FieldColumn, readonly string[]>>> = {
  interest_weight: values.weights,
  part_of_work: values.partsOfWork,
  commitment: values.commitments,
  size: values.organizationSizes,
  reach: values.reaches,
  engagement: values.engagements,
  kind: values.representativeKinds,
};

export interface RegisterRow {
  readonly row: number;
  /** fields by collection; only cells that are filled */
  readonly fields: Readonly<
    Record<'interests' | 'organizations' | 'placements' | 'representatives', Readonly<Record<string, unknown>>>
  >;
  readonly cells: Readonly<Partial<Record<RegisterColumn, string>>>;
  readonly speaks: boolean | null;
  readonly seats: readonly WrittenSeat[];
}

/** A seat that a row names; null = the row does not say. */
export interface WrittenSeat {
  readonly body: string;
  readonly seatRole: string | null;
  readonly voting: boolean | null;
}

export interface CellRules {
  readonly days: DayRules;
  /** code of each sector of the board -> its own name, where it has one */
  readonly sectors: ReadonlyMap<string, string>;
}

const yesOrNo = ['yes', 'no'];
const shownOfCell = 60;
const shown = (cell: string) => cell.slice(0, shownOfCell);

/** What the field takes for this cell, or why not; a day that may be two is "asked". */
function readField(
  column: FieldColumn,
  cell: string,
  rules: CellRules,
): { readonly value: unknown } | Reason | 'asked' {
  switch (column) {
    case 'grassroots': {
      const value = readTruth(cell);
      return value === null ? { code: 'notOneOf', cell: shown(cell), allowed: yesOrNo } : { value };
    }
    case 'influence':
    case 'stake': {
      const value = readRating(cell);
      return value === null ? { code: 'notARating', cell: shown(cell) } : { value };
    }
    case 'since':
    case 'until': {
      const value = readDay(cell, rules.days);
      return value === null ? { code: 'notADay', cell: shown(cell) } : value === 'asked' ? value : { value: value.day };
    }
    case 'sector': {
      const own = [...rules.sectors].find(([, label]) => readChoice(cell, [label]) !== null)?.[0];
      const allowed = [...rules.sectors.keys()];
      const value = rules.sectors.has(cell) ? cell : (own ?? readChoice(cell, allowed));
      return value === null ? { code: 'notOneOf', cell: shown(cell), allowed } : { value };
    }
    default: {
      const allowed = choices[column];
      if (allowed === undefined) {
        const value = tidyName(cell);
        return value.length > maxNameLength ? { code: 'tooLong', max: maxNameLength } : { value };
      }
      const value = readChoice(cell, allowed);
      return value === null ? { code: 'notOneOf', cell: shown(cell), allowed } : { value };
    }
  }
}

/** The row, or null: what is wrong with it goes to `problems`. A day that must be asked is no problem and no field. */
export function readRegisterRow(
  table: RegisterTable,
  { row, cells, isMalformed }: RegisterTable['body'][number],
  rules: CellRules,
  problems: ColumnProblem[],
): RegisterRow | null {
  if (!isMalformed && widthOf(cells) <= table.columns.length) return readRow(row, table, cells, rules, problems);
  problems.push({ row, column: null, reason: { code: isMalformed ? 'malformed' : 'tooManyCells' } });
  return null;
}

function readRow(
  row: number,
  { columns, labels }: RegisterTable,
  words: readonly string[],
  rules: CellRules,
  problems: ColumnProblem[],
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
  for (const [at, { column }] of columns.entries()) {
    const cell = unguarded((words[at] ?? '').trim());
    if (cell === '' || column === null) continue;
    cells[column] = cell;
    if (!isFieldColumn(column)) continue;
    const [collection, field] = fieldColumns[column];
    const read = readField(column, cell, rules);
    if (read === 'asked') continue;
    if ('value' in read) fields[collection][field] = read.value;
    else complain(column, read);
  }
  checkRow(cells, labels, complain);
  const speaks = cells.speaks_for_interest === undefined ? null : readTruth(cells.speaks_for_interest);
  if (speaks === null && cells.speaks_for_interest !== undefined)
    complain('speaks_for_interest', { code: 'notOneOf', cell: shown(cells.speaks_for_interest), allowed: yesOrNo });
  const seats = readSeats(cells, complain);
  return isGood ? { row, fields, cells, speaks, seats } : null;
}

function isFieldColumn(column: RegisterColumn): column is FieldColumn {
  return Object.hasOwn(fieldColumns, column);
}

type Complain = (column: RegisterColumn, reason: Reason) => void;
type Cells = Readonly<Partial<Record<RegisterColumn, string>>>;

function checkRow(cells: Cells, labels: ReadonlyMap<RegisterColumn, string>, complain: Complain): void {
  if (!cells.organization && !cells.organization_id)
    complain(labels.has('organization') ? 'organization' : 'organization_id', { code: 'empty' });
  for (const column of ['interest_id', 'organization_id', 'representative_id'] as const) {
    const id = cells[column];
    if (id !== undefined && !v.is(schemaOf('interests').entries.id, id)) complain(column, { code: 'notAnId' });
  }
  // one who has an id may be on the board, and then is of a kind already
  if (cells.role_title !== undefined && !cells.kind && !cells.representative_id)
    complain(labels.has('kind') ? 'kind' : 'role_title', { code: 'noKind' });
  if (!cells.interest && !cells.interest_id)
    for (const column of ['part_of_work', 'commitment', 'contribution'] as const)
      if (cells[column]) complain(column, { code: 'noInterest' });
}

/** Lists end where their last word does: spreadsheets and people leave separators behind. */
function listOf(cell: string | undefined): readonly string[] {
  const words = cell?.split(';').map((word) => word.trim()) ?? [];
  return words.slice(0, words.findLastIndex((word) => word !== '') + 1);
}

/** For each body that the row names, in the same order, what it says of the seat there. */
function readSeats(cells: Cells, complain: Complain): readonly WrittenSeat[] {
  const [bodies, roles, votes] = [listOf(cells.bodies), listOf(cells.seat_roles), listOf(cells.voting)];
  for (const [column, words] of [
    ['seat_roles', roles],
    ['voting', votes],
  ] as const)
    if (words.length > bodies.length || (words.length > 0 && words.length < bodies.length))
      complain(column, { code: 'notAsMany', words: words.length, bodies: bodies.length });
  return bodies.flatMap((body, at): WrittenSeat[] => {
    const [role, vote] = [roles[at] ?? '', votes[at] ?? ''];
    const [seatRole, voting] = [readChoice(role, values.seatRoles), readTruth(vote)];
    if (role !== '' && seatRole === null)
      complain('seat_roles', { code: 'notOneOf', cell: shown(role), allowed: values.seatRoles });
    if (vote !== '' && voting === null) complain('voting', { code: 'notOneOf', cell: shown(vote), allowed: yesOrNo });
    if (body.length > maxNameLength) complain('bodies', { code: 'tooLong', max: maxNameLength });
    return body === '' ? [] : [{ body, seatRole, voting }];
  });
}
