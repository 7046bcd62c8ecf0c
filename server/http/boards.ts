/** Start, rename and delete a board. */
import { Hono } from 'hono';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { listTemplates } from '#shared/templates/listTemplates.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { type Ratings, ratingsOf } from '#shared/map/ratings.ts';
import { CreateBoard, RenameBoard } from '#shared/wire/http.ts';
import type { BoardCreated, Templates } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/refusals.ts';
import { newBoardId, newCode } from '#server/door/randomText.ts';
import { secretsEqual } from '#server/door/secretsEqual.ts';
import { deleteBoard } from '#server/ops/deleteBoard.ts';
import { AlreadyStoredError } from '#server/store/Store.ts';
import type { BoardRow } from '#server/store/Store.ts';
import { bearer } from './bearer.ts';
import { boardLinks } from './boardLinks.ts';
import type { Desk, HttpContext, HttpEnv } from './Desk.ts';
import { jsonBody } from './jsonBody.ts';
import { plainText } from './plainText.ts';

export function boards(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/templates', (c) => {
    const templates = listTemplates().map((template) => ({ ...template }));
    return c.json({ templates } satisfies Templates);
  });

  app.post('/api/boards', jsonBody(CreateBoard), async (c) => {
    checkCreateSecret(desk, c);
    const { title, template, datesFor } = c.req.valid('json');
    const start = readTemplate(template, datesFor);
    if (!start) throw new Refusal('template-unknown');
    if (desk.boardsStarted.isFull(c.var.address)) throw new Refusal('too-fast');
    desk.boardsStarted.add(c.var.address);
    const board = await storeBoard(desk, plainText(title), firstDocument(start.map), ratingsOf(start.map));
    return c.json({ id: board.id, ...boardLinks(desk.secret, board) } satisfies BoardCreated, 201);
  });

  app.patch('/api/boards/:id', jsonBody(RenameBoard), async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const title = plainText(c.req.valid('json').title);
    await desk.store.updateBoard(board.id, { title });
    desk.relay.renameBoard(board.id, title);
    return c.json({ title });
  });

  app.delete('/api/boards/:id', async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    await deleteBoard(desk, board.id);
    return c.body(null, 204);
  });

  return app;
}

function checkCreateSecret(desk: Desk, c: HttpContext): void {
  const { createSecret } = desk.environment;
  if (createSecret === null || secretsEqual(bearer(c), createSecret)) return;
  throw desk.door.failed(c.var.address, 'create-secret-required');
}

/** A code has 38 bits, so on a server with many boards a new one can be taken already; then another is tried. */
async function storeBoard(desk: Desk, title: string, first: Uint8Array, ratings: Ratings): Promise<BoardRow> {
  for (let tries = 0; ; tries += 1) {
    const nowMs = desk.nowMs();
    const board: BoardRow = {
      id: newBoardId(),
      title,
      code: newCode(),
      linkGenerations: { facilitator: 1, participant: 1, observer: 1 },
      createdAtMs: nowMs,
      touchedAtMs: nowMs,
    };
    try {
      await desk.store.createBoard(board, first, ratings);
      return board;
    } catch (error) {
      if (!(error instanceof AlreadyStoredError) || tries === 5) throw error;
    }
  }
}
