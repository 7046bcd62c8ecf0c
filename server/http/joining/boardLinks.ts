/** The links of a board and its code, as people pass them on. */
import type { BoardCreated, Links } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import { shownCode } from '#server/door/secrets/joinCode.ts';
import { linkKey } from '#server/door/secrets/linkKey.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';

/** The key stands behind `#`, which no browser sends to any server. */
export function boardLink(secret: Uint8Array, board: BoardRow, role: Role): string {
  return `/b/${board.id}#k=${linkKey(secret, board.id, role, board.linkGenerations[role])}`;
}

export function boardLinks(secret: Uint8Array, board: BoardRow): Omit<BoardCreated, 'id'> {
  const links: Links = {
    facilitator: boardLink(secret, board, 'facilitator'),
    participant: boardLink(secret, board, 'participant'),
    observer: boardLink(secret, board, 'observer'),
  };
  return { links, code: shownCode(board.code) };
}
