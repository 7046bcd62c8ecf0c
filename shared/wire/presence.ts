/**
 * The state that one connection shows the others (awareness, never stored). The client fills everything but `person`,
 * which the server writes from the ticket: a name, color or role sent by a client has no effect.
 */
import * as v from 'valibot';
import { Person } from './messages.ts';

const finite = v.pipe(v.number(), v.finite());

export const Presence = v.object({
  person: v.optional(Person),
  /** Canvas coordinates; null while the pointer is elsewhere. */
  cursor: v.optional(v.nullable(v.object({ x: finite, y: finite }))),
  /** tldraw page id. */
  page: v.optional(v.string()),
  /** Ids of selected records. */
  selection: v.optional(v.array(v.string())),
  /** Camera: x, y in canvas coordinates of the screen's corner, z = zoom; for following. */
  camera: v.optional(v.object({ x: finite, y: finite, z: finite, w: finite, h: finite })),
  /** Person id that this one follows. */
  following: v.optional(v.nullable(v.string())),
  /** True while the tab is hidden. */
  away: v.optional(v.boolean()),
});
export type Presence = v.InferOutput<typeof Presence>;
