/** Where somebody who opens a board's address belongs, by the link and by what this device knows. */
import type { Failure } from '#client/connection/Api.ts';
import type { VisitedBoard } from '#client/connection/VisitedBoards.ts';
import type { Door } from '#shared/wire/http.ts';
import { readSecret } from './boardLink.ts';
import { returnsBy } from './returnsBy.ts';
import type { Services } from './Services.ts';
import { wasAway } from './wasAway.ts';

export type Where =
  | { readonly at: 'looking' }
  | { readonly at: 'join'; readonly door: Door; readonly key: string; readonly known: VisitedBoard | null }
  | { readonly at: 'needLink' }
  | { readonly at: 'refused'; readonly code: Failure }
  | { readonly at: 'board'; readonly me: VisitedBoard };

/** `rest` = what the address has behind the board's id. */
export async function findWay(
  board: string,
  rest: string,
  { api, visited }: Pick<Services, 'api' | 'visited'>,
): Promise<Where> {
  const secret = readSecret(rest);
  if (secret.seat !== null) {
    const seat = secret.seat;
    const answer = await api.seat(board, seat);
    if (!answer.ok) return { at: 'refused', code: answer.code };
    const { person, role, title } = answer.value;
    const me = { id: board, title, role, seat, person: person.id, name: person.name, visitedAt: Date.now() };
    visited.keep(me);
    return { at: 'board', me };
  }
  let known = visited.find(board) ?? null;
  if (secret.isBroken && known === null) return { at: 'refused', code: 'link-altered' };
  if (secret.key === null) return known === null ? { at: 'needLink' } : { at: 'board', me: known };
  const [door, seat] = await Promise.all([
    api.door(board, secret.key),
    known === null ? null : api.seat(board, known.seat),
  ]);
  if (known !== null && seat !== null && !seat.ok && seat.code === 'seat-ended') {
    visited.forget(board);
    known = null;
  }
  if (!door.ok) {
    // An old link in the hands of somebody who has a seat, or a server that does not answer: the seat is enough.
    const seatIsEnough = known !== null && ['link-ended', 'link-altered', 'unreachable'].includes(door.code);
    return seatIsEnough && known !== null ? { at: 'board', me: known } : { at: 'refused', code: door.code };
  }
  if (known === null) return { at: 'join', door: door.value, key: secret.key, known };
  const me = { ...known, role: seat?.ok === true ? seat.value.role : known.role };
  return returnsBy(me, door.value.role) && !wasAway(known, Date.now())
    ? { at: 'board', me }
    : { at: 'join', door: door.value, key: secret.key, known: me };
}
