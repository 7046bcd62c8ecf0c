/** What of a board could not be read from the disk: facilitators see it and decide how it goes on (STORE-20). */
import { Hono } from 'hono';
import { DecideDamage, storedParts, type BoardDamage } from '#shared/wire/damage.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { mendDoor } from '#server/http/joining/doorNow.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

const path = '/api/boards/:id/damage';

export function damage(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get(path, seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const rows = await services.store.listSetAside(board.id);
    const isLost = rows.some(({ part }) => part === 'document');
    const [newest] = isLost ? await services.snapshots.list(board.id) : [];
    return c.json({
      parts: storedParts
        .map((part) => ({ part, count: rows.filter((row) => row.part === part).length }))
        .filter(({ count }) => count > 0),
      foundAt: rows[0]?.atMs ?? null,
      isLost,
      snapshot: newest === undefined ? null : { id: newest.id, takenAt: newest.takenAtMs },
    } satisfies BoardDamage);
  });

  app.post(path, jsonBody(DecideDamage), seated(services, 'administer'), async (c) => {
    const { board, person } = c.var.seated;
    const decision = c.req.valid('json');
    const snapshots = decision.do === 'bringBack' ? await services.snapshots.list(board.id) : [];
    const snapshot = snapshots.find(({ id }) => 'snapshot' in decision && id === decision.snapshot);
    if (decision.do === 'bringBack' && snapshot === undefined) throw new Refusal('snapshot-unknown');
    // what came after the snapshot first, so that it stays where both have something
    await services.relay.goOn(board.id);
    if (snapshot !== undefined) await services.snapshots.bringBackMissing(board.id, snapshot.id, person.role);
    await services.queue.take(board.id, async () => {
      await mendDoor(services, board.id);
      await services.store.decideDamage(board.id);
    });
    services.relay.tell(board.id, { type: 'damage' }, { role: 'facilitator' });
    return c.body(null, 204);
  });

  return app;
}
