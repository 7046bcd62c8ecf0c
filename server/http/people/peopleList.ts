/** The people of a board for facilitators, in parts: also who is away, and who was taken off it. */
import type { BoardId } from '#shared/wire/ids.ts';
import {
  peoplePage,
  type FindPeople,
  type KindsHere,
  type People,
  type PeopleFound,
  type PersonListed,
} from '#shared/wire/people.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import type { Services } from '#server/http/Services.ts';

export async function listPeople({ store }: Pick<Services, 'store'>, board: BoardId): Promise<People> {
  const [all, out, seen] = await Promise.all([
    store.listPeople(board),
    store.listMarked(board, 'keptOut'),
    store.lastSeen(board),
  ]);
  const rows = all.filter(({ removedAtMs }) => removedAtMs === null);
  return {
    people: rows.slice(0, peoplePage).map((person) => shown(person, seen)),
    total: rows.length,
    keptOut: all.filter(({ id }) => out.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

export async function findPeople(
  { store, relay }: Pick<Services, 'store' | 'relay'>,
  board: BoardId,
  { which, text, from }: FindPeople,
): Promise<PeopleFound> {
  const [all, out, seen] = await Promise.all([
    store.listPeople(board),
    store.listMarked(board, 'keptOut'),
    store.lastSeen(board),
  ]);
  const here = new Set(relay.present(board).map(({ id }) => id));
  const isMeant = ({ id, removedAtMs }: PersonRow): boolean =>
    which === 'away' ? removedAtMs === null && !here.has(id) : removedAtMs !== null && !out.has(id);
  const sought = forSearch(text);
  const found = all
    .filter((person) => isMeant(person) && forSearch(`${person.name}\n${person.organization ?? ''}`).includes(sought))
    .sort((a, b) => rank(a) - rank(b) || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return { people: found.slice(from, from + peoplePage).map((person) => shown(person, seen)), total: found.length };
}

/** Each person once, on however many devices; by number, and not who. */
export async function kindsHere(
  { store, relay }: Pick<Services, 'store' | 'relay'>,
  board: BoardId,
): Promise<KindsHere> {
  const here = new Set(relay.present(board).map(({ id }) => id));
  const kinds = (await store.listPeople(board)).filter(({ id }) => here.has(id)).map(({ kind }) => kind);
  const count = (sought: string): number => kinds.filter((kind) => kind === sought).length;
  return { designee: count('designee'), doer: count('doer'), decision_maker: count('decision_maker') };
}

const byName = new Intl.Collator();

const rank = ({ role }: PersonRow): number => (role === 'facilitator' ? 0 : 1);

/** Letters alone count, not how they are written. */
function forSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function shown(person: PersonRow, seen: ReadonlyMap<PersonRow['id'], number>): PersonListed {
  const { id, name, color, role, organization, kind, joinedAtMs, removedAtMs } = person;
  const times = { joinedAt: joinedAtMs, seenAt: seen.get(id) ?? null, removedAt: removedAtMs };
  return { id, name, color, role, organization, kind, ...times };
}
