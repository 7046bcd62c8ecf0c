/** For whom somebody comes: read by themselves, and said anew where they left it open or wrote it otherwise than the map does. */
import { Hono } from 'hono';
import { SayOrganization, type ComesFor } from '#shared/wire/people.ts';
import { representativeKinds } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { seated } from '#server/http/access.ts';
import { seatOrganization } from '#server/http/joining/seatOrganization.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';

export function comesFor(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { nowMs, stoodStillMs } = services;
  const limit = services.limits.commandsPerMinute;
  const said = new SlidingWindow({ limit, windowMs: 60_000, nowMs, stoodStillMs });

  app.get('/api/boards/:id/comes-for', seated(services, 'seat'), (c) => c.json(told(c.var.seated.person)));

  app.put('/api/boards/:id/comes-for', jsonBody(SayOrganization), seated(services, 'seat'), async (c) => {
    const { board, person } = c.var.seated;
    const { organization } = c.req.valid('json');
    const key = `${board.id} ${person.id}`;
    if (said.isFull(key)) throw new Refusal('too-fast');
    said.add(key);
    await services.queue.take(board.id, () => services.store.updatePerson(board.id, person.id, { organization }));
    await seatOrganization(services, board.id, { ...person, organization });
    return c.json(told({ ...person, organization }));
  });

  return app;
}

function told({ organization, kind }: Pick<PersonRow, 'organization' | 'kind'>): ComesFor {
  return { organization, kind: representativeKinds.find((one) => one === kind) ?? null };
}
