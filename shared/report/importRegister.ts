/** A CSV file in the columns of the register -> what it would change, as commands run on a copy; nothing is changed here. */
import { applyToMap } from '../map/applyToMap.ts';
import type { Change } from '../map/Change.ts';
import type { Command } from '../map/commands/Command.ts';
import { isApartField } from '../map/collections.ts';
import type { CommandContext } from '../map/commands/CommandContext.ts';
import { isSame } from '../map/commands/entityFields.ts';
import { runCommand } from '../map/commands/runCommand.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import type { Rating } from '../map/ratings.ts';
import { standardSectors } from '../map/values.ts';
import type { ImportPreview, RowProblem } from './importPreview.ts';
import { readRegisterRows, type RegisterRow } from './readRegisterRows.ts';

type Named = 'interests' | 'organizations';
type Fields = Readonly<Record<string, unknown>>;
interface Said {
  readonly row: number;
  readonly fields: Fields;
}

/** What the file would do to this map. Apply `changes` in one transaction, or not at all. */
export function importRegister(map: PartnershipMap, text: string, context: CommandContext): ImportPreview {
  const sectors = new Set<string>([...standardSectors, ...map.sectors.map((sector) => sector.id)]);
  const read = readRegisterRows(text, sectors);
  const run = new ImportRun(map, context);
  for (const row of read.rows) run.take(row);
  run.claimAll();
  const problems = [...read.problems, ...run.problems].toSorted((a, b) => a.row - b.row);
  const bad = new Set(run.problems.map((problem) => problem.row));
  return {
    unknownColumns: read.unknownColumns,
    leftOutColumns: read.leftOutColumns,
    problems,
    goodRows: read.rows.filter((row) => !bad.has(row.row)).length,
    ...run.counts(),
    ratings: run.ratings(),
    changes: run.changes,
  };
}

/** Lives for one import: the map as it would be after the rows so far. */
class ImportRun {
  readonly changes: Change[] = [];
  readonly problems: RowProblem[] = [];
  private map: PartnershipMap;
  private readonly start: PartnershipMap;
  private readonly context: CommandContext;
  /** entity id -> row that named it first, and what it said */
  private readonly said = new Map<string, Said>();
  /** what `said` held before the row at hand, for the entities that it names */
  private readonly newlySaid = new Map<string, Said | undefined>();
  /** representative -> interest -> what the rows said */
  private readonly claims = new Map<
    string,
    { readonly row: number; readonly isNew: boolean; readonly interests: Map<string, boolean> }
  >();

  constructor(map: PartnershipMap, context: CommandContext) {
    this.map = map;
    this.start = map;
    this.context = context;
  }

  /** All of a row, or nothing of it. */
  take(row: RegisterRow): void {
    const [map, changes, problems] = [this.map, this.changes.length, this.problems.length];
    this.newlySaid.clear();
    this.takeParts(row);
    if (this.problems.length > problems) {
      this.map = map;
      this.changes.length = changes;
      for (const [key, before] of this.newlySaid) {
        if (before) this.said.set(key, before);
        else this.said.delete(key);
      }
    }
  }

  private takeParts(row: RegisterRow): void {
    const { cells } = row;
    const organization = this.put('organizations', cells.organization_id, 'organization', row);
    if (organization === null) return;
    const hasInterest = cells.interest !== undefined || cells.interest_id !== undefined;
    const interest = hasInterest ? this.put('interests', cells.interest_id, 'interest', row) : null;
    if (hasInterest && interest === null) return;
    if (interest !== null) {
      const placement: Fields = { part_of_work: null, ...row.fields.placements };
      if (
        !this.run(row.row, {
          type: 'place',
          organization_id: organization,
          interest_id: interest,
          ...placement,
        })
      )
        return;
    }
    if (cells.kind !== undefined) this.putPerson(row, organization, interest);
  }

  private say(key: string, said: Said): void {
    if (!this.newlySaid.has(key)) this.newlySaid.set(key, this.said.get(key));
    this.said.set(key, said);
  }

  /** Finds or adds an interest or organization; its id, or null when the row cannot be used. */
  private put(
    collection: Named,
    id: string | undefined,
    column: 'interest' | 'organization',
    row: RegisterRow,
  ): string | null {
    const name = row.cells[column];
    const entities: readonly Fields[] = this.map[collection];
    const nameField = collection === 'interests' ? 'title' : 'name';
    const matches = (entity: Fields) => String(entity[nameField]).toLowerCase() === name?.toLowerCase();
    const found =
      entities.find((entity) => entity['id'] === id) ??
      (id === undefined && name !== undefined ? entities.find(matches) : undefined);
    if (!found && name === undefined) {
      this.problems.push({ row: row.row, column, reason: { code: 'emptyNotOnBoard' } });
      return null;
    }
    const fields = row.fields[collection];
    return this.addOrEdit(collection, found, id, fields, row.row);
  }

  private addOrEdit(
    collection: Named | 'representatives',
    found: Fields | undefined,
    id: string | undefined,
    said: Fields,
    row: number,
  ): string | null {
    const fields = Object.fromEntries(Object.entries(said).filter(([field]) => !isApartField(collection, field)));
    if (!found) {
      const newId = id ?? this.context.newId();
      // the fields were read by the schema of the collection
      const added = this.run(row, { type: 'add', collection, id: newId, fields });
      if (added) this.say(newId, { row, fields: said });
      return added ? newId : null;
    }
    const key = String(found['id']);
    const before = this.said.get(key);
    const contradicted =
      before &&
      Object.entries(said).find(([field, value]) => field in before.fields && !isSame(before.fields[field], value));
    if (before && contradicted) {
      this.problems.push({ row, column: contradicted[0], reason: { code: 'contradicts', other: before.row } });
      return null;
    }
    this.say(key, { row: before?.row ?? row, fields: { ...before?.fields, ...said } });
    const differs = Object.entries(fields).some(([field, value]) => !isSame(found[field], value));
    return !differs || this.run(row, { type: 'edit', collection, id: key, fields }) ? key : null;
  }

