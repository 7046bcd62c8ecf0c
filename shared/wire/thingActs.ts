/** Who made and changed one thing of a board, over HTTP, for both sides. For facilitators. */
import * as v from 'valibot';
import { Role } from './roles.ts';

/** `restored` and `tookBack`: the server did it on a facilitator's command; `server`: it wrote it by itself. */
export const thingActKinds = ['made', 'changed', 'removed', 'restored', 'tookBack', 'server'] as const;

export const ThingAct = v.object({
  kind: v.picklist(thingActKinds),
  /** server milliseconds; acts of one minute stand as one after two minutes */
  at: v.number(),
  /** null = the server, or no longer known */
  name: v.nullable(v.string()),
  /** at that time; null = the server */
  role: v.nullable(Role),
  /** of `changed`; empty where the whole was */
  fields: v.array(v.string()),
});
export type ThingAct = v.InferOutput<typeof ThingAct>;

export const maxThingActs = 30;

/** GET /api/boards/:id/acts?key=<key>: newest first; `key` = `canvas/<id>` or `map/<collection>/<id>`. */
export const ThingActs = v.object({ acts: v.array(ThingAct) });
export type ThingActs = v.InferOutput<typeof ThingActs>;
