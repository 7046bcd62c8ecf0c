/** The links of a board with all that is decided about them, and whether a link lets in now. */
import type { BoardLinks } from '#shared/wire/http.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { DoorRow } from '#server/store/DoorStore.ts';
import type { BoardRow } from '#server/store/Store.ts';
import { boardLinks } from './boardLinks.ts';
import type { Desk } from '#server/http/Services.ts';
import { readDoor } from './doorNow.ts';

export async function linksNow(desk: Desk, board: BoardRow): Promise<BoardLinks> {
  const [{ ends, isClosed }, isDamaged] = await Promise.all([
    desk.store.readDoor(board.id),
    desk.store.isDoorDamaged(board.id),
  ]);
  return { ...boardLinks(desk.secret, board), reach: desk.reach(), ends, isClosed: isClosed || isDamaged };
}

/** Throws where the link of this role has come to its end, or the table is closed to who comes by it, or nobody can tell; gives the door. */
export async function admitLink(desk: Desk, board: BoardId, role: Role): Promise<DoorRow> {
  const door = await readDoor(desk, board);
  const { ends, isClosed } = door;
  const end = ends[role];
  if (end !== null && end <= desk.nowMs()) throw new Refusal('link-over');
  if (isClosed && role !== 'facilitator') throw new Refusal('table-closed');
  return door;
}
