/** New links for some roles. In turn per board: the three generations are one value, and no reset may undo another one. */
import type { Role } from '#shared/wire/roles.ts';
import { newCode } from '#server/door/randomText.ts';
import { AlreadyStoredError } from '#server/store/Store.ts';
import type { BoardRow } from '#server/store/Store.ts';
import type { Desk } from './Desk.ts';

/** `board` as it is stored now. The first write is made before this returns, so that it is one with others of its turn. */
export async function resetLinks(desk: Desk, board: BoardRow, roles: readonly Role[]): Promise<BoardRow> {
  const linkGenerations = { ...board.linkGenerations };
  for (const role of roles) linkGenerations[role] += 1;
  for (let tries = 0; ; tries += 1) {
    // The code stands for the participant link: an old code must not lead to the new link.
    const code = roles.includes('participant') ? newCode() : board.code;
    try {
      await desk.store.updateBoard(board.id, { linkGenerations, code });
      return { ...board, linkGenerations, code };
    } catch (error) {
      if (!(error instanceof AlreadyStoredError) || tries === 5) throw error;
    }
  }
}
