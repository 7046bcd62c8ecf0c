/** The device by which somebody comes: refused where one is kept out by it, else noted with who came. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { deviceHeader } from '#shared/wire/http.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { deviceHash } from '#server/door/secrets/deviceHash.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import type { Services, HttpContext } from '#server/http/Services.ts';

/** The hash of the device that sent the request; null where it has no mark. */
export async function admitDevice(services: Services, c: HttpContext, board: BoardId): Promise<string | null> {
  const device = deviceHash(board, c.req.header(deviceHeader));
  if (device !== null && (await services.store.isKeptOut(board, device))) throw new Refusal('kept-out');
  return device;
}

/** Where the disk is full the device is noted the next time: coming in to look must work then, too. */
export async function noteDevice(
  services: Services,
  board: BoardId,
  person: PersonId,
  device: string | null,
): Promise<void> {
  if (device === null || (await services.store.hasDevice(board, person, device))) return;
  try {
    await services.store.addDevice(board, person, device);
  } catch (error) {
    if (!(error instanceof StorageFullError)) throw error;
  }
}

/** Everybody who came by a device of this person has to ask for a new ticket: their other devices get one. */
export async function checkSharers(services: Services, board: BoardId, person: PersonId): Promise<void> {
  for (const one of await services.store.listSharers(board, person)) services.relay.checkAgain(board, one);
}
