/** One's own places on a board: coming back by a return link, the link itself, and the devices that have a seat. */
import type * as v from 'valibot';
import { Devices, ReturnLink, type ComeBack } from '#shared/wire/devices.ts';
import { Joined, Seat } from '#shared/wire/http.ts';
import type { Answer, Api } from './Api.ts';
import type { SeatApi } from './SeatApi.ts';

/** Whom the secret of a return link brings back. */
export function whoComes(api: Api, board: string, secret: string): Promise<Answer<Seat>> {
  return api.onBoard(board, secret, '/return', Seat, { isDoor: true });
}

/** By the secret of a return link: a seat for this device. */
export function comeBack(
  api: Api,
  board: string,
  secret: string,
  body: v.InferInput<typeof ComeBack>,
): Promise<Answer<Joined>> {
  return api.onBoard(board, secret, '/return', Joined, { method: 'POST', body, isDoor: true });
}

export function readReturnLink(server: SeatApi): Promise<Answer<ReturnLink>> {
  return server.ask('/return-link', ReturnLink);
}

export function resetReturnLink(server: SeatApi): Promise<Answer<ReturnLink>> {
  return server.ask('/return-link/reset', ReturnLink, { method: 'POST' });
}

export function listDevices(server: SeatApi): Promise<Answer<Devices>> {
  return server.ask('/devices', Devices);
}

/** `device` null: all but this one. Answers with the new return link. */
export function endDevice(server: SeatApi, device: string | null): Promise<Answer<ReturnLink>> {
  const path = device === null ? '/devices' : `/devices/${encodeURIComponent(device)}`;
  return server.ask(path, ReturnLink, { method: 'DELETE' });
}
