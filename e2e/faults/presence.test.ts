/** Presence in other people's names, without end, without sense. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { Scene } from './Scene.ts';

const malloryId = 424_242;

describe('hostile presence', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterEach(async () => scene.release());
  afterAll(async () => scene.close());

  /** Ann moves, Ben sees it: her presence is hers and works. */
  async function expectAnnSeen(x: number): Promise<void> {
    scene.ann.showPresence({ cursor: { x, y: 1 } });
    await vi.waitFor(() =>
      expect(scene.ben.presence.get(scene.ann.doc.clientID)).toMatchObject({
        cursor: { x, y: 1 },
        person: { id: scene.annGuest.person },
      }),
    );
  }

  it('[PRES-1] an entry under another person’s client id is dropped, with any clock', async () => {
    await expectAnnSeen(1);
    const dropped = await scene.server.counter('presence_dropped_total');
    const raw = await scene.raw();
    for (const clock of [1_000, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      raw.send(
        hostileMessages.presenceOf([
          { clientId: scene.ann.doc.clientID, clock, state: { cursor: { x: 666, y: 666 } } },
        ]),
      );
    }
    await vi.waitFor(async () => expect(await scene.server.counter('presence_dropped_total')).toBeGreaterThan(dropped));
    await expectAnnSeen(2);
    await expectAnnSeen(3);
    await scene.expectWell();
  });

  it('[PRES-1] an offline person’s client id cannot be taken either', async () => {
    await expectAnnSeen(4);
    await scene.ann.leave();
    const raw = await scene.raw();
    raw.send(
      hostileMessages.presenceOf([{ clientId: scene.ann.doc.clientID, clock: Number.MAX_SAFE_INTEGER, state: {} }]),
    );
    await scene.ann.connect();
    await expectAnnSeen(5);
    await scene.expectWell();
  });

  it('[PRES-2] a claimed name, color, id and role are overwritten from the ticket', async () => {
    const raw = await scene.raw();
    const person = { id: scene.annGuest.person, name: 'Ann', color: '#000000', role: 'facilitator' };
    raw.send(
      hostileMessages.presenceOf([{ clientId: malloryId, clock: 1, state: { person, user: person, name: 'Ann' } }]),
    );
    await vi.waitFor(() => expect(scene.ben.presence.get(malloryId)).toBeDefined());
    expect(scene.ben.presence.get(malloryId)?.['person']).toMatchObject({
      id: scene.mallory.person,
      role: 'participant',
    });
    expect(scene.ben.presence.get(malloryId)).not.toHaveProperty('name');
    await scene.expectWell();
  });

  it('[PRES-4] presence goes with its connection, however it ends', async () => {
    const raw = await scene.raw();
    raw.send(hostileMessages.presenceOf([{ clientId: malloryId + 1, clock: 1, state: { cursor: { x: 1, y: 1 } } }]));
    await vi.waitFor(() => expect(scene.ben.presence.has(malloryId + 1)).toBe(true));
    raw.reset();
    await vi.waitFor(() => expect(scene.ben.presence.has(malloryId + 1)).toBe(false));
  });

  for (const [name, state] of [
    ['a cursor that is not finite', '{"cursor":{"x":1e999,"y":0}}'],
    ['no object', '[1,2,3]'],
    ['no JSON', '{"cursor":'],
    ['a field named __proto__', '{"__proto__":{"polluted":true},"cursor":{"x":"<img>","y":null}}'],
    ['a field nobody knows', '{"script":"<script>1</script>","selection":[{"a":1}]}'],
  ] as const) {
    it(`[PRES-2] ${name} reaches nobody`, async () => {
      const raw = await scene.raw();
      raw.send(hostileMessages.presenceOf([{ clientId: malloryId + 2, clock: 1, state }]));
      await expectAnnSeen(10);
      await scene.expectWell();
      const shown = JSON.stringify(scene.ben.presence.get(malloryId + 2) ?? {});
      expect(shown).not.toMatch(/polluted|script|img|null/);
    });
  }

  it('[PRES-1] 200,000 entries in one message are too large', async () => {
    const raw = await scene.raw();
    const entries = Array.from({ length: 200_000 }, (_, index) => ({ clientId: index + 1, clock: 1, state: {} }));
    raw.send(hostileMessages.presenceOf(entries));
    expect([closeCodes.tooLarge, closeCodes.malformed]).toContain((await raw.closed).code);
    await scene.expectWell();
    expect(scene.ben.presence.size).toBeLessThan(5);
  });

  it('[PRES-1] a thousand client ids on one connection stay one entry', async () => {
    const before = scene.ben.presence.size;
    const raw = await scene.raw();
    for (let id = 0; id < 200; id++) {
      const entries = Array.from({ length: 5 }, (_, index) => ({
        clientId: 500_000 + id * 5 + index,
        clock: 1,
        state: {},
      }));
      raw.send(hostileMessages.presenceOf(entries));
    }
    await vi.waitFor(() => expect(scene.ben.presence.has(500_000)).toBe(true));
    await expectAnnSeen(11);
    expect(scene.ben.presence.size).toBeLessThanOrEqual(before + 1);
    await scene.expectWell();
  });

  it('[PRES-3] 300 cursor moves in one burst are few messages for the others', async () => {
    await expectAnnSeen(12);
    const before = scene.ben.presenceMessages;
    const raw = await scene.raw();
    for (let clock = 1; clock <= 300; clock++) {
      raw.send(hostileMessages.presenceOf([{ clientId: malloryId + 3, clock, state: { cursor: { x: clock, y: 0 } } }]));
    }
    await vi.waitFor(() => expect(scene.ben.presence.get(malloryId + 3)).toMatchObject({ cursor: { x: 300, y: 0 } }));
    expect(scene.ben.presenceMessages - before).toBeLessThan(150);
    await scene.expectWell();
  });

  it('[ADMIT-8] 5,000 cursor moves at once end with 4529', async () => {
    const raw = await scene.raw();
    const message = hostileMessages.presenceOf([{ clientId: malloryId + 4, clock: 1, state: {} }]);
    for (let index = 0; index < 5_000; index++) raw.send(message);
    expect((await raw.closed).code).toBe(closeCodes.tooFast);
    await scene.expectWell();
  });
});
