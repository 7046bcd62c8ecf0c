/**
 * The stakeholder register: one row per organization, interest and representative; the empty chair is a row too. People
 * stand in it by role, never by name.
 */
import type { EntityOf } from '../map/collections.ts';
import { groupBy, type MapIndex } from '../map/MapIndex.ts';
import { isActive } from '../map/readings/current.ts';
import { isWritten } from '../map/readings/formality.ts';
import { pathSteps, voiceReach } from '../map/readings/pathOfVoice.ts';
import { speaksFor } from '../map/readings/speaksFor.ts';
import { endOf } from '../map/references.ts';
import { ratedRules } from '../map/ratings.ts';
import { computeFindings } from '../map/rules/computeFindings.ts';
import { csvText } from '#shared/text/csv.ts';
import { internalColumns, momentColumn, registerColumns, type RegisterColumn } from './registerColumns.ts';

export interface RegisterOptions {
  /** with influence and stake, for facilitators */
  readonly internal: boolean;
  /** the moment as `zonedMoment` writes it; left out, the day alone is known */
  readonly takenAt?: string;
}

type Row = Readonly<Partial<Record<RegisterColumn, string>>>;

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const joined = (words: readonly string[]) => words.join(';');
/** Lists are separated by semicolons, so none may stand inside a word of a list. */
const word = (text: string) => text.replaceAll(';', ',');

/** What all rows of the register look up, made once. */
interface Lookup {
  readonly index: MapIndex;
  readonly placements: ReadonlyMap<string, readonly EntityOf<'placements'>[]>;
  readonly people: ReadonlyMap<string, readonly EntityOf<'representatives'>[]>;
  readonly bodiesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly linesFrom: ReadonlyMap<string, readonly EntityOf<'lines'>[]>;
  readonly steps: ReadonlyMap<string, number | null>;
  readonly findings: ReadonlyMap<string, readonly string[]>;
  readonly actions: ReadonlyMap<string, EntityOf<'actions'>>;
}

function lookup(index: MapIndex, { internal }: RegisterOptions): Lookup {
  const { map } = index;
  const reach = voiceReach(index);
  const bodiesOf = new Map<string, Set<string>>();
  for (const person of index.representatives) {
    const bodies = bodiesOf.get(person.organization_id) ?? new Set<string>();
    for (const seat of index.seatsOfRepresentative.get(person.id) ?? []) bodies.add(seat.body_id);
    bodiesOf.set(person.organization_id, bodies);
  }
  const findings = new Map<string, string[]>();
  for (const finding of computeFindings(index)) {
    if (!internal && ratedRules.includes(finding.rule)) continue;
    findings.set(finding.subject, [...(findings.get(finding.subject) ?? []), finding.rule]);
  }
  const actions = new Map<string, EntityOf<'actions'>>();
  const open = map.actions.filter((action) => action.status === 'open' || action.status === 'doing');
  for (const action of open.toSorted((a, b) => ((a.due_on ?? '9') < (b.due_on ?? '9') ? -1 : 1))) {
    const named = [action.owner_org_id, action.source.split(':').at(-1) ?? ''];
    for (const id of named) if (id && index.organizations.has(id) && !actions.has(id)) actions.set(id, action);
  }
  return {
    index,
    placements: groupBy(map.placements, (placement) => placement.organization_id),
    // also of organizations that are no partners yet; who left or comes later is not on the register of this day
    people: groupBy(
      map.representatives.filter((person) => isActive(person, index.asOf)),
      (person) => person.organization_id,
    ),
    bodiesOf,
    linesFrom: groupBy(index.lines, (line) => line.from),
    steps: new Map(map.organizations.map((one) => [one.id, pathSteps(index, reach, one.id)])),
    findings,
    actions,
  };
}

/** What an end of a line is called. */
function nameOfEnd(index: MapIndex, end: string): string {
  const { type, id } = endOf(end);
  if (type === 'body') return index.bodies.get(id)?.name ?? id;
  if (type === 'organization') return index.organizations.get(id)?.name ?? id;
  return index.map.representatives.find((person) => person.id === id)?.role_title ?? id;
}

function lineCells(look: Lookup, organization: string): Row {
  const starts = [
    `organization:${organization}`,
    ...[...(look.bodiesOf.get(organization) ?? [])].map((body) => `body:${body}`),
  ];
  const lines = starts.flatMap((start) => look.linesFrom.get(start) ?? []).filter((line) => line.status === 'agreed');
  const titles = new Map(look.index.map.agreements.map((agreement) => [agreement.id, agreement.title]));
  return {
    answers_to: joined(lines.map((line) => word(nameOfEnd(look.index, line.to)))),
    for_what: joined(lines.map((line) => word(line.for_what))),
    codified_by: joined(lines.map((line) => word(titles.get(line.agreement_id ?? '') ?? ''))),
    in_force: joined(lines.map((line) => yesNo(isWritten(look.index, line)))),
  };
}

