/** See and reset the links of a board. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { ResetLink } from '#shared/wire/http.ts';
import type { BoardLinks } from '#shared/wire/http.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { Role } from '#shared/wire/roles.ts';
import { newCode } from '#server/door/randomText.ts';
import { AlreadyStoredError } from '#server/store/Store.ts';
import type { BoardRow } from '#server/store/Store.ts';
import { bearer } from './bearer.ts';
import { boardLinks } from './boardLinks.ts';
import type { Desk, HttpEnv } from './Desk.ts';
import { jsonBody } from './jsonBody.ts';

export function links(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/links', async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    return c.json({ ...boardLinks(desk.secret, board), reach: desk.reach() } satisfies BoardLinks);
  });

  app.post('/api/boards/:id/links/:role/reset', jsonBody(ResetLink), async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const role = v.safeParse(Role, c.req.param('role'));
    if (!role.success) throw new Refusal('not-found');
    const { from } = c.req.valid('json');
    const reset = await desk.turns.take(board.id, () => resetLink(desk, board.id, role.output, from));
    return c.json({ ...boardLinks(desk.secret, reset), reach: desk.reach() } satisfies BoardLinks);
  });

  return app;
}

/**
 * In turn per board: the three generations are one value, and no reset may undo another one. `from`: the link that was on the
 * screen; where somebody else has reset it just now it has ended already, and theirs stands.
 */
async function resetLink(desk: Desk, id: BoardId, role: Role, from: string | undefined): Promise<BoardRow> {
  const board = await desk.store.readBoard(id);
  if (board === null) throw new Refusal('board-deleted');
  if (from !== undefined && boardLinks(desk.secret, board).links[role] !== from) return board;
  const linkGenerations = { ...board.linkGenerations, [role]: board.linkGenerations[role] + 1 };
  for (let tries = 0; ; tries += 1) {
    // The code stands for the participant link: an old code must not lead to the new link.
    const code = role === 'participant' ? newCode() : board.code;
    try {
      await desk.store.updateBoard(id, { linkGenerations, code });
      return { ...board, linkGenerations, code };
    } catch (error) {
      if (!(error instanceof AlreadyStoredError) || tries === 5) throw error;
    }
  }
}
