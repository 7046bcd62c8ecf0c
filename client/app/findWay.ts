/** Where somebody who opens a board's address belongs, by the link and by what this device knows. */
import type { Failure } from '#client/connection/failureOf.ts';
import type { VisitedBoard } from '#client/connection/VisitedBoards.ts';
import type { Door } from '#shared/wire/http.ts';
import { readSecret } from './boardLink.ts';
import { returnsBy } from './returnsBy.ts';
import type { Services } from './Services.ts';
import { wasAway } from './wasAway.ts';

export type Where =
  | { readonly at: 'looking' }
  | { readonly at: 'join'; readonly door: Door; readonly key: string; readonly known: VisitedBoard | null }
  /** A return link of somebody else than this device is there as. */
  | { readonly at: 'return'; readonly comes: VisitedBoard; readonly known: VisitedBoard }
  | { readonly at: 'needLink' }
  | { readonly at: 'refused'; readonly code: Failure }
  | { readonly at: 'board'; readonly me: VisitedBoard };

/** `rest` = what the address has behind the board's id. */
export async function findWay(board: string, rest: string, { api, visited }: Ways): Promise<Where> {
  const secret = readSecret(rest);
  if (secret.seat !== null) return findReturn(board, secret.seat, { api, visited });
  const known = visited.find(board);
  if (secret.isBroken && known === undefined) return { at: 'refused', code: 'link-altered' };
  if (secret.key === null) return known === undefined ? { at: 'needLink' } : { at: 'board', me: known };
  const [door, places] = await Promise.all([api.door(board, secret.key), findPlaces(board, { api, visited })]);
  if (!door.ok) {
    // An old link in the hands of somebody who has a seat, or a server that does not answer: the seat is enough.
    const seatIsEnough = ['link-ended', 'link-over', 'table-closed', 'link-altered', 'unreachable'].includes(door.code);
    const me = places[0];
    return seatIsEnough && me !== undefined ? { at: 'board', me } : { at: 'refused', code: door.code };
  }
  const me = places.find((place) => returnsBy(place, door.value.role) && !wasAway(place, Date.now()));
  if (me === undefined) return { at: 'join', door: door.value, key: secret.key, known: places.at(-1) ?? null };
  if (me.seat !== visited.ofTab(board)?.seat) visited.leaveTab(board);
  return { at: 'board', me };
}

type Ways = Pick<Services, 'api' | 'visited'>;

/** Who this tab and who this device is on the board, with the roles of now. Seats that have ended are forgotten. */
async function findPlaces(board: string, { api, visited }: Ways): Promise<readonly VisitedBoard[]> {
  const places = [visited.ofTab(board), visited.ofDevice(board)].filter((place) => place !== undefined);
  const found = await Promise.all(
    places.map(async (place) => {
      const seat = await api.seat(board, place.seat);
      if (!seat.ok && (seat.code === 'seat-ended' || seat.code === 'removed')) {
        visited.forgetSeat(place);
        return [];
      }
      return [seat.ok ? { ...place, role: seat.value.role, owner: ownerOf(seat.value, place) } : place];
    }),
  );
  return found.flat();
}

/** Who comes by a return link, or was told before, has the link that brings the owner back. */
function ownerOf({ isOwner }: { readonly isOwner: boolean }, known: VisitedBoard | undefined): VisitedBoard['owner'] {
  return isOwner ? (known?.owner ?? 'told') : undefined;
}

async function findReturn(board: string, seat: string, { api, visited }: Ways): Promise<Where> {
  const answer = await api.seat(board, seat);
  if (!answer.ok) return { at: 'refused', code: answer.code };
  const { person, role, title } = answer.value;
  const known = visited.ofDevice(board);
  const comes = {
    id: board,
    title,
    role,
    seat,
    person: person.id,
    name: person.name,
    visitedAt: Date.now(),
    owner: ownerOf(answer.value, known?.person === person.id ? known : undefined),
  };
  if (known !== undefined && known.person !== comes.person) return { at: 'return', comes, known };
  visited.keep(comes);
  return { at: 'board', me: comes };
}
