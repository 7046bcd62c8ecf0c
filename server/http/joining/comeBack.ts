/** Coming back by a return link on a device that has no seat of this person, and the link itself. */
import { Hono } from 'hono';
import { ComeBack, type ReturnLink } from '#shared/wire/devices.ts';
import type { Joined, Seat } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { returnPath } from '#server/door/secrets/returnSecret.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { bearer } from '#server/http/bearer.ts';
import { lets, seated } from '#server/http/access.ts';
import type { Services, HttpContext, HttpEnv } from '#server/http/Services.ts';
import { giveSeat } from './giveSeat.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { admitDevice, noteDevice } from './keptOut.ts';

export function comeBack(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const brought = async (c: HttpContext) => {
    const id = c.req.param('id') ?? '';
    const { board, person } = await services.door.byReturn(id, bearer(c), c.var.address);
    const device = await admitDevice(services, c, board.id);
    const isOwner = (await services.store.readDoor(board.id)).owner === person.id;
    const { name, color, role } = person;
    return { board, device, seat: { person: { id: person.id, name, color, role }, role, isOwner } };
  };

  app.get('/api/boards/:id/return', lets('return'), async (c) => {
    const { board, seat } = await brought(c);
    return c.json({ ...seat, title: board.title } satisfies Seat);
  });

  app.post('/api/boards/:id/return', jsonBody(ComeBack), lets('return'), async (c) => {
    const wish = c.req.valid('json');
    const { board, device, seat } = await brought(c);
    const given = await services.queue.take(board.id, async () => {
      // the link may have ended while this waited
      const { person } = await services.door.byReturn(board.id, bearer(c), c.var.address);
      return giveSeat(services, person, wish.device);
    });
    // who was on a device that has no seat any more gets no new ticket there
    if (given.hasEnded) services.relay.checkAgain(board.id, seat.person.id);
    await noteDevice(services, board.id, seat.person.id, device);
    return c.json({ ...seat, seat: given.seat } satisfies Joined, 201);
  });

  app.get('/api/boards/:id/return-link', seated(services, 'seat'), async (c) => {
    const { person } = c.var.seated;
    return c.json({ link: returnPath(services.secret, person) } satisfies ReturnLink);
  });

  app.post('/api/boards/:id/return-link/reset', seated(services, 'seat'), async (c) => {
    const { board, person } = c.var.seated;
    const link = await services.queue.take(board.id, () => newReturnLink(services, person));
    return c.json({ link } satisfies ReturnLink);
  });

  return app;
}

/** In turn per board. Every earlier one ends, also a seat that brings back on other devices. */
export async function newReturnLink(
  services: Services,
  { board, id }: Pick<PersonRow, 'board' | 'id'>,
): Promise<string> {
  const [person, seats] = await Promise.all([
    services.store.readPerson(board, id),
    services.store.listSeats(board, id),
  ]);
  if (person === null || person.removedAtMs !== null) throw new Refusal('removed');
  const now = { ...person, returnGeneration: person.returnGeneration + 1 };
  await Promise.all([
    services.store.updatePerson(board, id, { returnGeneration: now.returnGeneration }),
    ...seats
      .filter(({ isReturn }) => isReturn)
      .map(({ hash }) => services.store.updateSeat(board, hash, { isReturn: false })),
  ]);
  return returnPath(services.secret, now);
}
