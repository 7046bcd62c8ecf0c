/** Private ideas, votes and pulses. Nothing of what people write here goes into a path, a log line or the document. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { isDay } from '#shared/kinds/fields.ts';
import {
  Abstention,
  DotChange,
  EndActivity,
  IdeaId,
  IdeaVersion,
  OpenActivity,
  PulseAnswer,
  sealedLimits,
  type SealedMine,
  type SealedState,
  WriteIdea,
} from '#shared/wire/SealedRequest.ts';
import { ActivityId } from '#shared/wire/SealedActivity.ts';
import { isBlank, severalLines } from '#shared/text/unseen.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { counted, seated } from '#server/http/access.ts';
import type { Services, HttpContext, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

const all = '/api/boards/:id/rounds';
const one = `${all}/:round`;

const dayMs = 24 * 60 * 60 * 1_000;

export function sealed(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { nowMs, stoodStillMs, limits } = services;
  const sent = new SlidingWindow({ limit: limits.sealedPerMinute, windowMs: 60_000, nowMs, stoodStillMs });

  app.get(all, seated(services, 'seat'), async (c) => {
    const { board, person } = c.var.seated;
    return c.json((await services.sealed.state(board.id, person.id)) satisfies SealedState);
  });

  app.post(all, jsonBody(OpenActivity), seated(services, 'administer'), counted(sent), async (c) => {
    const { board, person } = c.var.seated;
    await services.sealed.open(board.id, person.id, c.req.valid('json'));
    return c.body(null, 204);
  });

  app.put(`${one}/ideas/:idea`, jsonBody(WriteIdea), seated(services, 'edit'), counted(sent), async (c) => {
    const { board, person } = c.var.seated;
    const asked = c.req.valid('json');
    const idea = { ...asked, id: ideaOf(c), text: ideaText(asked.text) };
    return c.json((await services.sealed.writeIdea(board.id, person.id, activityOf(c), idea)) satisfies SealedMine);
  });

  app.delete(`${one}/ideas/:idea`, seated(services, 'edit'), counted(sent), async (c) => {
    const { board, person } = c.var.seated;
    const mine = await services.sealed.removeIdea(board.id, person.id, activityOf(c), ideaOf(c), versionOf(c));
    return c.json(mine satisfies SealedMine);
  });

  app.put(`${one}/ballot`, jsonBody(DotChange), seated(services, 'edit'), counted(sent), async (c) => {
    const { board, person } = c.var.seated;
    const mine = await services.sealed.changeDots(board.id, person.id, activityOf(c), c.req.valid('json'));
    return c.json(mine satisfies SealedMine);
  });

  app.put(`${one}/abstention`, jsonBody(Abstention), seated(services, 'administer'), counted(sent), async (c) => {
    const { board, person } = c.var.seated;
    const mine = await services.sealed.abstain(board.id, person.id, activityOf(c), c.req.valid('json').abstain);
    return c.json(mine satisfies SealedMine);
  });

  app.put(`${one}/answer`, jsonBody(PulseAnswer), seated(services, 'edit'), counted(sent), async (c) => {
    const { board, person } = c.var.seated;
    const mine = await services.sealed.answer(board.id, person.id, activityOf(c), c.req.valid('json').answers);
    return c.json(mine satisfies SealedMine);
  });

  app.put(`${one}/end`, jsonBody(EndActivity), seated(services, 'administer'), counted(sent), async (c) => {
    const { board } = c.var.seated;
    const asked = c.req.valid('json');
    await services.sealed.end(board.id, activityOf(c), asked, dayOf(asked.day, nowMs()));
    return c.body(null, 204);
  });

  return app;
}

function activityOf(c: HttpContext): string {
  const activity = v.safeParse(ActivityId, c.req.param('round'));
  if (!activity.success) throw new Refusal('round-unknown');
  return activity.output;
}

function ideaOf(c: HttpContext): string {
  const idea = v.safeParse(IdeaId, c.req.param('idea'));
  if (!idea.success) throw new Refusal('invalid-body');
  return idea.output;
}

/** Of the idea as it was read. */
function versionOf(c: HttpContext): number {
  const version = v.safeParse(IdeaVersion, Number(c.req.query('from')));
  if (!version.success) throw new Refusal('invalid-body');
  return version.output;
}

/** Of what is nothing but blank none is made. */
function ideaText(written: string): string {
  const text = severalLines(written);
  if (isBlank(text)) throw new Refusal('invalid-body');
  if (text.length > sealedLimits.maxIdeaLength) throw new Refusal('idea-too-long');
  return text;
}

/** The day where the workshop is, as the facilitator's device says it; nobody dates a result far away. */
function dayOf(asked: string | undefined, nowMs: number): string {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const isNear = asked !== undefined && isDay(asked) && Math.abs(Date.parse(asked) - Date.parse(today)) <= dayMs;
  return isNear ? asked : today;
}
