/** Who has joined, and removing somebody (facilitators). */
import { Hono } from 'hono';
import * as v from 'valibot';
import { ChangeRole } from '#shared/wire/http.ts';
import type { People } from '#shared/wire/http.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/refusals.ts';
import type { Role } from '#shared/wire/roles.ts';
import { bearer } from './bearer.ts';
import type { Desk, HttpEnv } from './Desk.ts';
import { jsonBody } from './jsonBody.ts';

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

  app.patch('/api/boards/:id/people/:person', jsonBody(ChangeRole), async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success) throw new Refusal('person-unknown');
    const wish = c.req.valid('json');
    await desk.turns.take(board.id, () => changeRole(desk, board.id, id.output, wish.from, wish.role));
    desk.relay.changeRole(board.id, id.output, wish.role);
    return c.body(null, 204);
  });

  return app;
}

/** In turn per board, so that two facilitators who take each other back at once leave one. */
async function changeRole(desk: Desk, board: BoardId, id: PersonId, from: Role, role: Role): Promise<void> {
  const present = (await desk.store.listPeople(board)).filter(({ removedAtMs }) => removedAtMs === null);
  const person = present.find((one) => one.id === id);
  if (person === undefined) throw new Refusal('person-unknown');
  if (person.role !== from) throw new Refusal('role-moved');
  if (role === from) return;
  const facilitators = present.filter((one) => one.role === 'facilitator');
  if (from === 'facilitator' && facilitators.length === 1) throw new Refusal('last-facilitator');
  await desk.store.updatePerson(board, id, { role });
}
