/** Runs the rows of an import as commands on a draft of the map, one after the other. */
import type { Change } from '#shared/map/Change.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { isApartField } from '#shared/map/collections.ts';
import type { CommandContext } from '#shared/map/commands/CommandContext.ts';
import { isSame } from '#shared/map/commands/entityFields.ts';
import { runOn } from '#shared/map/commands/runCommand.ts';
import {
  pairKey,
  placeKey,
  placementsOfOrganization,
  placementsOfPart,
  seatsOfRepresentative,
} from '#shared/map/groupings.ts';
import { MapDraft } from '#shared/map/MapDraft.ts';
import { nameKey, tidyName } from '#shared/map/nameKey.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Rating } from '#shared/map/ratings.ts';
import type { ColumnProblem, ImportPreview, SameName } from './importPreview.ts';
import { importCounts } from './importCounts.ts';
import { columnOfField } from './columnOfField.ts';
import {
  bodiesByName,
  bodyName,
  interestsByName,
  organizationsByName,
  ofName,
  representativesByRole,
} from './ofName.ts';
import type { RegisterRow, WrittenSeat } from './readRegisterRow.ts';
import type { RegisterColumn } from '#shared/report/registerColumns.ts';

type Named = 'interests' | 'organizations';
type Fields = Readonly<Record<string, unknown>>;
interface Said {
  readonly row: number;
  readonly fields: Fields;
}

/** Lives for one import. No row makes it walk through a list: what the row names is found by id, name or place. */
export class ImportRun {
  readonly changes: Change[] = [];
  readonly problems: ColumnProblem[] = [];
  /** the map as it would be after the rows so far */
  private readonly draft: MapDraft;
  private readonly start: PartnershipMap;
  private readonly context: CommandContext;
  /** ids of organizations and interests that the file names; whoever bears one is found by it alone */
  private readonly ids: ReadonlySet<string>;
  /** id of the file -> id on the board, where the name was found under another */
  private readonly aliases = new Map<string, string>();
  private readonly same = new Map<string, SameName>();
  /** entity id -> row that named it first, and what it said */
  private readonly said = new Map<string, Said>();
  /** what `said` held before the row at hand, for the entities that it names */
  private readonly newlySaid = new Map<string, Said | undefined>();
  /** representative -> interest -> what the rows said */
  private readonly claims = new Map<
    string,
    { readonly row: number; readonly isNew: boolean; readonly interests: Map<string, boolean> }
  >();

  constructor(map: PartnershipMap, context: CommandContext, ids: ReadonlySet<string>) {
    this.draft = new MapDraft(map);
    this.start = map;
    this.context = context;
    this.ids = ids;
  }

  /** All of a row, or nothing of it. */
  take(row: RegisterRow): void {
    const [mark, changes, problems] = [this.draft.mark(), this.changes.length, this.problems.length];
    this.newlySaid.clear();
    this.takeParts(row);
    if (this.problems.length > problems) {
      this.draft.back(mark);
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
      const part = placement['part_of_work'];
      const place = placeKey(organization, interest, typeof part === 'string' ? part : null);
      const here: Fields | undefined = this.draft.group(placementsOfPart, place)[0];
      const said = Object.entries(placement).filter(
        ([field, value]) => field === 'part_of_work' || here === undefined || !this.isSaid(here[field], value),
      );
      if (
        !this.run(row.row, {
          type: 'place',
          organization_id: organization,
          interest_id: interest,
          ...Object.fromEntries(said),
        })
      )
        return;
    }
    if (cells.kind !== undefined || cells.representative_id !== undefined) this.putPerson(row, organization, interest);
  }

  private say(key: string, said: Said): void {
    if (!this.newlySaid.has(key)) this.newlySaid.set(key, this.said.get(key));
    this.said.set(key, said);
  }

  private refuse(row: number, column: RegisterColumn | null, reason: ColumnProblem['reason']): null {
    this.problems.push({ row, column, reason });
    return null;
  }

