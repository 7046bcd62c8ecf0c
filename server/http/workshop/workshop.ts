/** The running workshop: what it is now, and commands to it. The role that counts is the one in the store. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { WorkshopRequest } from '#shared/wire/WorkshopCommand.ts';
import type { NotesNow, WorkshopAnswer, WorkshopNow } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { readBounded } from '#server/http/files/readBounded.ts';

export function session(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/session', seated(services, 'seat'), async (c) => {
    const { board } = c.var.seated;
    const found = await services.workshops.read(board.id);
    return c.json({ now: services.workshops.nowMs(), session: found } satisfies WorkshopNow);
  });

  // of facilitators only; that the agenda changed is told by its version
  app.get('/api/boards/:id/session/notes', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    return c.json((await services.workshops.readNotes(board.id)) satisfies NotesNow);
  });

  // an agenda or a list of locks is larger than other bodies, so this one is read here, for people with a seat only
  app.post('/api/boards/:id/session', seated(services, 'seat'), async (c) => {
    const { board, person } = c.var.seated;
    services.workshops.countTry(board.id, person.id);
    const request = readRequest(await readBounded(c.req.raw, services.limits.maxCommandBytes));
    const version = await services.workshops.perform(board.id, person.id, request);
    return c.json({ version } satisfies WorkshopAnswer);
  });

  return app;
}

function readRequest(bytes: Uint8Array): WorkshopRequest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal('invalid-body');
  }
  const request = v.safeParse(WorkshopRequest, json);
  if (!request.success) throw new Refusal('invalid-body');
  return request.output;
}
