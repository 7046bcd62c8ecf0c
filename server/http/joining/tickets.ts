/** A ticket for one socket, in exchange for a seat. */
import { Hono } from 'hono';
import type { Ticket } from '#shared/wire/http.ts';
import { admitDevice } from './keptOut.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { noteSeen } from './giveSeat.ts';

export function tickets(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.post('/api/boards/:id/tickets', seated(services, 'seat'), async (c) => {
    const { board, person, seat } = c.var.seated;
    await admitDevice(services, c, board.id);
    await noteSeen(services, seat);
    return c.json({ ticket: services.door.ticketFor({ person, seat }) } satisfies Ticket, 201);
  });

  return app;
}
