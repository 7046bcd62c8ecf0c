/** Who has joined, and removing somebody (facilitators). */
import { Hono } from 'hono';
import * as v from 'valibot';
import type { People } from '#shared/wire/http.ts';
import { PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/refusals.ts';
import { bearer } from './bearer.ts';
import type { Desk, HttpEnv } from './Desk.ts';

export function people(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/people', async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const rows = (await desk.store.listPeople(board.id)).filter(({ removedAtMs }) => removedAtMs === null);
    const shown = rows.map(({ id, name, color, role, organization, kind, joinedAtMs }) => ({
      id,
      name,
      color,
      role,
      organization,
      kind,
      joinedAt: joinedAtMs,
    }));
    return c.json({ people: shown } satisfies People);
  });

  app.delete('/api/boards/:id/people/:person', async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const id = v.safeParse(PersonId, c.req.param('person'));
    const person = id.success ? await desk.store.readPerson(board.id, id.output) : null;
    if (person === null || person.removedAtMs !== null) throw new Refusal('person-unknown');
    await desk.store.updatePerson(board.id, person.id, { removedAtMs: desk.nowMs() });
    desk.relay.removePerson(board.id, person.id);
    await desk.workshops.forgetPerson(board.id, person.id);
    return c.body(null, 204);
  });

  return app;
}
