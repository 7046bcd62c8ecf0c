/** Who has joined, and removing somebody (facilitators). */
import { Hono } from 'hono';
import * as v from 'valibot';
import { ChangeRole } from '#shared/wire/http.ts';
import { FindPeople } from '#shared/wire/people.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { findPeople, kindsHere, listPeople } from './peopleList.ts';
import { facing, mayLower } from './removal.ts';

export function people(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/people', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    return c.json(await listPeople(services, board.id));
  });

  app.post('/api/boards/:id/people/find', jsonBody(FindPeople), seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    return c.json(await findPeople(services, board.id, c.req.valid('json')));
  });

  app.get('/api/boards/:id/people/kinds', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    return c.json(await kindsHere(services, board.id));
  });

  app.delete('/api/boards/:id/people/:person', seated(services, 'administer'), async (c) => {
    const { board, person: by } = c.var.seated;
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success) throw new Refusal('person-unknown');
    await services.queue.take(board.id, () => removePerson(services, board.id, by.id, id.output));
    services.relay.removePerson(board.id, id.output);
    await services.workshops.forgetPerson(board.id, id.output);
    return c.body(null, 204);
  });

  app.patch('/api/boards/:id/people/:person', jsonBody(ChangeRole), seated(services, 'administer'), async (c) => {
    const { board, person: by } = c.var.seated;
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success) throw new Refusal('person-unknown');
    const wish = c.req.valid('json');
    await services.queue.take(board.id, () => changeRole(services, board.id, by.id, id.output, wish));
    services.relay.changeRole(board.id, id.output, wish.role);
    return c.body(null, 204);
  });

  return app;
}

async function removePerson(services: Services, board: BoardId, by: PersonId, id: PersonId): Promise<void> {
  mayLower(await facing(services, board, by, id), by);
  await services.store.updatePerson(board, id, { removedAtMs: services.nowMs() });
}

async function changeRole(
  services: Services,
  board: BoardId,
  by: PersonId,
  id: PersonId,
  wish: ChangeRole,
): Promise<void> {
  const found = await facing(services, board, by, id);
  const { person } = found;
  if (person.role !== wish.from) throw new Refusal('role-moved');
  if (wish.role === wish.from) return;
  if (person.role === 'facilitator') mayLower(found, by);
  const isLed = wish.from === 'facilitator' || wish.role === 'facilitator';
  await Promise.all([
    services.store.updatePerson(board, id, { role: wish.role }),
    // they have seen every link
    isLed ? services.store.markPerson(board, id, 'led', true) : null,
  ]);
}
