/** Puts the others' presence into the store, where tldraw draws cursors, selections and the frame of whom one follows. */
import {
  InstancePresenceRecordType,
  type TLInstancePresence,
  type TLPageId,
  type TLShapeId,
  type TLStore,
} from '@tldraw/tldraw';
import { same } from '#shared/board/same.ts';
import type { Presence } from '#shared/wire/presence.ts';

/** How tldraw calls a person. */
export const userIdOf = (person: string): string => `user:${person}`;

/** Makes the store's presence records those of `others`; connections that are gone go. */
export function showPresence(store: TLStore, others: ReadonlyMap<number, Presence>, now: number): void {
  const put: TLInstancePresence[] = [];
  const wanted = new Set<string>();
  for (const [connection, presence] of others) {
    const record = recordOf(store, connection, presence, now);
    if (!record) continue;
    wanted.add(record.id);
    const before = store.get(record.id);
    // The time of the last activity decides which tab of a person counts; it moves only when something else does.
    if (!before || !same({ ...before, lastActivityTimestamp: null }, { ...record, lastActivityTimestamp: null }))
      put.push(record);
  }
  const gone = store.query
    .records('instance_presence')
    .get()
    .filter((record) => !wanted.has(record.id));
  if (put.length === 0 && gone.length === 0) return;
  store.mergeRemoteChanges(() => {
    store.put(put);
    store.remove(gone.map((record) => record.id));
  });
}

function recordOf(store: TLStore, connection: number, presence: Presence, now: number): TLInstancePresence | null {
  const { person, page, cursor, camera, selection, following, away } = presence;
  // Until a connection has said on which page it is there is nothing to draw.
  if (!person || page === undefined || !page.startsWith('page:')) return null;
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(String(connection)),
    userId: userIdOf(person.id),
    userName: person.role === 'facilitator' ? `★ ${person.name}` : person.name,
    color: person.color,
    currentPageId: page as TLPageId,
    cursor: cursor && !away ? { x: cursor.x, y: cursor.y, type: 'default', rotation: 0 } : null,
    camera: camera ? { x: -camera.x, y: -camera.y, z: camera.z } : null,
    screenBounds: camera ? { x: 0, y: 0, w: camera.w, h: camera.h } : null,
    selectedShapeIds: (selection ?? []).filter(
      (id): id is TLShapeId => id.startsWith('shape:') && store.has(id as TLShapeId),
    ),
    followingUserId: following ? userIdOf(following) : null,
    lastActivityTimestamp: now,
    meta: { away: away ?? false },
  });
}
