/** A seat of its own for the device by which somebody comes. */
import type { DeviceKind } from '#shared/wire/devices.ts';
import { newSeat } from '#server/door/secrets/randomText.ts';
import { seatHash } from '#server/door/secrets/seatHash.ts';
import type { SeatRow } from '#server/store/DoorStore.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import type { Services } from '#server/http/Services.ts';

/** of one person on one board; who comes by one more ends the one that was not seen for longest */
export const maxDevices = 20;

const unknownDevice: DeviceKind = { browser: null, system: null };

const hourMs = 3_600_000;
const toTheHour = (atMs: number): number => atMs - (atMs % hourMs);

type Ports = Pick<Services, 'store' | 'nowMs'>;
type Whose = Pick<PersonRow, 'board' | 'id'>;

/** A seat and what is stored of it. */
export function newSeatOf(
  { nowMs }: Pick<Services, 'nowMs'>,
  { board, id: person }: Whose,
  device: DeviceKind = unknownDevice,
): { readonly seat: string; readonly row: SeatRow } {
  const seat = newSeat();
  const now = nowMs();
  const times = { madeAtMs: now, seenAtMs: toTheHour(now), endedAtMs: null };
  return { seat, row: { board, person, hash: seatHash(seat), device, ...times, isReturn: false } };
}

/** One more seat, in turn per board. `hasEnded`: one of their devices has none any more. */
export async function giveSeat(
  services: Ports,
  person: Whose,
  device: DeviceKind | undefined,
): Promise<{ readonly seat: string; readonly hasEnded: boolean }> {
  const { store } = services;
  const { seat, row } = newSeatOf(services, person, device);
  // ended ones go first, then who was not seen for longest
  const isOpen = (one: SeatRow): number => (one.endedAtMs === null ? 1 : 0);
  const before = (await store.listSeats(person.board, person.id)).toSorted(
    (a, b) => isOpen(a) - isOpen(b) || a.seenAtMs - b.seenAtMs || a.madeAtMs - b.madeAtMs,
  );
  const gone = before.slice(0, Math.max(0, before.length + 1 - maxDevices));
  await Promise.all([store.addSeat(row), ...gone.map(({ hash }) => store.deleteSeat(person.board, hash))]);
  return { seat, hasEnded: gone.some(({ endedAtMs }) => endedAtMs === null) };
}

/** Once an hour is enough; where the disk is full, coming in to look works on. */
export async function noteSeen({ store, nowMs }: Ports, seat: SeatRow): Promise<void> {
  const seenAtMs = toTheHour(nowMs());
  if (seenAtMs <= seat.seenAtMs) return;
  try {
    await store.updateSeat(seat.board, seat.hash, { seenAtMs });
  } catch (error) {
    if (!(error instanceof StorageFullError)) throw error;
  }
}
