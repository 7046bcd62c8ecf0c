/** Who may come in, and whose the board is, as far as the disk tells: what cannot be read lets nobody in, and is nobody's. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { type DoorRow, openDoor } from '#server/store/DoorStore.ts';
import type { Services } from '#server/http/Services.ts';

/** null: nobody's yet. `unknown`: it could not be read. */
export type OwnerNow = PersonId | null | 'unknown';

type Ports = Pick<Services, 'store' | 'relay'>;

/** For what rests on it; refused while it is damaged, of which facilitators hear. */
export async function readDoor({ store, relay }: Ports, board: BoardId): Promise<DoorRow> {
  const [door, isDamaged] = await Promise.all([store.readDoor(board), store.isDoorDamaged(board)]);
  if (!isDamaged) return door;
  const before = await store.listSetAside(board);
  const now = await store.checkBoard(board);
  if (now.length > before.length) relay.tell(board, { type: 'damage' }, { role: 'facilitator' });
  throw new Refusal('door-damaged');
}

export async function ownerNow({ store }: Pick<Ports, 'store'>, board: BoardId): Promise<OwnerNow> {
  const [{ owner }, isDamaged] = await Promise.all([store.readDoor(board), store.isDoorDamaged(board)]);
  // a mark or a device that cannot be read says nothing about the owner
  return isDamaged && owner === null ? 'unknown' : owner;
}

/** Throws where the board is somebody else's, or nobody can say whose. */
export function ownerOnly(owner: OwnerNow, by: PersonId): void {
  if (owner === 'unknown') throw new Refusal('door-damaged');
  if (owner !== null && by !== owner) throw new Refusal('owner-only');
}

/**
 * A facilitator decided to go on: the table is closed until one opens it, since who was kept out or which link had ended may be
 * forgotten; where the owner is, the board is that of its first facilitator who is still there.
 */
export async function mendDoor({ store }: Pick<Ports, 'store'>, board: BoardId): Promise<void> {
  if (!(await store.isDoorDamaged(board))) return;
  const [door, people] = await Promise.all([store.readDoor(board), store.listPeople(board)]);
  const first = people.find(({ role, removedAtMs }) => role === 'facilitator' && removedAtMs === null);
  await store.updateDoor(board, { ...openDoor, ...door, owner: door.owner ?? first?.id ?? null, isClosed: true });
}
