/** The links of a board with all that is decided about them, and whether a link lets in now. */
import type { BoardLinks } from '#shared/wire/http.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { DoorRow } from '#server/store/DoorStore.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import { boardLinks } from './boardLinks.ts';
import type { Services } from '#server/http/Services.ts';
import { readDoor } from './doorNow.ts';

export async function linksNow(services: Services, board: BoardRow): Promise<BoardLinks> {
  const [{ ends, isClosed }, isDamaged] = await Promise.all([
    services.store.readDoor(board.id),
    services.store.isDoorDamaged(board.id),
  ]);
  return { ...boardLinks(services.secret, board), reach: services.reach(), ends, isClosed: isClosed || isDamaged };
}

/** Throws where the link of this role has come to its end, or the table is closed to who comes by it, or nobody can tell; gives the door. */
export async function admitLink(services: Services, board: BoardId, role: Role): Promise<DoorRow> {
  const door = await readDoor(services, board);
  const { ends, isClosed } = door;
  const end = ends[role];
  if (end !== null && end <= services.nowMs()) throw new Refusal('link-over');
  if (isClosed && role !== 'facilitator') throw new Refusal('table-closed');
  return door;
}
