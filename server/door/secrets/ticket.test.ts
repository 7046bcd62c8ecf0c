import { describe, expect, it } from 'vitest';
import { newBoardId, newPersonId } from './randomText.ts';
import { issueTicket, readTicket } from './ticket.ts';

const secret = new Uint8Array(32).fill(3);
const claims = { board: newBoardId(), person: newPersonId(), role: 'participant', device: '0123456789abcdef' } as const;
const nowMs = Date.UTC(2026, 4, 4);

describe('ticket', () => {
  it('[DOOR-3] says who it is for and is a subprotocol token', () => {
    const ticket = issueTicket(secret, claims, nowMs);
    expect(readTicket(secret, ticket, nowMs)).toEqual(claims);
    expect(ticket).toMatch(/^[\w-]+$/);
  });

  it('[DOOR-3] is never the same twice', () => {
    expect(issueTicket(secret, claims, nowMs)).not.toBe(issueTicket(secret, claims, nowMs));
  });

  it('[DOOR-3] ends after 60 seconds', () => {
    const ticket = issueTicket(secret, claims, nowMs);
    expect(readTicket(secret, ticket, nowMs + 59_999)).toEqual(claims);
    expect(readTicket(secret, ticket, nowMs + 60_000)).toBeNull();
  });

  it('[DOOR-3] is nothing with any one character changed, or of another installation', () => {
    const ticket = issueTicket(secret, claims, nowMs);
    for (let at = 0; at < ticket.length; at += 1) {
      const altered = ticket.slice(0, at) + (ticket[at] === 'A' ? 'B' : 'A') + ticket.slice(at + 1);
      expect(readTicket(secret, altered, nowMs), String(at)).toBeNull();
    }
    for (const wrong of ['', 'roundtable', `${ticket}A`, ticket.slice(1), `${ticket.slice(0, -1)}=`])
      expect(readTicket(secret, wrong, nowMs)).toBeNull();
    expect(readTicket(new Uint8Array(32), ticket, nowMs)).toBeNull();
  });
});