  /** Finds or adds an interest or organization, by id, then by name; its id, or null when the row cannot be used. */
  private put(
    collection: Named,
    id: string | undefined,
    column: 'interest' | 'organization',
    row: RegisterRow,
  ): string | null {
    const name = row.cells[column];
    const nameField = collection === 'interests' ? 'title' : 'name';
    const known = id === undefined ? undefined : (this.aliases.get(id) ?? id);
    const byId: Fields | undefined = known === undefined ? undefined : this.draft.get(collection, known);
    const fields = row.fields[collection];
    if (byId && known === id) return this.addOrEdit(collection, byId, id, fields, row.row);
    if (!byId && name === undefined)
      return this.refuse(row.row, `${column}_id`, { code: 'notOnBoard', cell: id ?? '' });
    const found = byId ?? this.named(collection, name ?? '', id);
    if (found === 'several') return this.refuse(row.row, column, { code: 'severalNamed', cell: tidyName(name ?? '') });
    if (!found) return this.addOrEdit(collection, undefined, id, fields, row.row);
    this.noteSame(name ?? '', String(found[nameField]));
    // found by its name, it keeps the name as the board writes it
    const { [nameField]: _name, ...others } = fields;
    const key = this.addOrEdit(collection, found, id, others, row.row);
    if (key !== null && id !== undefined) this.aliases.set(id, key);
    return key;
  }

  private named(collection: Named, name: string, id: string | undefined): Fields | 'several' | undefined {
    const isFree = (one: { readonly id: string }) => id === undefined || !this.ids.has(one.id);
    const key = nameKey(name);
    return collection === 'interests'
      ? ofName(this.draft.group(interestsByName, key).filter(isFree), name, ({ title }) => title)
      : ofName(this.draft.group(organizationsByName, key).filter(isFree), name, (one) => one.name);
  }

  private noteSame(name: string, kept: string): void {
    const written = tidyName(name);
    if (written !== '' && written !== tidyName(kept)) this.same.set(written, { written, kept });
  }

  /** Whether the file says something else: white space around and how accents are stored is nothing. */
  private isSaid(now: unknown, value: unknown): boolean {
    return (
      isSame(now, value) || (typeof now === 'string' && typeof value === 'string' && tidyName(now) === tidyName(value))
    );
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
      Object.entries(said).find(
        ([field, value]) => field in before.fields && !this.isSaid(before.fields[field], value),
      );
    if (before && contradicted)
      return this.refuse(row, columnOfField(contradicted[0]), { code: 'contradicts', other: before.row });
    this.say(key, { row: before?.row ?? row, fields: { ...before?.fields, ...said } });
    const different = Object.fromEntries(
      Object.entries(fields).filter(([field, value]) => !this.isSaid(found[field], value)),
    );
    if (Object.keys(different).length === 0) return key;
    return this.run(row, { type: 'edit', collection, id: key, fields: different }) ? key : null;
  }

  private putPerson(row: RegisterRow, organization: string, interest: string | null): void {
    const id = row.cells.representative_id;
    const fields = row.fields.representatives;
    const isHere = (person: Fields) => person['organization_id'] === organization;
    const role = pairKey(organization, String(fields['kind']), nameKey(row.cells.role_title ?? ''));
    const found =
      id === undefined ? this.draft.group(representativesByRole, role)[0] : this.draft.get('representatives', id);
    if (found && !isHere(found)) {
      this.refuse(row.row, 'representative_id', { code: 'otherOrganization' });
      return;
    }
    const { kind, ...others } = fields;
    if (!found && kind === undefined) {
      this.refuse(row.row, 'representative_id', { code: 'noKind' });
      return;
    }
    const { role_title: _role, ...withoutRole } = others;
    if (found && id === undefined) this.noteSame(row.cells.role_title ?? '', found.role_title);
    const isNew = !found || this.claims.get(found.id)?.isNew === true;
    const written = found ? (id === undefined ? withoutRole : others) : { ...fields, organization_id: organization };
    const key = this.addOrEdit('representatives', found, id, written, row.row);
    if (key === null) return;
    if (found && kind !== undefined && found.kind !== kind) {
      const before = this.said.get(key);
      if (before && before.row !== row.row && 'kind' in before.fields) {
        this.refuse(row.row, 'kind', { code: 'contradicts', other: before.row });
        return;
      }
      if (!this.run(row.row, { type: 'changeKind', id: key, kind } as Command)) return;
    }
    const said = this.said.get(key);
    if (said && kind !== undefined) this.say(key, { row: said.row, fields: { ...said.fields, kind } });
    this.noteClaim(key, row, interest, isNew);
    this.putSeats(row, key);
  }

