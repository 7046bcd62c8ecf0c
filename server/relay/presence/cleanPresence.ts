/**
 * The state that others see of a connection: the fields of `shared/wire/presence.ts` as far as they are valid, and the
 * person from the ticket. Written by hand because it runs for every cursor move.
 */
import type { Person } from '#shared/wire/messages.ts';
import type { Presence } from '#shared/wire/presence.ts';

type Fields = Readonly<Record<string, unknown>>;
type Shown = { -readonly [K in keyof Presence]: Presence[K] } & { user?: { name: string; color: string } };

const maxIdLength = 128;
const maxSelection = 200;

/** null: the connection shows nothing of itself. undefined: what it sent cannot be read. */
export function cleanPresence(json: Uint8Array, person: Person): Shown | null | undefined {
  let state: unknown;
  try {
    state = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString('utf8'));
  } catch {
    return undefined;
  }
  if (state === null) return null;
  if (!isFields(state)) return undefined;
  const shown: Shown = { person };
  const { cursor, page, selection, camera, following, away, user } = state;
  if (cursor === null) shown.cursor = null;
  else if (isFields(cursor) && isPlace(cursor['x']) && isPlace(cursor['y']))
    shown.cursor = { x: cursor['x'], y: cursor['y'] };
  if (isId(page)) shown.page = page;
  if (Array.isArray(selection)) shown.selection = selection.slice(0, maxSelection).filter(isId);
  if (isFields(camera)) {
    const { x, y, z, w, h } = camera;
    if (isPlace(x) && isPlace(y) && isPlace(z) && isPlace(w) && isPlace(h)) shown.camera = { x, y, z, w, h };
  }
  if (following === null || isId(following)) shown.following = following;
  if (typeof away === 'boolean') shown.away = away;
  // the convention of other editors' cursors; only for clients that speak it, since every byte here is sent to everybody
  if (user !== undefined) shown.user = { name: person.name, color: person.color };
  return shown;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 1e9;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxIdLength;
}
