/** Take somebody off the board and keep them out, and let them in again (facilitators). */
import { Hono } from 'hono';
import * as v from 'valibot';
import type { KeptOut } from '#shared/wire/http.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { roles } from '#shared/wire/roles.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { checkSharers } from '#server/http/joining/keptOut.ts';
import { linksNow } from '#server/http/joining/linksNow.ts';
import { facing, mayLower } from './removal.ts';
import { resetLinks } from '#server/http/joining/resetLinks.ts';

export function keepOut(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.post('/api/boards/:id/people/:person/keep-out', seated(services, 'administer'), async (c) => {
    const { board, person: by } = c.var.seated;
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success) throw new Refusal('person-unknown');
    const { now, reset, known } = await services.queue.take(board.id, () =>
      takeOff(services, board.id, by.id, id.output),
    );
    services.relay.removePerson(board.id, id.output);
    await checkSharers(services, board.id, id.output);
    await services.workshops.forgetPerson(board.id, id.output);
    const lists = { reset: [...reset], known: [...known] };
    return c.json({ ...(await linksNow(services, now)), ...lists } satisfies KeptOut);
  });

  app.delete('/api/boards/:id/people/:person/keep-out', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const id = v.safeParse(PersonId, c.req.param('person'));
    if (!id.success || !(await services.store.listMarked(board.id, 'keptOut')).has(id.output))
      throw new Refusal('person-unknown');
    await services.store.markPerson(board.id, id.output, 'keptOut', false);
    return c.body(null, 204);
  });

  return app;
}

interface TakenOff {
  readonly now: BoardRow;
  readonly reset: readonly Role[];
  readonly known: readonly Role[];
}

/** In turn per board. The person, the mark and the links are one write: no link that they know is left once they are off. */
async function takeOff(services: Services, board: BoardId, by: PersonId, id: PersonId): Promise<TakenOff> {
  const found = await facing(services, board, by, id);
  mayLower(found, by);
  const { person, owner } = found;
  const [row, door] = await Promise.all([services.store.readBoard(board), services.store.readDoor(board)]);
  if (row === null) throw new Refusal('board-deleted');
  const hasLed = person.role === 'facilitator' || (await services.store.listMarked(board, 'led')).has(id);
  const known = linksOf(person.role, hasLed);
  // the facilitators' link is the owner's
  const reset = owner === null || by === owner ? known : known.filter((role) => role !== 'facilitator');
  const [now] = await Promise.all([
    resetLinks(services, row, door, reset),
    services.store.updatePerson(board, id, { removedAtMs: services.nowMs() }),
    services.store.markPerson(board, id, 'keptOut', true),
  ]);
  return { now, reset, known };
}

/** The links that somebody may know: that of their role and weaker ones; facilitators, also of once, see them all. */
function linksOf(role: Role, hasLed: boolean): readonly Role[] {
  return hasLed ? roles : roles.slice(roles.indexOf(role));
}
