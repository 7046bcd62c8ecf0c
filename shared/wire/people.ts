/**
 * The people of a board over HTTP: as facilitators see them, also who is away, and who is no longer on the board; and for whom one
 * came oneself.
 */
import * as v from 'valibot';
import { line } from '#shared/text/line.ts';
import { representativeKinds } from './http.ts';
import { PersonId } from './ids.ts';
import { Person } from './messages.ts';

/** so many in one answer */
export const peoplePage = 50;

export const PersonListed = v.object({
  ...Person.entries,
  organization: v.nullable(v.string()),
  kind: v.nullable(v.string()),
  joinedAt: v.number(),
  /** when one of their devices was last seen, to the hour; null = not since this is noted */
  seenAt: v.nullable(v.number()),
  /** when they were taken off the board; null for who is on it */
  removedAt: v.nullable(v.number()),
});
export type PersonListed = v.InferOutput<typeof PersonListed>;

/**
 * POST /api/boards/:id/people/find (facilitator), so that names stay out of logged addresses. `away`: on the board and not connected;
 * `removed`: taken off it, and not kept out. `text` stands in the name or the organization; `from` counts from 0.
 */
export const FindPeople = v.strictObject({
  which: v.picklist(['away', 'removed']),
  text: v.pipe(v.string(), v.maxLength(120)),
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
});
export type FindPeople = v.InferOutput<typeof FindPeople>;

/** Facilitators first, then by name; `total` with all that come before and after. */
export const PeopleFound = v.object({ people: v.array(PersonListed), total: v.number() });
export type PeopleFound = v.InferOutput<typeof PeopleFound>;

/** GET /api/boards/:id/people (facilitator): the first who joined, and all who are kept out. DELETE /api/boards/:id/people/:person removes one, who may come back by a link. */
export const People = v.object({
  people: v.array(PersonListed),
  total: v.number(),
  keptOut: v.array(v.object({ id: PersonId, name: v.string() })),
});
export type People = v.InferOutput<typeof People>;

/**
 * GET /api/boards/:id/people/kinds (facilitator): of the people who are connected now, how many said when they joined that they are
 * which kind of representative. Who said what is not in it.
 */
export const KindsHere = v.object({ designee: v.number(), doer: v.number(), decision_maker: v.number() });
export type KindsHere = v.InferOutput<typeof KindsHere>;

/** GET /api/boards/:id/comes-for (seat): for whom one came, as one said it when one joined, or since; one's own alone. */
export const ComesFor = v.object({
  organization: v.nullable(v.string()),
  kind: v.nullable(v.picklist(representativeKinds)),
});
export type ComesFor = v.InferOutput<typeof ComesFor>;

/** PUT /api/boards/:id/comes-for (seat); null: for nobody. Answers with what holds then. */
export const SayOrganization = v.strictObject({ organization: v.nullable(line(120)) });
