/** Who has joined, and removing somebody (facilitators). */
import { Hono } from 'hono';
import * as v from 'valibot';
import { ChangeRole } from '#shared/wire/http.ts';
import type { People } from '#shared/wire/http.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
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
    const { board, person: by } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success) throw new Refusal('person-unknown');
    await desk.turns.take(board.id, () => removePerson(desk, board.id, by.id, id.output));
    desk.relay.removePerson(board.id, id.output);
    await desk.workshops.forgetPerson(board.id, id.output);
    return c.body(null, 204);
  });

  app.patch('/api/boards/:id/people/:person', jsonBody(ChangeRole), async (c) => {
    const { board, person: by } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success) throw new Refusal('person-unknown');
    const wish = c.req.valid('json');
    await desk.turns.take(board.id, () => changeRole(desk, board.id, by.id, id.output, wish));
    desk.relay.changeRole(board.id, id.output, wish.role);
    return c.body(null, 204);
  });

  return app;
}

/**
 * Who is there, in turn per board: two facilitators who send each other away, or take each other back, at once leave one,
 * and whoever is not a facilitator any more when the turn comes changes nothing.
 */
async function facing(desk: Desk, board: BoardId, by: PersonId, id: PersonId) {
  const present = (await desk.store.listPeople(board)).filter(({ removedAtMs }) => removedAtMs === null);
  if (present.find((one) => one.id === by)?.role !== 'facilitator') throw new Refusal('role-refused');
  const person = present.find((one) => one.id === id);
  if (person === undefined) throw new Refusal('person-unknown');
  const isLast = person.role === 'facilitator' && present.filter((one) => one.role === 'facilitator').length === 1;
  return { person, isLast };
}

async function removePerson(desk: Desk, board: BoardId, by: PersonId, id: PersonId): Promise<void> {
  const { isLast } = await facing(desk, board, by, id);
  if (isLast) throw new Refusal('last-facilitator');
  await desk.store.updatePerson(board, id, { removedAtMs: desk.nowMs() });
}

async function changeRole(desk: Desk, board: BoardId, by: PersonId, id: PersonId, wish: ChangeRole): Promise<void> {
  const { person, isLast } = await facing(desk, board, by, id);
  if (person.role !== wish.from) throw new Refusal('role-moved');
  if (wish.role === wish.from) return;
  if (isLast) throw new Refusal('last-facilitator');
  await desk.store.updatePerson(board, id, { role: wish.role });
}
