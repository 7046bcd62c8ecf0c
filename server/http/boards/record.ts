/** What the workshops of a board gave, for everybody with a seat: it was shown to all when it came. */
import { Hono } from 'hono';
import type { BoardRecord } from '#shared/record/BoardRecord.ts';
import { storedRecord } from '#server/boardFile/storedRecord.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';

export function record(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/record', seated(services, 'seat'), async (c) => {
    const { board } = c.var.seated;
    await services.workshops.keepRecord(board.id);
    return c.json({ entries: [...(await storedRecord(services.store, board.id))] } satisfies BoardRecord);
  });

  return app;
}
