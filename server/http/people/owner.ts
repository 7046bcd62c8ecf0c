/** Whose board it is, and handing it over. */
import { Hono } from 'hono';
import { HandOver } from '#shared/wire/http.ts';
import type { Owner } from '#shared/wire/http.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { ownerOnly } from '#server/http/joining/doorNow.ts';
import { facing } from './removal.ts';

export function owner(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/owner', seated(services, 'seat'), async (c) => {
    const { board, person } = c.var.seated;
    return c.json(await ownerOf(services, board.id, person.id));
  });

  app.put('/api/boards/:id/owner', jsonBody(HandOver), seated(services, 'owner'), async (c) => {
    const { board, person: by } = c.var.seated;
    const to = c.req.valid('json').person;
    await services.queue.take(board.id, async () => {
      const { person, owner: now } = await facing(services, board.id, by.id, to);
      ownerOnly(now, by.id);
      if (person.role !== 'facilitator') throw new Refusal('owner-facilitates');
      await services.store.updateDoor(board.id, { owner: to });
    });
    return c.json(await ownerOf(services, board.id, by.id));
  });

  return app;
}

async function ownerOf(services: Services, board: BoardId, me: PersonId): Promise<Owner> {
  const { owner: id } = await services.store.readDoor(board);
  const person = id === null ? null : await services.store.readPerson(board, id);
  return { owner: person === null ? null : { id: person.id, name: person.name }, isMe: id === me };
}
