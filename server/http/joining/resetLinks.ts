/** New links for some roles. In turn per board: the three generations are one value, and no reset may undo another one. */
import type { Role } from '#shared/wire/roles.ts';
import type { DoorRow } from '#server/store/DoorStore.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import type { Services } from '#server/http/Services.ts';
import { withNewCode } from './withNewCode.ts';

/** `board` and `door` as they are stored now. An end that is still to come holds for the new link, too; one that is over does not. The first write is made before this returns, so that it is one with others of its turn. */
export async function resetLinks(
  services: Services,
  board: BoardRow,
  door: DoorRow,
  roles: readonly Role[],
): Promise<BoardRow> {
  const linkGenerations = { ...board.linkGenerations };
  for (const role of roles) linkGenerations[role] += 1;
  const isOver = (role: Role) => (door.ends[role] ?? Infinity) <= services.nowMs();
  const ends = { ...door.ends };
  for (const role of roles.filter(isOver)) ends[role] = null;
  const endsWritten = roles.some(isOver) ? services.store.updateDoor(board.id, { ends }) : null;
  const write = async (code: string): Promise<BoardRow> => {
    await Promise.all([services.store.updateBoard(board.id, { linkGenerations, code }), endsWritten]);
    return { ...board, linkGenerations, code };
  };
  // The code stands for the participant link: an old code must not lead to the new link.
  return roles.includes('participant') ? withNewCode(write) : write(board.code);
}
