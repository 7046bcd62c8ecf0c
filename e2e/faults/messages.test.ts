/** Messages and updates that no honest client sends, each against the whole server with two honest people at work. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import { forgedUpdates, updateOf } from '../../server/testing/hostile/forgedUpdates.ts';
import { opcodes } from '../../server/testing/hostile/frameBytes.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { mutateBytes, seededRandom } from '../../server/testing/hostile/mutateBytes.ts';
import type { RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import { noteRecord } from '../noteRecord.ts';
import { messagesOf, Scene, stateOf } from './Scene.ts';
import { writeRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';

describe('hostile messages', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterEach(async () => scene.release());
  afterAll(async () => scene.close());

  /** The document before and after, with honest work in between left out: nothing of the attack is in it. */
  const canvasKeys = () => [...scene.ann.canvas.keys()].toSorted();

  for (const [name, message] of [
    ['an empty message', hostileMessages.empty()],
    ['an unknown kind', hostileMessages.unknownKind()],
    ['an unknown kind of sync', hostileMessages.unknownSyncKind()],
    ['a length that never ends', hostileMessages.cutVarint()],
    ['a body that is cut', hostileMessages.cutBody()],
    ['two messages in one', hostileMessages.twoMessages()],
    ['a state vector that lies', hostileMessages.lyingStateVector()],
    ['a message that is no JSON', hostileMessages.message('{"type":')],
    ['a message that nobody knows', hostileMessages.message({ type: 'promote', role: 'facilitator' })],
    ['presence that is cut', hostileMessages.presence(Uint8Array.of(1, 200))],
  ] as const) {
    it(`[ADMIT-1] ${name} closes its sender with 4400 and nobody else`, async () => {
      const closed = await scene.server.counter('closed_total', 'malformed');
      const raw = await scene.raw();
      raw.send(message);
      expect(await raw.closed).toEqual({ code: closeCodes.malformed, reason: 'malformed' });
      expect(await scene.server.counter('closed_total', 'malformed')).toBe(closed + 1);
      const lines = () => scene.server.log.filter((line) => line['event'] === 'connection.closed');
      await vi.waitFor(() => expect(lines().length).toBe(closed + 1));
      expect(lines().at(-1)).toMatchObject({ board: scene.board.id, person: scene.mallory.person, code: 'malformed' });
      await scene.expectWell();
    });
  }

  it('[ADMIT-1] a text message closes its sender with 4400', async () => {
    const raw = await scene.raw();
    raw.sendText('hello');
    expect((await raw.closed).code).toBe(closeCodes.malformed);
    await scene.expectWell();
  });

  for (const [name, update] of [
    ['seven bytes that claim thirty million parts', forgedUpdates.manyParts()],
    ['the same claim behind an honest block', forgedUpdates.manyPartsBehind()],
    ['thirty million clients', forgedUpdates.manyClients()],
    ['thirty million deletions', forgedUpdates.manyDeletes()],
    ['text that is no UTF-8', forgedUpdates.brokenText()],
    ['a value nested 20,000 deep', forgedUpdates.deepValue(20_000)],
  ] as const) {
    it(`[ADMIT-2] ${name}: nothing is applied, nobody else notices`, async () => {
      const keys = canvasKeys();
      const raw = await scene.raw();
      raw.send(hostileMessages.update(update));
      await refusedOrClosed(raw);
      expect(canvasKeys()).toEqual(keys);
      await scene.expectWell();
    });
  }

  for (const [name, update] of [
    ['an unknown root', forgedUpdates.unknownRoot()],
    ['a root named __proto__', forgedUpdates.prototypeRoot()],
    ['a list in a root of maps', forgedUpdates.listInRoot()],
    ['an XML element', forgedUpdates.xmlInRoot()],
    ['a subdocument', forgedUpdates.subdocument()],
    ['the key __proto__', forgedUpdates.entry('canvas', '__proto__', { polluted: true })],
    ['the key constructor', forgedUpdates.entry('canvas', 'constructor', { polluted: true })],
    ['the key toJSON', forgedUpdates.entry('canvas', 'toJSON', 'x')],
    ['the key then', forgedUpdates.entry('canvas', 'then', 'x')],
    ['an unknown collection', forgedUpdates.entry('map', 'ballots', new Y.Map())],
    ['a version of the document from a client', forgedUpdates.entry('meta', 'version', 99)],
    ['maps in maps', forgedUpdates.deepTypes(40)],
    ['so many maps in maps that undoing them overflows the stack', forgedUpdates.deepTypes(2_600)],
  ] as const) {
    it(`[ADMIT-2] ${name}: refused or undone before anybody sees it`, async () => {
      const before = { keys: canvasKeys(), meta: stateOf(scene.ann.doc) };
      const raw = await scene.raw();
      raw.send(hostileMessages.update(update));
      await refusedOrClosed(raw);
      expect(canvasKeys()).toEqual(before.keys);
      expect(stateOf(scene.ann.doc)).toEqual(before.meta);
      await scene.expectWell();
    });
  }

  it('[ADMIT-3] fifteen bytes cannot silence another person', async () => {
    const { ann, ben } = scene;
    for (const victim of [ann, ben]) {
      const raw = await scene.raw();
      const clock = Y.getState(victim.doc.store, victim.doc.clientID);
      raw.send(hostileMessages.update(forgedUpdates.silence(victim.doc.clientID, clock)));
      await refusedOrClosed(raw);
    }
    await scene.expectWell();
  });

  it('[ADMIT-3] an offline person is not silenced either, and keeps the work done offline', async () => {
    const clientId = scene.ben.doc.clientID;
    const clock = Y.getState(scene.ben.doc.store, clientId);
    await scene.ben.leave();
    const raw = await scene.raw();
    raw.send(hostileMessages.update(forgedUpdates.silence(clientId, clock)));
    raw.send(hostileMessages.update(forgedUpdates.inTheNameOf(clientId, clock, 'shape:forged')));
    raw.send(hostileMessages.update(forgedUpdates.deleteAhead(clientId, clock)));
    await refusedOrClosed(raw);
    const offline = [scene.note(scene.ben), scene.note(scene.ben)];
    await scene.ben.connect();
    await scene.expectWell();
    for (const key of offline) expect(scene.ann.canvas.has(key)).toBe(true);
    expect(scene.ann.canvas.has('shape:forged')).toBe(false);
  });

  it('[ADMIT-5] a sync step 2 that nobody asked for changes nothing', async () => {
    const raw = await scene.raw();
    const update = updateOf((doc) => writeRecord(doc.getMap(roots.canvas), noteRecord('shape:unasked', 'x')));
    const empty = hostileMessages.step2(Uint8Array.of(0, 0));
    raw.send(empty);
    for (let times = 0; times < 5; times++) raw.send(empty);
    raw.send(hostileMessages.step2(update));
    await refusedOrClosed(raw);
    expect(scene.ann.canvas.has('shape:unasked')).toBe(false);
    await scene.expectWell();
  });

  it('[ADMIT-5] a flood of sync step 1 is answered a few times, then ends', async () => {
    const raw = await scene.raw({ greets: false });
    for (let times = 0; times < 200; times++) raw.send(hostileMessages.step1(Uint8Array.of(0)));
    const { code } = await raw.closed;
    expect(code).toBe(closeCodes.tooFast);
    const answers = raw.frames.filter((frame) => frame[0] === 0 && frame[1] === 1).length;
    expect(answers).toBeLessThanOrEqual(defaultLimits.step1Burst + 1);
    await scene.expectWell();
  });

  it('[ADMIT-8] a state vector of a hundred thousand clients is too large', async () => {
    const raw = await scene.raw();
    raw.send(hostileMessages.hugeStateVector(100_000));
    expect([closeCodes.tooLarge, closeCodes.malformed]).toContain((await raw.closed).code);
    await scene.expectWell();
  });

  it('[ADMIT-6] updates without predecessors are bounded: asked to resync, then 4400', async () => {
    const asked = await scene.server.counter('resyncs_asked_total');
    const raw = await scene.raw();
    let sent = 0;
    const sendOne = () =>
      raw.send(hostileMessages.update(forgedUpdates.withoutPredecessor(777_777, 10 + sent++ * 2, 400)));
    await vi.waitFor(
      async () => {
        sendOne();
        expect(await scene.server.counter('resyncs_asked_total')).toBeGreaterThan(asked);
      },
      { timeout: 15_000, interval: 200 },
    );
    for (let index = 0; index < 230; index++) sendOne();
    expect((await raw.closed).code).toBe(closeCodes.malformed);
    expect(canvasKeys().filter((key) => key.startsWith('k'))).toEqual([]);
    await scene.expectWell();
  });

  it('[ADMIT-8] 5,000 messages end with 4529', async () => {
    const raw = await scene.raw();
    for (let index = 0; index < 5_000; index++) raw.send(hostileMessages.update(Uint8Array.of(0, 0)));
    expect((await raw.closed).code).toBe(closeCodes.tooFast);
    await scene.expectWell();
  });

  it('[ADMIT-8] an update above its limit is refused by name, and its sender stays', async () => {
    const raw = await scene.raw();
    const update = updateOf((doc) =>
      writeRecord(doc.getMap(roots.canvas), noteRecord('shape:large', 'x'.repeat(defaultLimits.maxUpdateBytes))),
    );
    raw.send(hostileMessages.update(update));
    await vi.waitFor(() => expect(messagesOf(raw)).toContainEqual({ type: 'refused', frame: 2, code: 'tooLarge' }));
    expect(scene.ann.canvas.has('shape:large')).toBe(false);
    await scene.expectWell();
  });

  it('[ADMIT-8] a message of 5 MiB closes with 1009 or 4413', async () => {
    const raw = await scene.raw();
    raw.send(new Uint8Array(5 * 1024 * 1024));
    expect([1009, 1006, closeCodes.tooLarge]).toContain((await raw.closed).code);
    await scene.expectWell();
  });

  it('[ADMIT-8] a header that claims 2^40 bytes closes', async () => {
    const raw = await scene.raw();
    raw.send(new Uint8Array(10), { claimedLength: 2 ** 40 });
    expect([1009, 1006]).toContain((await raw.closed).code);
    await scene.expectWell();
  });

  it('[ADMIT-8] a message of a million fragments closes', async () => {
    const raw = await scene.raw();
    raw.send(Uint8Array.of(0), { fin: false });
    const tiny = new Uint8Array(1);
    for (let part = 0; part < 100_000; part++) raw.send(tiny, { fin: false, opcode: opcodes.continuation });
    expect([1002, 1006, 1008, 1009]).toContain((await raw.closed).code);
    await scene.expectWell();
  });

  it('[ADMIT-1] messages against the WebSocket protocol close', async () => {
    for (const shape of [{ masked: false }, { reservedBits: 4 }, { opcode: 5 }, { opcode: opcodes.ping, fin: false }]) {
      const raw = await scene.raw();
      raw.send(Uint8Array.of(0, 0, 1, 0), shape);
      expect([1002, 1006]).toContain((await raw.closed).code);
    }
    await scene.expectWell();
  });

  it('[ADMIT-8] compression is not negotiated', async () => {
    const raw = await scene.raw({ headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate' } });
    expect(raw.extensions).toBe('');
  });

  const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
  const mutations = Number(process.env['FUZZ_MUTATIONS'] ?? 3_000);
  it(
    `[ADMIT-2] ${mutations} mutated updates (seed ${seed}): no crash, no partial application`,
    async () => {
      const random = seededRandom(seed);
      const doc = new Y.Doc();
      const honest: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => honest.push(update));
      for (let index = 0; index < 20; index++) {
        writeRecord(doc.getMap(roots.canvas), noteRecord(`shape:mutated${index}`, `text ${index}`));
      }
      let raw = await scene.raw();
      let sent = 0;
      for (let index = 0; index < mutations; index++) {
        if (sent === 100 || (await isClosed(raw))) {
          raw.reset();
          raw = await scene.raw();
          sent = 0;
        }
        sent++;
        const update = honest[Math.floor(random() * honest.length)] ?? new Uint8Array();
        raw.send(hostileMessages.update(mutateBytes(update, random)));
      }
      await scene.expectWell();
    },
    120_000 + mutations * 10,
  );
});

/** Waits until the server has said no to this sender: a refusal, something undone, or the end. */
async function refusedOrClosed(raw: RawSocket): Promise<void> {
  const refused = vi.waitFor(
    () => expect(messagesOf(raw).some(({ type }) => type === 'refused' || type === 'undone')).toBe(true),
    {
      timeout: 5_000,
      interval: 10,
    },
  );
  await Promise.race([refused, raw.closed]);
}

async function isClosed(raw: RawSocket): Promise<boolean> {
  return (await Promise.race([raw.closed, new Promise((resolve) => setImmediate(() => resolve(null)))])) !== null;
}