function organizationCells(look: Lookup, organization: EntityOf<'organizations'>): Row {
  const action = look.actions.get(organization.id);
  const steps = look.steps.get(organization.id) ?? null;
  return {
    organization_id: organization.id,
    organization: organization.name,
    sector: organization.sector ?? '',
    size: organization.size ?? '',
    reach: organization.reach ?? '',
    grassroots: yesNo(organization.grassroots),
    engagement: organization.engagement,
    path_steps: steps === null ? 'none' : String(steps),
    ...lineCells(look, organization.id),
    next_action: action?.title ?? '',
    action_owner: look.index.organizations.get(action?.owner_org_id ?? '')?.name ?? '',
    action_due: action?.due_on ?? '',
    influence: organization.influence === null ? '' : String(organization.influence),
    stake: organization.stake === null ? '' : String(organization.stake),
  };
}

function placementCells(look: Lookup, placement: EntityOf<'placements'> | null): Row {
  const interest = look.index.interests.get(placement?.interest_id ?? '');
  return {
    interest_id: interest?.id ?? '',
    interest: interest?.title ?? '',
    interest_weight: interest?.weight ?? '',
    part_of_work: placement?.part_of_work ?? '',
    commitment: placement?.commitment ?? '',
    contribution: placement?.contribution ?? '',
  };
}

function personCells(look: Lookup, person: EntityOf<'representatives'> | null, interest: string): Row {
  if (!person) return {};
  const { index } = look;
  const seats = index.seatsOfRepresentative.get(person.id) ?? [];
  return {
    representative_id: person.id,
    role_title: person.role_title,
    kind: person.kind,
    since: person.since ?? '',
    until: person.until ?? '',
    speaks_for_interest: interest === '' ? '' : yesNo(speaksFor(index, person).includes(interest)),
    bodies: joined(seats.map((seat) => word(index.bodies.get(seat.body_id)?.name.trim() || seat.body_id))),
    seat_roles: joined(seats.map((seat) => seat.seat_role)),
    voting: joined(seats.map((seat) => yesNo(seat.voting))),
  };
}

/** Rows as cells by column, in table order of organizations, their placements and their people. */
export function registerRows(index: MapIndex, options: RegisterOptions = { internal: false }): readonly Row[] {
  const look = lookup(index, options);
  const head: Row = {
    partnership: index.map.partnership.name,
    as_of: index.asOf,
    [momentColumn]: options.takenAt ?? '',
  };
  return index.map.organizations.flatMap((organization) => {
    const ours = organizationCells(look, organization);
    const all = look.placements.get(organization.id) ?? [];
    const placed = all.filter((placement) => placement.interest_id !== null);
    const placements = placed.length > 0 ? placed : [all[0] ?? null];
    const people = look.people.get(organization.id) ?? [];
    return placements.flatMap((placement) =>
      (people.length > 0 ? people : [null]).map((person): Row => {
        const cells = placementCells(look, placement);
        const subjects = [
          `organization:${organization.id}`,
          `interest:${cells.interest_id ?? ''}`,
          ...(person ? [`representative:${person.id}`] : []),
        ];
        const open = subjects.flatMap((subject) => look.findings.get(subject) ?? []);
        return {
          ...head,
          ...cells,
          ...ours,
          ...personCells(look, person, cells.interest_id ?? ''),
          open_findings: joined([...new Set(open)]),
        };
      }),
    );
  });
}

/** The register as the text of a CSV file. */
export function registerText(index: MapIndex, options: RegisterOptions = { internal: false }): string {
  const columns: readonly RegisterColumn[] = [
    ...registerColumns,
    ...(options.internal ? internalColumns : []),
    momentColumn,
  ];
  return csvText([columns, ...registerRows(index, options).map((row) => columns.map((column) => row[column] ?? ''))]);
}

/** The name of the file; it says "internal" when influence and stake are in it. */
export function registerFileName(index: MapIndex, options: RegisterOptions = { internal: false }): string {
  const name = index.map.partnership.name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return `${name === '' ? 'partnership' : name}-register-${index.asOf}${options.internal ? '-internal' : ''}.csv`;
}
