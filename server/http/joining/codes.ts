/** From a short code to the participant link. POST, so that the code stays out of addresses and logs. */
import { Hono } from 'hono';
import { CodeTry } from '#shared/wire/http.ts';
import { boardLink } from './boardLinks.ts';
import { lets } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

export function codes(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.post('/api/codes', jsonBody(CodeTry), lets('open'), async (c) => {
    const board = await services.door.byCode(c.req.valid('json').code, c.var.address);
    return c.json({ link: boardLink(services.secret, board, 'participant') });
  });

  return app;
}