  private noteClaim(person: string, row: RegisterRow, interest: string | null, isNew: boolean): void {
    const claims = this.claims.get(person) ?? { row: row.row, isNew, interests: new Map<string, boolean>() };
    this.claims.set(person, claims);
    if (interest !== null && row.speaks !== null)
      claims.interests.set(interest, row.speaks || claims.interests.get(interest) === true);
  }

  /** After all placements are there: what each representative speaks for. */
  claimAll(): void {
    for (const [id, { row, isNew, interests }] of this.claims) {
      const speaksForAll = isNew && [...interests.values()].every(Boolean);
      if (speaksForAll) continue;
      const person = this.draft.get('representatives', id);
      if (!person) continue;
      const placed = this.draft.group(placementsOfOrganization, person.organization_id);
      const claimed = new Set(person.interest_ids ?? placed.flatMap((one) => one.interest_id ?? []));
      const differ = [...interests].filter(([interest, on]) => claimed.has(interest) !== on);
      if (differ.length === 0) continue;
      for (const [interest, on] of differ)
        if (on) claimed.add(interest);
        else claimed.delete(interest);
      this.run(row, { type: 'edit', collection: 'representatives', id, fields: { interest_ids: [...claimed] } });
    }
  }

  private putSeats(row: RegisterRow, person: string): void {
    const named = new Set<string>();
    for (const seat of row.seats) {
      const body = this.putBody(seat, row.row, person, named);
      if (body === null) return;
      named.add(body);
      const written = {
        ...(seat.seatRole === null ? {} : { seat_role: seat.seatRole }),
        ...(seat.voting === null ? {} : { voting: seat.voting }),
      };
      this.run(row.row, { type: 'seat', body_id: body, representative_id: person, ...written } as Command);
    }
  }

  /** The body of that name; of several the one in which the person sits; without a name by its id; a new one is added. */
  private putBody({ body: name }: WrittenSeat, row: number, person: string, named: ReadonlySet<string>): string | null {
    const free = this.draft.group(bodiesByName, nameKey(name)).filter(({ id }) => !named.has(id));
    const sits = new Set(this.draft.group(seatsOfRepresentative, person).map((seat) => seat.body_id));
    const sitsThere = free.filter(({ id }) => sits.has(id));
    const found = ofName(sitsThere, name, bodyName) ?? ofName(free, name, bodyName);
    if (found === 'several') return this.refuse(row, 'bodies', { code: 'severalNamed', cell: name });
    if (found) {
      this.noteSame(name, bodyName(found));
      return found.id;
    }
    const id = this.context.newId();
    return this.run(row, { type: 'add', collection: 'bodies', id, fields: { name: tidyName(name) } }, 'bodies')
      ? id
      : null;
  }

  private run(row: number, command: Command, column?: RegisterColumn): boolean {
    const result = runOn(this.draft, command, this.context);
    if (!result.ok) {
      const reason = { code: 'refused', refusal: result.code } as const;
      this.refuse(row, column ?? columnOfField(result.field ?? ''), reason);
      return false;
    }
    this.changes.push(...result.changes);
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

  sameNames(): readonly SameName[] {
    return [...this.same.values()];
  }

  after(): PartnershipMap {
    return this.draft.map();
  }

  counts(): Pick<ImportPreview, 'added' | 'changed'> {
    return importCounts(this.start, this.draft.map(), this.changes);
  }
}
