/** Who changed what (facilitators): one thing's makers, and what one person did, with taking it back. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { PersonId, type BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import {
  maxStays,
  sinces,
  TakeBackActs,
  type ActsPreview,
  type Since,
  type TookBackActs,
} from '#shared/wire/takeBack.ts';
import { maxThingActs, type ThingActs } from '#shared/wire/thingActs.ts';
import { sinceWhich } from '#shared/compare/sinceWhich.ts';
import { actsOn } from '#server/acts/actsOn.ts';
import type { TakeBackReport } from '#server/snapshots/takeBack/takenBack.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { counted, seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

const path = '/api/boards/:id/people/:person/acts';
const minuteMs = 60_000;

export function acts(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { nowMs, stoodStillMs } = services;
  /** Each reads a whole board, as snapshots do. */
  const tries = new SlidingWindow({
    limit: services.limits.snapshotActsPerMinute,
    windowMs: minuteMs,
    nowMs,
    stoodStillMs,
  });

  app.get('/api/boards/:id/acts', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const found = actsOn(await services.acts.read(board.id), c.req.query('key') ?? '', maxThingActs);
    const people = new Map((await services.store.listPeople(board.id)).map(({ id, name }) => [id, name]));
    const named = found.map(({ person, ...act }) => ({ ...act, name: (person && people.get(person)) ?? null }));
    return c.json({ acts: named } satisfies ThingActs);
  });

  app.get(path, seated(services, 'administer'), counted(tries), async (c) => {
    const { board } = c.var.seated;
    const whose = await personOf(services, board.id, c.req.param('person'));
    const since = await sinceMs(services, board.id, sinces.find((one) => one === c.req.query('since')) ?? 'all');
    const report = await services.takingBack.preview(board.id, { person: whose.id, sinceMs: since });
    return c.json({ since, ...told(report) } satisfies ActsPreview);
  });

  app.post(path, jsonBody(TakeBackActs), seated(services, 'administer'), counted(tries), async (c) => {
    const { board, person } = c.var.seated;
    const whose = await personOf(services, board.id, c.req.param('person'));
    const who = { person: whose.id, sinceMs: c.req.valid('json').since };
    const { before, report } = await services.takingBack.takeBack(board.id, who, person.role);
    return c.json({ before: before.id, ...told(report) } satisfies TookBackActs);
  });

  return app;
}

/** Also somebody who was removed. */
async function personOf(services: Services, board: BoardId, id: string): Promise<PersonRow> {
  const parsed = v.safeParse(PersonId, id);
  const person = parsed.success ? await services.store.readPerson(board, parsed.output) : null;
  if (person === null) throw new Refusal('person-unknown');
  return person;
}

/** The start of the last workshop; all that is known where there was none. */
async function sinceMs(services: Services, board: BoardId, since: Since): Promise<number> {
  const now = Math.floor(services.nowMs());
  if (since === 'tenMinutes') return now - 10 * minuteMs;
  if (since === 'hour') return now - 60 * minuteMs;
  if (since === 'all') return 0;
  const starts = (await services.snapshots.list(board)).filter(({ reason }) => reason === 'start');
  return sinceWhich(starts)?.takenAtMs ?? 0;
}

function told({ stays, ...counts }: TakeBackReport) {
  return { ...counts, stays: stays.slice(0, maxStays), more: Math.max(0, stays.length - maxStays) };
}
