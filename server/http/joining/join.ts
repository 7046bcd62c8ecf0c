/** The join page, joining, and coming back with a seat. */
import { Hono } from 'hono';
import { Join } from '#shared/wire/http.ts';
import type { DeviceKind } from '#shared/wire/devices.ts';
import type { Door, Joined, Seat } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Role } from '#shared/wire/roles.ts';
import { placesFor } from '#shared/wire/placesFor.ts';
import { personColor } from '#server/door/personColor.ts';
import { newPersonId } from '#server/door/secrets/randomText.ts';
import { toldApart } from '#server/door/toldApart.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { bearer } from '#server/http/bearer.ts';
import { lets, seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { newSeatOf, noteSeen } from './giveSeat.ts';
import { jsonBody } from '#server/http/jsonBody.ts';
import { admitDevice, noteDevice } from './keptOut.ts';
import { admitLink } from './linksNow.ts';
import { organizationNames } from './organizationNames.ts';
import { seatOrganization } from './seatOrganization.ts';

export function join(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const namesOn = organizationNames(services);
  const { nowMs, stoodStillMs } = services;
  const limit = services.limits.joinsPerAddressPerMinute;
  const joins = new SlidingWindow({ limit, windowMs: 60_000, nowMs, stoodStillMs });

  app.get('/api/boards/:id/door', lets('key'), async (c) => {
    const { board, role } = await services.door.byKey(c.req.param('id'), bearer(c), c.var.address);
    await admitDevice(services, c, board.id);
    await admitLink(services, board.id, role);
    const { retentionDays } = services.environment;
    const organizations = [...(await namesOn(board.id))];
    return c.json({ id: board.id, title: board.title, role, retentionDays, organizations } satisfies Door);
  });

  app.post('/api/boards/:id/join', jsonBody(Join), lets('key'), async (c) => {
    const wish = c.req.valid('json');
    const { board, role } = await services.door.byKey(c.req.param('id'), wish.key, c.var.address);
    if (joins.isFull(c.var.address)) throw new Refusal('too-fast');
    joins.add(c.var.address);
    const person = await services.queue.take(board.id, async () => {
      const device = await admitDevice(services, c, board.id);
      const { owner } = await admitLink(services, board.id, role);
      const isOwner = role === 'facilitator' && owner === null;
      return { ...(await addPerson(services, { board, role, wish, device, isOwner })), isOwner };
    });
    await seatOrganization(services, board.id, person);
    const { id, name, color, isOwner, seat } = person;
    return c.json({ seat, person: { id, name, color, role }, role, isOwner } satisfies Joined, 201);
  });

  app.get('/api/boards/:id/seat', seated(services, 'seat'), async (c) => {
    const { board, person, seat } = c.var.seated;
    await noteSeen(services, seat);
    await noteDevice(services, board.id, person.id, await admitDevice(services, c, board.id));
    const { id, name, color, role } = person;
    const isOwner = (await services.store.readDoor(board.id)).owner === id;
    return c.json({ person: { id, name, color, role }, role, title: board.title, isOwner } satisfies Seat);
  });

  return app;
}

interface Wish {
  readonly name: string;
  readonly organization?: string | undefined;
  readonly kind?: string | undefined;
  readonly device?: DeviceKind | undefined;
}

interface Newcomer {
  readonly board: BoardRow;
  readonly role: Role;
  readonly wish: Wish;
  readonly device: string | null;
  /** the first facilitator of a board that belongs to nobody */
  readonly isOwner: boolean;
}

/** In turn per board, so that two who join at once get different colors and the last place is given once. */
async function addPerson(
  services: Services,
  { board, role, wish, device, isOwner }: Newcomer,
): Promise<PersonRow & { readonly seat: string }> {
  const people = (await services.store.listPeople(board.id)).filter(({ removedAtMs }) => removedAtMs === null);
  if (people.length >= placesFor(role, services.limits.maxPeoplePerBoard)) throw new Refusal('board-full');
  const id = newPersonId();
  const person: PersonRow = {
    id,
    board: board.id,
    name: toldApart(
      wish.name,
      people.map(({ name }) => name),
    ),
    color: personColor(
      people.map(({ color }) => color),
      services.random(),
    ),
    role,
    organization: wish.organization === undefined ? null : wish.organization,
    kind: wish.kind ?? null,
    returnGeneration: 1,
    joinedAtMs: services.nowMs(),
    removedAtMs: null,
  };
  const { seat, row } = newSeatOf(services, person, wish.device);
  await Promise.all([
    services.store.addPerson(person, row),
    device === null ? null : services.store.addDevice(board.id, id, device),
    isOwner ? services.store.updateDoor(board.id, { owner: id }) : null,
  ]);
  return { ...person, seat };
}
