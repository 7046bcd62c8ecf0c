/** See and reset the links of a board. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { CloseTable, EndLink, ResetLink } from '#shared/wire/http.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { Role } from '#shared/wire/roles.ts';
import { codeHasEnded } from '#server/door/codeHasEnded.ts';
import type { DoorRow } from '#server/store/DoorStore.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import { boardLinks } from './boardLinks.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { ownerOnly, readDoor } from './doorNow.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { linksNow } from './linksNow.ts';
import { renewCode } from './renewCode.ts';
import { resetLinks } from './resetLinks.ts';

export function links(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/links', seated(services, 'administer'), async (c) => {
    const { board: found } = c.var.seated;
    // whoever is shown a code gets one that works
    const hasEnded = (board: BoardRow): boolean => codeHasEnded(board, services.nowMs());
    const board = hasEnded(found) ? await renewCode(services, found.id, hasEnded) : found;
    return c.json(await linksNow(services, board));
  });

  app.post('/api/boards/:id/links/:role/reset', jsonBody(ResetLink), seated(services, 'administer'), async (c) => {
    const { board, person } = c.var.seated;
    const role = v.safeParse(Role, c.req.param('role'));
    if (!role.success) throw new Refusal('not-found');
    const { from } = c.req.valid('json');
    const reset = await services.queue.take(board.id, async () => {
      const door = await readDoor(services, board.id);
      if (role.output === 'facilitator') ownerOnly(door.owner, person.id);
      return resetLink(services, board.id, door, { role: role.output, from });
    });
    return c.json(await linksNow(services, reset));
  });

  app.put('/api/boards/:id/links/:role/end', jsonBody(EndLink), seated(services, 'administer'), async (c) => {
    const { board, person } = c.var.seated;
    const role = v.safeParse(Role, c.req.param('role'));
    if (!role.success) throw new Refusal('not-found');
    const wish = c.req.valid('json');
    await services.queue.take(board.id, () => endLink(services, board.id, person.id, { role: role.output, ...wish }));
    return c.json(await linksNow(services, board));
  });

  app.put('/api/boards/:id/table', jsonBody(CloseTable), seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const { isClosed } = c.req.valid('json');
    // in turn, so that whoever is just joining is in or refused
    await services.queue.take(board.id, async () => {
      // what could not be read is decided about first
      await readDoor(services, board.id);
      await services.store.updateDoor(board.id, { isClosed });
    });
    return c.json(await linksNow(services, board));
  });

  return app;
}

/** `from`: the link that was on the screen; where somebody else has reset it just now it has ended already, and theirs stands. */
async function resetLink(
  services: Services,
  id: BoardId,
  door: DoorRow,
  { role, from }: { readonly role: Role; readonly from: string | undefined },
): Promise<BoardRow> {
  const board = await services.store.readBoard(id);
  if (board === null) throw new Refusal('board-deleted');
  if (from !== undefined && boardLinks(services.secret, board).links[role] !== from) return board;
  return resetLinks(services, board, door, [role]);
}

interface LinkEnding {
  readonly role: Role;
  readonly ends: number | null;
  readonly from: number | null;
}

async function endLink(
  services: Services,
  board: BoardId,
  by: PersonId,
  { role, ends, from }: LinkEnding,
): Promise<void> {
  const door = await readDoor(services, board);
  // a link that is over lets nobody in, as one that was reset
  if (role === 'facilitator') ownerOnly(door.owner, by);
  if (door.ends[role] === ends) return;
  if (door.ends[role] !== from) throw new Refusal('end-moved');
  await services.store.updateDoor(board, { ends: { ...door.ends, [role]: ends } });
}
