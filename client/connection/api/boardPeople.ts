/** Who belongs to a board, for facilitators. */
import type * as v from 'valibot';
import { People, PeopleFound, type FindPeople } from '#shared/wire/people.ts';
import type { Answer, Api } from './Api.ts';

export function readPeople(api: Api, board: string, seat: string): Promise<Answer<People>> {
  return api.onBoard(board, seat, '/people', People);
}

export function findPeople(
  api: Api,
  board: string,
  seat: string,
  body: v.InferInput<typeof FindPeople>,
): Promise<Answer<PeopleFound>> {
  return api.onBoard(board, seat, '/people/find', PeopleFound, { method: 'POST', body });
}
