/** Where somebody who opens a board's address belongs, by the link and by what this device knows. */
import type { Answer } from '#client/connection/api/Api.ts';
import { deviceKind } from '#client/connection/device/deviceKind.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { comeBack, whoComes } from '#client/connection/api/ownPlaces.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import type { Door } from '#shared/wire/http.ts';
import { readSecret } from './boardLink.ts';
import { returnsBy } from './returnsBy.ts';
import type { Services } from '#client/app/Services.ts';
import { wasAway } from './wasAway.ts';

export type Where =
  | { readonly at: 'looking' }
  | { readonly at: 'join'; readonly door: Door; readonly key: string; readonly known: VisitedBoard | null }
  /** A return link of somebody else than this device is there as. */
  | { readonly at: 'return'; readonly comes: Comes; readonly secret: string; readonly known: VisitedBoard }
  | { readonly at: 'needLink' }
  | { readonly at: 'refused'; readonly code: Failure }
  | { readonly at: 'board'; readonly me: VisitedBoard };

/** Whom a return link brings back; this device has no seat of theirs yet. */
export type Comes = Omit<VisitedBoard, 'seat'>;

/** `rest` = what the address has behind the board's id. */
export async function findWay(board: string, rest: string, { api, visited }: Ways): Promise<Where> {
  const secret = readSecret(rest);
  if (secret.back !== null) return findReturn(board, secret.back, { api, visited });
  const known = visited.find(board);
  if (secret.isBroken && known === undefined) return { at: 'refused', code: 'link-altered' };
  if (secret.key === null) return known === undefined ? { at: 'needLink' } : { at: 'board', me: known };
  const [door, places] = await Promise.all([api.door(board, secret.key), findPlaces(board, { api, visited })]);
  if (!door.ok) {
    // An old link in the hands of somebody who has a seat, or a server that does not answer: the seat is enough.
    const seatIsEnough = [
      'link-ended',
      'link-over',
      'table-closed',
      'door-damaged',
      'link-altered',
      'unreachable',
    ].includes(door.code);
    const me = places[0];
    return seatIsEnough && me !== undefined ? { at: 'board', me } : { at: 'refused', code: door.code };
  }
  const me = places.find((place) => returnsBy(place, door.value.role) && !wasAway(place, Date.now()));
  if (me === undefined) return { at: 'join', door: door.value, key: secret.key, known: places.at(-1) ?? null };
  if (me.seat !== visited.ofTab(board)?.seat) visited.leaveTab(board);
  return { at: 'board', me };
}

type Ways = Pick<Services, 'api' | 'visited'>;

const endings: readonly Failure[] = ['seat-ended', 'device-ended', 'removed'];

/** Who this tab and who this device is on the board, with the roles of now. Seats that have ended are forgotten. */
async function findPlaces(board: string, { api, visited }: Ways): Promise<readonly VisitedBoard[]> {
  const places = [visited.ofTab(board), visited.ofDevice(board)].filter((place) => place !== undefined);
  const found = await Promise.all(
    places.map(async (place) => {
      const seat = await api.seat(board, place.seat);
      if (!seat.ok && endings.includes(seat.code)) {
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

async function findReturn(board: string, secret: string, { api, visited }: Ways): Promise<Where> {
  const answer = await whoComes(api, board, secret);
  if (!answer.ok) return { at: 'refused', code: answer.code };
  const { person, role, title } = answer.value;
  const places = await findPlaces(board, { api, visited });
  // this device has a seat of theirs already
  const me = places.find((place) => place.person === person.id);
  if (me !== undefined) {
    visited.renew(me);
    return { at: 'board', me };
  }
  const [known] = places.slice(-1);
  const owner = ownerOf(answer.value, undefined);
  const comes: Comes = { id: board, title, role, person: person.id, name: person.name, visitedAt: Date.now(), owner };
  if (known !== undefined) return { at: 'return', comes, secret, known };
  const given = await seatFor(comes, secret, api);
  if (!given.ok) return { at: 'refused', code: given.code };
  visited.keep(given.value);
  return { at: 'board', me: given.value };
}

/** Takes a seat for this device by a return link. */
export async function seatFor(comes: Comes, secret: string, api: Services['api']): Promise<Answer<VisitedBoard>> {
  const given = await comeBack(api, comes.id, secret, { device: deviceKind(navigator) });
  return given.ok ? { ok: true, value: { ...comes, seat: given.value.seat } } : given;
}
