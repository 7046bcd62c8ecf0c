/** A board as a file: taken home by facilitators, and made into a new board by whoever may start one. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { BoardTitle } from '#shared/wire/http.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { exportBoard } from '#server/boardFile/exportBoard.ts';
import type { ReadImport } from '#server/boardFile/readImport.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { attachment } from './attachment.ts';
import { bearer } from '#server/http/bearer.ts';
import { boardLinks } from '#server/http/joining/boardLinks.ts';
import { lets, seated } from '#server/http/access.ts';
import type { Services, HttpContext, HttpEnv } from '#server/http/Services.ts';
import { openImportBytes } from './openImportBytes.ts';
import { checkCreateSecret, startBoard } from '#server/http/boards/startBoard.ts';

const looksPerBoard = 5;
const hourMs = 60 * 60 * 1000;

export function boardFile(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  // a file is looked at before it is taken, sometimes more than once
  const looks = new SlidingWindow({
    limit: services.limits.boardsPerAddressPerHour * looksPerBoard,
    windowMs: hourMs,
    nowMs: services.nowMs,
  });

  const read = async (c: HttpContext, withContent: boolean): Promise<ReadImport> => {
    const { address } = c.var;
    const maxBytes = await largestFrom(services, c);
    if (looks.isFull(address) || services.boardsStarted.isFull(address)) throw new Refusal('too-fast');
    looks.add(address);
    return services.imports.read(c.req.raw, { address, maxBytes, withContent });
  };

  /** What would come, or what does not fit; writes nothing. */
  app.post('/api/boards/import/check', lets('open'), async (c) => {
    const found = await read(c, false);
    return c.json((found.ok ? found.preview : found) satisfies ImportPreview);
  });

  app.post('/api/boards/import', lets('open'), async (c) => {
    const title = v.safeParse(BoardTitle, c.req.query('title'));
    if (!title.success) throw new Refusal('invalid-body');
    const found = await read(c, true);
    if (!found.ok || found.content === null) throw new Refusal('file-refused');
    const { content } = found;
    const board = await startBoard(services, c.var.address, () => ({ title: title.output, ...content }));
    return c.json({ id: board.id, ...boardLinks(services.secret, board) } satisfies BoardCreated, 201);
  });

  app.get('/api/boards/:id/export/board.json', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    // The document is read within the call; only the pictures come later.
    const { file } = await services.relay.change(board.id, (doc) => ({
      file: exportBoard(services.store, board.id, doc, {
        title: board.title,
        exportedAtMs: services.nowMs(),
        withNames: c.req.query('names') === '1',
      }),
    }));
    return c.body(await file, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment(board.title, 'board.json'),
    });
  });

  return app;
}

/**
 * Who is known may bring large files: whoever has the operator's secret, or, where none is needed, a facilitator's seat on a
 * board of this server (`?by=<board id>`). Throws where a secret is needed and another one came.
 */
async function largestFrom(services: Services, c: HttpContext): Promise<number> {
  checkCreateSecret(services, bearer(c), c.var.address);
  const by = c.req.query('by');
  if (services.environment.createSecret !== null || by === undefined) return openImportBytes(services);
  await services.door.bySeat(by, bearer(c), c.var.address, 'administer');
  return services.limits.maxImportBytes;
}
