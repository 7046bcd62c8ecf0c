/** Start, rename and delete a board. */
import { Hono } from 'hono';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { listTemplates } from '#shared/templates/listTemplates.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { ratingsOf } from '#shared/map/ratings.ts';
import { CreateBoard, RenameBoard } from '#shared/wire/http.ts';
import type { BoardCreated, Templates } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { deleteBoard } from '#server/ops/deleteBoard.ts';
import { bearer } from '#server/http/bearer.ts';
import { boardLinks } from '#server/http/joining/boardLinks.ts';
import type { Desk, HttpEnv } from '#server/http/Services.ts';
import { ownerNow, ownerOnly } from '#server/http/joining/doorNow.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { openImportBytes } from '#server/http/files/openImportBytes.ts';
import { checkCreateSecret, startBoard } from './startBoard.ts';

export function boards(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/templates', (c) => {
    const templates = listTemplates().map((template) => ({ ...template }));
    const { maxImportBytes } = desk.limits;
    return c.json({ maxImportBytes, maxOpenImportBytes: openImportBytes(desk), templates } satisfies Templates);
  });

  app.post('/api/boards', jsonBody(CreateBoard), async (c) => {
    checkCreateSecret(desk, bearer(c), c.var.address);
    const { title, template, datesFor } = c.req.valid('json');
    const start = readTemplate(template, datesFor);
    if (!start) throw new Refusal('template-unknown');
    const board = await startBoard(desk, c.var.address, {
      title: title,
      first: firstDocument(start.map),
      ratings: ratingsOf(start.map),
    });
    return c.json({ id: board.id, ...boardLinks(desk.secret, board) } satisfies BoardCreated, 201);
  });

  app.patch('/api/boards/:id', jsonBody(RenameBoard), async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const { title: asked, from } = c.req.valid('json');
    const title = asked;
    await desk.turns.take(board.id, async () => {
      const now = await desk.store.readBoard(board.id);
      if (from !== undefined && now !== null && now.title !== from && now.title !== title)
        throw new Refusal('name-moved');
      await desk.store.updateBoard(board.id, { title });
    });
    desk.relay.renameBoard(board.id, title);
    return c.json({ title });
  });

  app.delete('/api/boards/:id', async (c) => {
    const { board, person } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    await desk.turns.take(board.id, async () => {
      ownerOnly(await ownerNow(desk, board.id), person.id);
      await deleteBoard(desk, board.id);
    });
    return c.body(null, 204);
  });

  return app;
}
