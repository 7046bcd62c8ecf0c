/** What was taken away in a large piece, as facilitators are told of it: brought back, or put away. */
import { Hono } from 'hono';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Losses, LossSummary } from '#shared/wire/snapshots.ts';
import type { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { KeptLoss } from '#server/snapshots/storedLosses.ts';
import { counted, seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { snapshotOf } from './snapshotOf.ts';

const lossPath = '/api/boards/:id/losses';

/** `acts`: shared with what else reads a whole board. */
export function losses(services: Services, acts: SlidingWindow): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get(lossPath, seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const people = new Map((await services.store.listPeople(board.id)).map((person) => [person.id, person]));
    const nameOf = (id: PersonId): string | null => {
      const person = people.get(id);
      return person === undefined || person.removedAtMs !== null ? null : person.name;
    };
    const found = (await services.snapshots.losses(board.id)).map((loss) => lossOf(loss, nameOf));
    return c.json({ losses: found } satisfies Losses);
  });

  app.post(`${lossPath}/:snapshot`, seated(services, 'administer'), counted(acts), async (c) => {
    const { board } = c.var.seated;
    await services.snapshots.bringBack(board.id, snapshotOf(c));
    return c.body(null, 204);
  });

  app.delete(`${lossPath}/:snapshot`, seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    await services.snapshots.settleLoss(board.id, snapshotOf(c));
    return c.body(null, 204);
  });
  return app;
}

function lossOf(
  { snapshot, atMs, people, isKnown, counts }: KeptLoss,
  nameOf: (id: PersonId) => string | null,
): LossSummary {
  return { snapshot, at: atMs, people: people.map(nameOf), isKnown, counts };
}
