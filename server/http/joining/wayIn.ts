/** The way in, for whoever looks at the room's screen: facilitators always, everybody else while it stands there for all to see. */
import { Hono } from 'hono';
import type { WayInNow } from '#shared/wire/http.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { isWayInShown } from '#shared/wire/showing/Showing.ts';
import { seated } from '#server/http/access.ts';
import type { HttpEnv, Services } from '#server/http/Services.ts';
import { wayInOf } from './wayInNow.ts';

export function wayIn(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/way-in', seated(services, 'seat'), async (c) => {
    const { board, person } = c.var.seated;
    const { showing } = await services.workshops.read(board.id);
    const isShown = mayDo(person.role, 'administer') || isWayInShown(showing);
    const hidden: WayInNow = { address: null, link: null, code: null, lacking: 'hidden' };
    return c.json((isShown ? await wayInOf(services, c, board) : hidden) satisfies WayInNow);
  });

  return app;
}
