/**
 * Tickets: a signed proof for one socket. 87 bytes (board, person, role, end, nonce, device, mac) in base64url, so that a ticket is a
 * valid WebSocket subprotocol token. A ticket only names; the person's role, whether they were removed and
 * whether their seat on the device was ended is read from the store when the socket opens.
 */
import { createHmac, randomFillSync, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { BoardId, PersonId } from '#shared/wire/ids.ts';
import { roles } from '#shared/wire/roles.ts';
import type { Role } from '#shared/wire/roles.ts';
import { deviceIdLength } from './seatHash.ts';

export const ticketLastsMs = 60_000;

export interface TicketClaims {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly role: Role;
  /** the seat it was given for, by its id */
  readonly device: string;
}

/** so that no two tickets are one */
const nonceBytes = 8;
const deviceBytes = deviceIdLength / 2;
const bodyBytes = 16 + 16 + 1 + 6 + nonceBytes + deviceBytes;
const macBytes = 32;
const tokenLength = Math.ceil(((bodyBytes + macBytes) * 4) / 3);

function macOf(secret: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update('ticket\n').update(body).digest();
}

export function issueTicket(secret: Uint8Array, claims: TicketClaims, nowMs: number): string {
  const body = Buffer.alloc(bodyBytes);
  body.write(claims.board, 0, 'latin1');
  body.write(claims.person, 16, 'latin1');
  body.writeUInt8(roles.indexOf(claims.role), 32);
  body.writeUIntBE(nowMs + ticketLastsMs, 33, 6);
  randomFillSync(body, 39, nonceBytes);
  body.write(claims.device, 39 + nonceBytes, 'hex');
  return Buffer.concat([body, macOf(secret, body)]).toString('base64url');
}

/** The claims of a ticket, or null when it is altered, expired or no ticket at all. */
export function readTicket(secret: Uint8Array, ticket: string, nowMs: number): TicketClaims | null {
  if (ticket.length !== tokenLength) return null;
  const bytes = Buffer.from(ticket, 'base64url');
  if (bytes.length !== bodyBytes + macBytes || bytes.toString('base64url') !== ticket) return null;
  const body = bytes.subarray(0, bodyBytes);
  if (!timingSafeEqual(macOf(secret, body), bytes.subarray(bodyBytes))) return null;
  if (body.readUIntBE(33, 6) <= nowMs) return null;
  const board = v.safeParse(BoardId, body.toString('latin1', 0, 16));
  const person = v.safeParse(PersonId, body.toString('latin1', 16, 32));
  const role = roles[body.readUInt8(32)];
  return board.success && person.success && role !== undefined
    ? { board: board.output, person: person.output, role, device: body.toString('hex', 39 + nonceBytes) }
    : null;
}
