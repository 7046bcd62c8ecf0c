/** What the workshops of a board gave, for everybody with a seat: it was shown to all when it came. */
import { Hono } from 'hono';
import { readRecord } from '#shared/record/RecordEntry.ts';
import type { BoardRecord } from '#shared/record/BoardRecord.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';

export function record(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/record', seated(services, 'seat'), async (c) => {
    const { board } = c.var.seated;
    return c.json({ entries: [...readRecord(await services.store.listRecord(board.id))] } satisfies BoardRecord);
  });

  return app;
}
