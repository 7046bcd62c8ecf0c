/** Start, rename and delete a board. */
import { Hono } from 'hono';
import { listTemplates } from '#shared/templates/listTemplates.ts';
import { CreateBoard, RenameBoard } from '#shared/wire/http.ts';
import type { BoardCreated, Templates } from '#shared/wire/http.ts';
import { templateTextsIn } from '#shared/words/wordsIn.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { deleteBoard } from '#server/ops/deleteBoard.ts';
import { bearer } from '#server/http/bearer.ts';
import { boardLinks } from '#server/http/joining/boardLinks.ts';
import { lets, seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { ownerNow, ownerOnly } from '#server/http/joining/doorNow.ts';
import { languageOf } from '#server/http/languageOf.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { openImportBytes } from '#server/http/files/openImportBytes.ts';
import { checkCreateSecret, startBoard } from './startBoard.ts';
import { templateStart } from './templateStart.ts';

export function boards(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/templates', lets('open'), async (c) => {
    const language = languageOf(c);
    const templates = listTemplates(await templateTextsIn(language)).map((template) => ({ ...template, language }));
    c.header('Content-Language', language);
    const { maxImportBytes } = services.limits;
    return c.json({ maxImportBytes, maxOpenImportBytes: openImportBytes(services), templates } satisfies Templates);
  });

  app.post('/api/boards', jsonBody(CreateBoard), lets('open'), async (c) => {
    checkCreateSecret(services, bearer(c), c.var.address);
    const { title, template, datesFor } = c.req.valid('json');
    const wish = { template, datesFor, language: languageOf(c) };
    const board = await startBoard(services, c.var.address, async () => ({ title, ...(await templateStart(wish)) }));
    return c.json({ id: board.id, ...boardLinks(services.secret, board) } satisfies BoardCreated, 201);
  });

  app.patch('/api/boards/:id', jsonBody(RenameBoard), seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const { title: asked, from } = c.req.valid('json');
    const title = asked;
    await services.queue.take(board.id, async () => {
      const now = await services.store.readBoard(board.id);
      if (from !== undefined && now !== null && now.title !== from && now.title !== title)
        throw new Refusal('name-moved');
      await services.store.updateBoard(board.id, { title });
    });
    services.relay.renameBoard(board.id, title);
    return c.json({ title });
  });

  app.delete('/api/boards/:id', seated(services, 'owner'), async (c) => {
    const { board, person } = c.var.seated;
    await services.queue.take(board.id, async () => {
      ownerOnly(await ownerNow(services, board.id), person.id);
      await deleteBoard(services, board.id);
    });
    return c.body(null, 204);
  });

  return app;
}