  private putPerson(row: RegisterRow, organization: string, interest: string | null): void {
    const id = row.cells.representative_id;
    const fields = row.fields.representatives;
    const isHere = (person: Fields) => person['organization_id'] === organization;
    const found = this.map.representatives.find((person) =>
      id === undefined
        ? isHere(person) && person.role_title === (fields['role_title'] ?? '') && person.kind === fields['kind']
        : person.id === id,
    );
    if (found && !isHere(found)) {
      this.problems.push({ row: row.row, column: 'representative_id', reason: { code: 'otherOrganization' } });
      return;
    }
    const { kind, ...rest } = fields;
    const isNew = !found || this.claims.get(found.id)?.isNew === true;
    const key = this.addOrEdit(
      'representatives',
      found,
      id,
      found ? rest : { ...fields, organization_id: organization },
      row.row,
    );
    if (key === null) return;
    if (found && found.kind !== kind) {
      const before = this.said.get(key);
      if (before && before.row !== row.row && 'kind' in before.fields) {
        this.problems.push({ row: row.row, column: 'kind', reason: { code: 'contradicts', other: before.row } });
        return;
      }
      if (!this.run(row.row, { type: 'changeKind', id: key, kind } as Command)) return;
    }
    const said = this.said.get(key);
    if (said) this.say(key, { row: said.row, fields: { ...said.fields, kind } });
    this.noteClaim(key, row, interest, isNew);
    this.putSeats(row, key);
  }

  private noteClaim(person: string, row: RegisterRow, interest: string | null, isNew: boolean): void {
    const claims = this.claims.get(person) ?? { row: row.row, isNew, interests: new Map<string, boolean>() };
    this.claims.set(person, claims);
    const speaks = row.cells.speaks_for_interest;
    if (interest !== null && speaks !== undefined)
      claims.interests.set(interest, speaks.toLowerCase() === 'yes' || claims.interests.get(interest) === true);
  }

  /** After all placements are there: what each representative speaks for. */
  claimAll(): void {
    for (const [id, { row, isNew, interests }] of this.claims) {
      const speaksForAll = isNew && [...interests.values()].every(Boolean);
      if (speaksForAll) continue;
      for (const [interest, on] of interests) {
        const person = this.map.representatives.find((one) => one.id === id);
        const placed = this.map.placements.some(
          (one) => one.organization_id === person?.organization_id && one.interest_id === interest,
        );
        const now = person?.interest_ids?.includes(interest) ?? placed;
        if (now !== on) this.run(row, { type: 'claim', id, interest_id: interest, on });
      }
    }
  }

  /** Seats in bodies, found by name; a body that is not on the board is added. */
  private putSeats(row: RegisterRow, person: string): void {
    const names = row.cells.bodies?.split(';') ?? [];
    const roles = row.cells.seat_roles?.split(';') ?? [];
    const votes = row.cells.voting?.split(';') ?? [];
    for (const [at, name] of names.entries()) {
      if (name.trim() === '') continue;
      const body = this.putBody(name.trim(), row.row);
      if (body === null) return;
      const written = {
        ...(roles[at] ? { seat_role: roles[at] } : {}),
        ...(votes[at] ? { voting: votes[at] === 'yes' } : {}),
      };
      this.run(row.row, { type: 'seat', body_id: body, representative_id: person, ...written } as Command);
    }
  }

  private putBody(name: string, row: number): string | null {
    const found = this.map.bodies.find((one) => one.name.replaceAll(';', ',').toLowerCase() === name.toLowerCase());
    if (found) return found.id;
    const id = this.context.newId();
    return this.run(row, { type: 'add', collection: 'bodies', id, fields: { name } }, 'bodies') ? id : null;
  }

  private run(row: number, command: Command, column?: string): boolean {
    const result = runCommand(this.map, command, this.context);
    if (!result.ok) {
      const reason = { code: 'refused', refusal: result.code } as const;
      this.problems.push({ row, column: column ?? result.field ?? null, reason });
      return false;
    }
    if (result.changes.length === 0) return true;
    this.changes.push(...result.changes);
    this.map = applyToMap(this.map, result.changes);
    return true;
  }

  /** What the good rows say of influence and stake. */
  ratings(): ReadonlyMap<string, Partial<Rating>> {
    const number = (value: unknown) => (typeof value === 'number' ? value : null);
    return new Map(
      [...this.said].flatMap(([id, { fields }]): [string, Partial<Rating>][] => {
        const [influence, stake] = [number(fields['influence']), number(fields['stake'])];
        if (influence === null && stake === null) return [];
        return [[id, { ...(influence === null ? {} : { influence }), ...(stake === null ? {} : { stake }) }]];
      }),
    );
  }

  counts(): Pick<ImportPreview, 'added' | 'changed'> {
    const more = (list: keyof ImportPreview['added']) => this.map[list].length - this.start[list].length;
    const added = new Set(
      this.changes.flatMap((change) => (change.op === 'add' ? `${change.collection} ${change.id}` : [])),
    );
    const touched = new Set(this.changes.map((change) => `${change.collection} ${change.id}`));
    return {
      added: {
        interests: more('interests'),
        organizations: more('organizations'),
        placements: more('placements'),
        representatives: more('representatives'),
        bodies: more('bodies'),
        seats: more('seats'),
      },
      changed: [...touched].filter((key) => !added.has(key)).length,
    };
  }
}
