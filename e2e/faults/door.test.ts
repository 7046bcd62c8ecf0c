/** Sockets of people who may not come in, or not so, or not any more. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { roots } from '#shared/board/roots.ts';
import { writeRecord } from '#shared/board/record.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import { protocolVersion } from '#shared/wire/messages.ts';
import { updateOf } from '../../server/testing/hostile/forgedUpdates.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { HandshakeRefused, RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import { noteRecord } from '../noteRecord.ts';
import { messagesOf, Scene } from './Scene.ts';

/** `npm run faults` asks for more. */
const resets = Number(process.env['RESETS'] ?? 300);
const joins = Number(process.env['JOINS'] ?? 100);

describe('the door', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({
      HANDSHAKE_MS: '2000',
      DOOR_TRIES_PER_MINUTE: '60',
      // attempts per minute are ten times this, and people come in from the same address afterwards
      CONNECTIONS_PER_ADDRESS: String(Math.max(defaultLimits.connectionsPerAddress, resets / 5)),
    });
  });
  afterEach(async () => scene.release());
  afterAll(async () => scene.close());

  const open = (path: string, protocols: readonly string[], headers: Readonly<Record<string, string>> = {}) =>
    RawSocket.open({ port: scene.server.port, path, protocols, headers });
  const forgedNote = (key: string) =>
    hostileMessages.update(updateOf((doc) => writeRecord(doc.getMap(roots.canvas), noteRecord(key, 'x'))));

  it('[DOOR-5] a foreign origin is refused before the upgrade, with a valid ticket too', async () => {
    const refused = scene.raw({ headers: { Origin: 'https://evil.example' } });
    await expect(refused).rejects.toThrow(HandshakeRefused);
    await expect(refused).rejects.toMatchObject({ status: 403 });
    await scene.expectWell();
  });

  it('[DOOR-3] without a ticket, with an altered and with a made-up one: 4401', async () => {
    const ticket = await scene.api.ticket(scene.mallory);
    const path = `/sync/${scene.board.id}`;
    const middle = Math.floor(ticket.length / 2);
    const altered = ticket.slice(0, middle) + (ticket[middle] === 'A' ? 'B' : 'A') + ticket.slice(middle + 1);
    for (const protocols of [
      ['roundtable'],
      ['roundtable', altered],
      ['roundtable', 'x'.repeat(5_000)],
      [ticket.slice(0, -1)],
    ]) {
      expect((await (await open(path, protocols)).closed).code).toBe(closeCodes.ticketEnded);
    }
    await scene.expectWell();
  });

  it('[DOOR-3] a ticket of another board: 4403', async () => {
    const other = await scene.api.createBoard('Other');
    const guest = await scene.api.join(other, 'facilitator', 'Mallory');
    const raw = await open(`/sync/${scene.board.id}`, ['roundtable', await scene.api.ticket(guest)]);
    expect((await raw.closed).code).toBe(closeCodes.roleRefused);
    await scene.expectWell();
  });

  for (const id of [
    '',
    '..',
    '%2F',
    'a%2Fb',
    'a/b',
    'a_b',
    '__proto__',
    'constructor',
    'A'.repeat(16),
    'а'.repeat(16),
    'x'.repeat(10_000),
    '../admin?x=1#y',
  ]) {
    it(`[DOOR-7] the board id ${JSON.stringify(id.slice(0, 20))} is no board`, async () => {
      const path = `/sync/${encodeURI(id)}`;
      const ticket = await scene.api.ticket(scene.mallory);
      try {
        const raw = await open(path, ['roundtable', ticket]);
        expect((await raw.closed).code).toBe(closeCodes.boardUnknown);
      } catch (error) {
        expect(error).toBeInstanceOf(HandshakeRefused);
        expect([400, 404, 431]).toContain((error as HandshakeRefused).status);
      }
    });
  }

  it('[ADMIT-4] an observer changes nothing; the third try closes with 4403', async () => {
    const observer = await scene.api.join(scene.board, 'observer', 'Otto');
    const raw = await scene.raw({ guest: observer, greets: false });
    raw.send(hostileMessages.message({ type: 'hello', protocol: protocolVersion }));
    for (let times = 1; times <= 3; times++) raw.send(forgedNote(`shape:observed${times}`));
    expect((await raw.closed).code).toBe(closeCodes.roleRefused);
    expect(messagesOf(raw).filter(({ type }) => type === 'refused').length).toBeGreaterThanOrEqual(2);
    expect([...scene.ann.canvas.keys()].filter((key) => key.includes('observed'))).toEqual([]);
    await scene.expectWell();
  });

  it('[DOOR-8] a removed person’s sockets close with 4406, and the seat and its tickets end', async () => {
    const guest = await scene.api.join(scene.board, 'participant', 'Rita');
    const ticket = await scene.api.ticket(guest);
    const tabs = [await scene.raw({ guest }), await scene.raw({ guest })];
    await scene.api.call(
      'DELETE',
      `/api/boards/${scene.board.id}/people/${guest.person}`,
      undefined,
      scene.annGuest.seat,
    );
    for (const tab of tabs) expect((await tab.closed).code).toBe(closeCodes.removed);
    await expect(scene.api.ticket(guest)).rejects.toThrow('401');
    const again = await open(`/sync/${scene.board.id}`, ['roundtable', ticket]);
    expect((await again.closed).code).toBe(closeCodes.removed);
    await scene.expectWell();
  });

  it('[DOOR-22] hundreds of guessed codes are slowed, and the board goes on', async () => {
    const answers: number[] = [];
    for (let round = 0; round < 13; round++) {
      const tries = Array.from({ length: 50 }, (_, index) =>
        fetch(`${scene.server.origin}/api/codes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code: `guess-${round}-${index}` }),
        }),
      );
      for (const answer of await Promise.all(tries)) {
        await answer.text();
        answers.push(answer.status);
      }
    }
    expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(25);
    expect(answers.filter((status) => status === 200)).toEqual([]);
    await scene.expectWell();
  });

  it('[SYNC-1] one person in two tabs: both work, closing one leaves the other', async () => {
    const first = scene.honest(scene.mallory);
    const second = scene.honest(scene.mallory);
    await Promise.all([first.connect(), second.connect()]);
    first.showPresence({ cursor: { x: 1, y: 1 } });
    second.showPresence({ cursor: { x: 2, y: 2 } });
    await vi.waitFor(() => {
      expect(scene.ann.presence.get(first.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 1 } });
      expect(scene.ann.presence.get(second.doc.clientID)).toMatchObject({ cursor: { x: 2, y: 2 } });
    });
    await first.leave();
    await vi.waitFor(() => expect(scene.ann.presence.has(first.doc.clientID)).toBe(false));
    expect(scene.ann.presence.has(second.doc.clientID)).toBe(true);
    await second.leave();
    await scene.expectWell();
  });

  it('[ADMIT-8] a person opens only so many connections', async () => {
    const raws: RawSocket[] = [];
    for (let index = 0; index <= defaultLimits.connectionsPerPerson; index++)
      raws.push(await scene.raw({ greets: false }));
    const first = await Promise.any(raws.map((raw) => raw.closed));
    expect(first.code).toBe(closeCodes.tooManyTabs);
    await scene.release();
    await scene.expectWell();
  });

  it(
    `[SYNC-5] ${joins} joins change no record and write nothing`,
    async () => {
      const commits = await scene.server.counter('commits_total');
      const before = scene.ann.doc.getMap(roots.canvas).toJSON();
      for (let join = 0; join < joins / 4; join++) {
        const joiners = Array.from({ length: 4 }, () => scene.honest(scene.mallory));
        await Promise.all(joiners.map((joiner) => joiner.connect()));
        await vi.waitFor(() => expect(joiners.every(({ isSynced }) => isSynced)).toBe(true), {
          timeout: 5_000,
          interval: 5,
        });
        await Promise.all(joiners.map((joiner) => joiner.leave()));
      }
      expect(await scene.server.counter('commits_total')).toBe(commits);
      expect(scene.ann.doc.getMap(roots.canvas).toJSON()).toEqual(before);
    },
    60_000 + joins * 500,
  );

  it('[SYNC-1] a captured message sent again has no second effect', async () => {
    const raw = await scene.raw();
    const message = forgedNote('shape:replayed');
    raw.send(message);
    await vi.waitFor(() => expect(scene.ann.canvas.has('shape:replayed')).toBe(true));
    scene.ann.doc.transact(() => scene.ann.canvas.delete('shape:replayed'));
    await vi.waitFor(() => expect(scene.ben.canvas.has('shape:replayed')).toBe(false));
    raw.send(message);
    await scene.expectWell();
    expect(scene.ann.canvas.has('shape:replayed')).toBe(false);
  });

  it('[DOOR-11] 2,000 half-open handshakes are bounded and end at the deadline, and people come in meanwhile', async () => {
    const sockets = Array.from({ length: 2_000 }, () => connect(scene.server.port, '127.0.0.1'));
    const ended = sockets.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.on('data', () => undefined);
      socket.write('GET /sync/x HTTP/1.1\r\nHost: x\r\n');
    }
    await scene.expectWell();
    await Promise.all(ended);
    await scene.expectWell();
  });

  it('[DOOR-11] a thousand connects at once without a ticket are sent away, and nobody else notices', async () => {
    const strangers = Array.from({ length: 1_000 }, async () => {
      try {
        const raw = await open(`/sync/${scene.board.id}`, ['roundtable']);
        return (await raw.closed).code;
      } catch (error) {
        // of too many at once some are cut off before they can be told anything
        return error instanceof HandshakeRefused ? error.status : 'cut off';
      }
    });
    const answers = new Set<unknown>(await Promise.all(strangers));
    for (const told of [closeCodes.ticketEnded, 429, 'cut off']) answers.delete(told);
    expect([...answers]).toEqual([]);
    expect(await scene.server.counter('connections ')).toBe(2);
    await scene.expectWell();
  });

  it(
    `[DOOR-13] ${resets} TCP resets before, during and after the handshake leave nothing behind`,
    async () => {
      const handshakeWith = (ticket: string) =>
        `GET /sync/${scene.board.id} HTTP/1.1\r\nHost: 127.0.0.1:${scene.server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: roundtable, ${ticket}\r\n\r\n`;
      const resetAt = async (kind: number) => {
        const handshake = handshakeWith(await scene.api.ticket(scene.mallory));
        const socket = connect(scene.server.port, '127.0.0.1');
        socket.on('error', () => undefined);
        const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
        socket.once('connect', () => {
          if (kind === 0) socket.resetAndDestroy();
          else {
            socket.write(kind === 1 ? handshake.slice(0, 60) : handshake, () => {
              if (kind < 3) socket.resetAndDestroy();
            });
            if (kind === 3) socket.once('data', () => socket.resetAndDestroy());
          }
        });
        await gone;
      };
      for (let round = 0; round < resets / 40; round++)
        await Promise.all(Array.from({ length: 40 }, (_, index) => resetAt(index % 4)));
      await scene.expectWell();
      // only Ann and Ben are left
      await scene.release();
    },
    60_000 + resets * 20,
  );
});
