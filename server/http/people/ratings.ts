/** Influence and stake of organizations (facilitators); never in the document, which everybody has (RATE-2). */
import { Hono } from 'hono';
import * as v from 'valibot';
import { Id } from '#shared/kinds/fields.ts';
import { isUnrated, type Rating } from '#shared/map/ratings.ts';
import { RateOrganization } from '#shared/wire/http.ts';
import type { BoardRatings } from '#shared/wire/http.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';
import { jsonBody } from '#server/http/jsonBody.ts';

/** More than any board has organizations; so that a script cannot fill the disk. */
const maxRatings = 5_000;

const unrated: Rating = { influence: null, stake: null };

export function ratings(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/ratings', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    const found = await services.store.readRatings(board.id);
    return c.json({ ratings: Object.fromEntries(found) } satisfies BoardRatings);
  });

  app.put(
    '/api/boards/:id/ratings/:organization',
    jsonBody(RateOrganization),
    seated(services, 'administer'),
    async (c) => {
      const { board } = c.var.seated;
      const organization = v.safeParse(Id, c.req.param('organization'));
      if (!organization.success) throw new Refusal('invalid-body');
      const { from, ...asked } = c.req.valid('json');
      await services.queue.take(board.id, async () => {
        const found = await services.store.readRatings(board.id);
        const held = found.get(organization.output);
        const rating = from === undefined ? asked : changedRating(held ?? unrated, from, asked);
        const isRemoval = isUnrated(rating);
        if (!isRemoval && held === undefined && found.size >= maxRatings) throw new Refusal('too-large');
        await services.store.writeRating(board.id, organization.output, isRemoval ? null : rating);
      });
      tellFacilitators(services, board.id);
      return c.body(null, 204);
    },
  );

  app.delete('/api/boards/:id/ratings', seated(services, 'administer'), async (c) => {
    const { board } = c.var.seated;
    await services.store.deleteRatings(board.id);
    tellFacilitators(services, board.id);
    return c.body(null, 204);
  });

  return app;
}

/** That somebody rated is itself for facilitators only; the numbers stay out of the message. */
function tellFacilitators({ relay }: Services, board: BoardId): void {
  relay.tell(board, { type: 'ratings' }, { role: 'facilitator' });
}

/** Of the two numbers the one that was changed on the screen; the other one stays as somebody else may have put it. */
function changedRating(held: Rating, from: Rating, to: Rating): Rating {
  const part = (name: keyof Rating): number | null => {
    if (from[name] === to[name] || held[name] === to[name]) return held[name];
    if (held[name] !== from[name]) throw new Refusal('rating-moved');
    return to[name];
  };
  return { influence: part('influence'), stake: part('stake') };
}
