/** The devices of the one who asks: each has a seat of its own, and can be ended from another one. */
import { Hono } from 'hono';
import type { Devices, ReturnLink } from '#shared/wire/devices.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Seated } from '#server/door/Doorkeeper.ts';
import { deviceIdOf } from '#server/door/secrets/seatHash.ts';
import type { SeatRow } from '#server/store/DoorStore.ts';
import { newReturnLink } from './comeBack.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';

export function devices(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/devices', seated(services, 'seat'), async (c) => {
    const { board, person, seat } = c.var.seated;
    const all = (await services.store.listSeats(board.id, person.id)).filter(({ endedAtMs }) => endedAtMs === null);
    const shown = all.map((one) => ({
      id: deviceIdOf(one),
      kind: one.device,
      madeAt: one.madeAtMs,
      seenAt: one.seenAtMs,
      isThis: one.hash === seat.hash,
    }));
    return c.json({ devices: shown.toReversed() } satisfies Devices);
  });

  app.delete('/api/boards/:id/devices/:device', seated(services, 'seat'), async (c) => {
    const me = c.var.seated;
    const id = c.req.param('device');
    if (id === deviceIdOf(me.seat)) throw new Refusal('device-here');
    return c.json(await endDevices(services, me, (one) => deviceIdOf(one) === id));
  });

  app.delete('/api/boards/:id/devices', seated(services, 'seat'), async (c) => {
    const me = c.var.seated;
    return c.json(await endDevices(services, me, ({ hash }) => hash !== me.seat.hash));
  });

  return app;
}

/** The return link is new from the same moment on: each device could show it. */
async function endDevices(
  services: Services,
  { board, person }: Seated,
  isMeant: (seat: SeatRow) => boolean,
): Promise<ReturnLink> {
  const { ended, link } = await services.queue.take(board.id, async () => {
    const seats = await services.store.listSeats(board.id, person.id);
    const meant = seats.filter((seat) => seat.endedAtMs === null && isMeant(seat));
    if (meant.length === 0) throw new Refusal('device-unknown');
    const endedAtMs = services.nowMs();
    const ends = meant.map(({ hash }) => services.store.updateSeat(board.id, hash, { endedAtMs }));
    const [fresh] = await Promise.all([newReturnLink(services, person), ...ends]);
    return { ended: meant, link: fresh };
  });
  for (const seat of ended) services.relay.endDevice(board.id, person.id, deviceIdOf(seat));
  return { link };
}
