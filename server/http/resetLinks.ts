/** New links for some roles. In turn per board: the three generations are one value, and no reset may undo another one. */
import type { Role } from '#shared/wire/roles.ts';
import { newCode } from '#server/door/randomText.ts';
import type { DoorRow } from '#server/store/DoorStore.ts';
import { AlreadyStoredError } from '#server/store/Store.ts';
import type { BoardRow } from '#server/store/Store.ts';
import type { Desk } from './Desk.ts';

/** `board` and `door` as they are stored now. An end that is still to come holds for the new link, too; one that is over does not. The first write is made before this returns, so that it is one with others of its turn. */
export async function resetLinks(
  desk: Desk,
  board: BoardRow,
  door: DoorRow,
  roles: readonly Role[],
): Promise<BoardRow> {
  const linkGenerations = { ...board.linkGenerations };
  for (const role of roles) linkGenerations[role] += 1;
  const isOver = (role: Role) => (door.ends[role] ?? Infinity) <= desk.nowMs();
  const ends = { ...door.ends };
  for (const role of roles.filter(isOver)) ends[role] = null;
  const endsWritten = roles.some(isOver) ? desk.store.updateDoor(board.id, { ends }) : null;
  for (let tries = 0; ; tries += 1) {
    // The code stands for the participant link: an old code must not lead to the new link.
    const code = roles.includes('participant') ? newCode() : board.code;
    try {
      await Promise.all([desk.store.updateBoard(board.id, { linkGenerations, code }), endsWritten]);
      return { ...board, linkGenerations, code };
    } catch (error) {
      if (!(error instanceof AlreadyStoredError) || tries === 5) throw error;
    }
  }
}
