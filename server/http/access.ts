/**
 * Who gets in at an address. Every route begins with one of these, and a test asks each for its own: who the caller is stands in
 * `c.var.seated`, which only a route that asked for a seat has.
 */
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Right } from '#shared/wire/roles.ts';
import type { Seated } from '#server/door/Doorkeeper.ts';
import type { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { bearer } from './bearer.ts';
import { ownerNow, ownerOnly } from './joining/doorNow.ts';
import type { HttpEnv, Services } from './Services.ts';

/** The least that lets somebody in; each has all that stands before it. */
export const accesses = ['open', 'key', 'return', 'seat', 'edit', 'administer', 'owner'] as const;
export type Access = (typeof accesses)[number];

type SeatedEnv = HttpEnv & { Variables: HttpEnv['Variables'] & { readonly seated: Seated } };

const declared = new WeakMap<object, Access>();

/** What a handler of a route asks for; null where it is none of these. */
export function accessOf(handler: object): Access | null {
  return declared.get(handler) ?? null;
}

/** Lets in people with a seat on the board of the address, and with `right`, where that is one. */
export function seated(
  { door, store }: Pick<Services, 'door' | 'store'>,
  access: 'seat' | Right | 'owner',
): MiddlewareHandler<SeatedEnv> {
  const right = access === 'seat' ? undefined : access === 'owner' ? 'administer' : access;
  return declare(access, async (c, next) => {
    const found = await door.bySeat(c.req.param('id') ?? '', bearer(c), c.var.address, right);
    // what hands the board over is looked at again in its turn
    if (access === 'owner') ownerOnly(await ownerNow({ store }, found.board.id), found.person.id);
    c.set('seated', found);
    await next();
  });
}

/** Of so many tries of one person this is one; above the limit it is `too-fast`. Stands behind `seated`. */
export function counted(tries: SlidingWindow): MiddlewareHandler<SeatedEnv> {
  return async (c, next) => {
    const { id } = c.var.seated.person;
    if (tries.isFull(id)) throw new Refusal('too-fast');
    tries.add(id);
    await next();
  };
}

/** Lets in everybody, or whoever brings what the route itself looks at: the key of a link, or of a return link. */
export function lets(access: 'open' | 'key' | 'return'): MiddlewareHandler<HttpEnv> {
  return declare(access, (_, next) => next());
}

function declare<E extends HttpEnv>(access: Access, handler: MiddlewareHandler<E>): MiddlewareHandler<E> {
  declared.set(handler, access);
  return handler;
}
