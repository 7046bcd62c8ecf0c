/** Agendas that facilitators keep on a board. They hold notes, so nobody else gets anything of them. */
import { Hono } from 'hono';
import * as v from 'valibot';
import {
  AgendaId,
  maxSavedAgendas,
  NameAgenda,
  SaveAgenda,
  type SavedAgenda,
  type SavedAgendas,
  type WholeAgenda,
} from '#shared/wire/agendas.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { agendaFileVersion, agendaFormat, AgendaName, FileSteps } from '#shared/workshop/agendaFile.ts';
import { seated } from '#server/http/access.ts';
import type { HttpContext, HttpEnv, Services } from '#server/http/Services.ts';
import { readBounded } from '#server/http/files/readBounded.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

const all = '/api/boards/:id/agendas';
const one = `${all}/:agenda`;

/** As in a file. */
const Agenda = v.strictObject({
  format: v.literal(agendaFormat),
  version: v.literal(agendaFileVersion),
  name: AgendaName,
  steps: FileSteps,
});
const Kept = v.object({ version: v.number(), agenda: Agenda });
type Kept = v.InferOutput<typeof Kept>;

export function agendas(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { store, queue, workshops, limits } = services;

  const read = async (board: BoardId): Promise<ReadonlyMap<string, Kept>> => {
    const rows = await store.listAgendas(board);
    const found = rows.map(({ id, content }) => [id, understood(content)] as const);
    return new Map(found.flatMap(([id, kept]) => (kept === null ? [] : [[id, kept] as const])));
  };
  const change = (board: BoardId, id: string, from: number, make: (kept: Kept | undefined, count: number) => Kept) =>
    queue.take(board, async () => {
      const kept = await read(board);
      const before = kept.get(id);
      const next = make(before, kept.size);
      // the same request again: the answer was lost
      if (JSON.stringify(before) === JSON.stringify(next)) return;
      if ((before?.version ?? 0) !== from) throw new Refusal(from === 0 ? 'agenda-saved' : 'saved-agenda-moved');
      await store.writeAgenda(board, { id, content: JSON.stringify(next) });
    });

  app.get(all, seated(services, 'administer'), async (c) => {
    const kept = await read(c.var.seated.board.id);
    const list = [...kept].map(([id, { version, agenda }]) => summaryOf(id, version, agenda));
    return c.json({ agendas: list } satisfies SavedAgendas);
  });

  app.get(one, seated(services, 'administer'), async (c) => {
    const kept = (await read(c.var.seated.board.id)).get(agendaOf(c));
    if (kept === undefined) throw new Refusal('agenda-unknown');
    return c.json(kept satisfies WholeAgenda);
  });

  // larger than other bodies, so it is read here, for facilitators only
  app.put(one, seated(services, 'administer'), async (c) => {
    const { board, person } = c.var.seated;
    workshops.countTry(board.id, person.id);
    const { agenda, from } = readSave(await readBounded(c.req.raw, limits.maxCommandBytes));
    await change(board.id, agendaOf(c), from, (before, count) => {
      if (before === undefined && count >= maxSavedAgendas) throw new Refusal('too-many-agendas');
      return { version: from + 1, agenda };
    });
    return c.body(null, 204);
  });

  app.patch(one, jsonBody(NameAgenda), seated(services, 'administer'), async (c) => {
    const { board, person } = c.var.seated;
    workshops.countTry(board.id, person.id);
    const { from, name: written } = c.req.valid('json');
    const name = v.safeParse(AgendaName, written);
    if (!name.success) throw new Refusal('invalid-body');
    await change(board.id, agendaOf(c), from, (before) => {
      if (before === undefined) throw new Refusal('agenda-unknown');
      return { version: from + 1, agenda: { ...before.agenda, name: name.output } };
    });
    return c.body(null, 204);
  });

  // one that is gone already is gone
  app.delete(one, seated(services, 'administer'), async (c) => {
    const { board, person } = c.var.seated;
    workshops.countTry(board.id, person.id);
    const id = agendaOf(c);
    const from = Number(c.req.query('from'));
    await queue.take(board.id, async () => {
      const before = (await read(board.id)).get(id);
      if (before !== undefined && before.version !== from) throw new Refusal('saved-agenda-moved');
      await store.deleteAgenda(board.id, id);
    });
    return c.body(null, 204);
  });

  return app;
}

/** Null for what no version of ours wrote. */
function understood(content: string): Kept | null {
  try {
    const kept = v.safeParse(Kept, JSON.parse(content));
    return kept.success ? kept.output : null;
  } catch {
    return null;
  }
}

function summaryOf(id: string, version: number, { name, steps }: Kept['agenda']): SavedAgenda {
  return { id, name, version, steps: steps.length, minutes: steps.reduce((sum, step) => sum + step.minutes, 0) };
}

function agendaOf(c: HttpContext): string {
  const id = v.safeParse(AgendaId, c.req.param('agenda'));
  if (!id.success) throw new Refusal('agenda-unknown');
  return id.output;
}

function readSave(bytes: Uint8Array): { readonly agenda: Kept['agenda']; readonly from: number } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal('invalid-body');
  }
  const save = v.safeParse(v.strictObject({ ...SaveAgenda.entries, agenda: Agenda }), json);
  if (!save.success) throw new Refusal('invalid-body');
  return save.output;
}
