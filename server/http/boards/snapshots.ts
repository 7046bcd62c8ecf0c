/** Snapshots: facilitators make, name, restore and delete them; everybody with a seat may look at them (SNAP-6). */
import { Hono } from 'hono';
import { documentOf } from '#shared/board/content.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { NameSnapshot, SnapshotBoard, TakeSnapshot } from '#shared/wire/snapshots.ts';
import type { Restored, Snapshots, SnapshotSummary } from '#shared/wire/snapshots.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';
import { imagesOf } from '#server/snapshots/imagesOf.ts';
import { boardLinks } from '#server/http/joining/boardLinks.ts';
import { losses } from './losses.ts';
import { snapshotOf } from './snapshotOf.ts';
import { checkCreateSecret, startBoard } from './startBoard.ts';
import { counted, seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

const path = '/api/boards/:id/snapshots';

export function snapshots(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  /** Each reads a whole board, so a script cannot keep the server busy with them. */
  const { nowMs, stoodStillMs } = services;
  const acts = new SlidingWindow({
    limit: services.limits.snapshotActsPerMinute,
    windowMs: 60_000,
    nowMs,
    stoodStillMs,
  });

  app.get(path, seated(services, 'seat'), async (c) => {
    const { board } = c.var.seated;
    const rows = await services.snapshots.list(board.id);
    return c.json({ snapshots: rows.map(summaryOf) } satisfies Snapshots);
  });

  app.post(path, jsonBody(TakeSnapshot), seated(services, 'edit'), counted(acts), async (c) => {
    const wish = c.req.valid('json');
    const { board, person } = c.var.seated;
    // whoever may import may also keep what was there before
    if (wish.reason !== 'import' && !mayDo(person.role, 'administer')) throw new Refusal('role-refused');
    const name = wish.reason === 'person' ? wish.name : null;
    const take = () => services.snapshots.take(board.id, { reason: wish.reason, name, byRole: person.role });
    // What it will take is known afterwards; its board has a sum of its own.
    const row = await services.uploads.take(c.var.address, 0, take);
    return c.json(summaryOf(row), 201);
  });

  /** A Yjs update (V1): the snapshot as a document of its own, to look around in. */
  app.get(`${path}/:snapshot/document`, seated(services, 'seat'), counted(acts), async (c) => {
    const { board } = c.var.seated;
    const { content } = await services.snapshots.read(board.id, snapshotOf(c));
    return c.body(Uint8Array.from(documentOf(content)), 200, { 'Content-Type': 'application/octet-stream' });
  });

  app.patch(`${path}/:snapshot`, jsonBody(NameSnapshot), seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const { name, from } = c.req.valid('json');
    await services.snapshots.name(board.id, snapshotOf(c), name, from);
    return c.body(null, 204);
  });

  app.delete(`${path}/:snapshot`, seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    await services.snapshots.delete(board.id, snapshotOf(c));
    return c.body(null, 204);
  });

  app.post(`${path}/:snapshot/restore`, seated(services, 'administer'), counted(acts), async (c) => {
    const { board, person } = c.var.seated;
    const before = await services.snapshots.restore(board.id, snapshotOf(c), person.role);
    return c.json({ before: before.id } satisfies Restored);
  });

  app.post(
    `${path}/:snapshot/board`,
    jsonBody(SnapshotBoard),
    seated(services, 'administer'),
    counted(acts),
    async (c) => {
      const { board } = c.var.seated;
      const { title, createSecret = '' } = c.req.valid('json');
      checkCreateSecret(services, createSecret, c.var.address);
      const started = await startBoard(services, c.var.address, async () => {
        const { content } = await services.snapshots.read(board.id, snapshotOf(c));
        const found = await Promise.all(imagesOf(content).map((id) => services.store.readAsset(board.id, id)));
        return { title, first: documentOf(content), assets: found.filter((asset) => asset !== null) };
      });
      return c.json({ id: started.id, ...boardLinks(services.secret, started) } satisfies BoardCreated, 201);
    },
  );

  app.route('/', losses(services, acts));
  return app;
}

function summaryOf({ id, name, reason, detail, byRole, takenAtMs, counts, picture }: SnapshotRow): SnapshotSummary {
  // what stands beside a moment of the timed history is the server's own
  const shown = reason === 'time' ? null : detail;
  return { id, name, reason, detail: shown, byRole, takenAt: takenAtMs, counts, picture };
}
