/** Who belongs to a board, for facilitators. */
import type * as v from 'valibot';
import { People, PeopleFound, type FindPeople } from '#shared/wire/people.ts';
import type { Answer } from './Api.ts';
import type { SeatApi } from './SeatApi.ts';

export function readPeople(server: SeatApi): Promise<Answer<People>> {
  return server.ask('/people', People);
}

export function findPeople(server: SeatApi, body: v.InferInput<typeof FindPeople>): Promise<Answer<PeopleFound>> {
  return server.ask('/people/find', PeopleFound, { method: 'POST', body });
}
