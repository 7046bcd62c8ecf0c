/** Records that the document's rules do not allow, sent by hand: nobody else ever sees them, and honest ones beside them stay. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { updateOf } from '../../server/testing/hostile/forgedUpdates.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { poisonRecords } from '../../server/testing/hostile/poisonRecords.ts';
import { noteRecord } from '../noteRecord.ts';
import { messagesOf, Scene } from './Scene.ts';

describe('poison records', () => {
  let scene: Scene;
  /** every key that Ann's document ever showed a value under */
  const seen = new Set<string>();
  let number = 0;

  beforeAll(async () => {
    scene = await Scene.open();
    scene.ann.canvas.observe((event) => event.keysChanged.forEach((key) => scene.ann.canvas.has(key) && seen.add(key)));
  });
  afterEach(async () => scene.release());
  afterAll(async () => scene.close());

  /** Sends it as somebody with the right to edit; resolves when the server has answered for it. */
  async function sendPoison(poison: (typeof poisonRecords)[number]): Promise<{ name: string; answer: string }> {
    const name = `poison${++number}`;
    const raw = await scene.raw();
    const update = updateOf((doc) =>
      poison.write(doc.getMap(roots.canvas), `shape:${name}`, noteRecord(`shape:${name}`, 'x')),
    );
    raw.send(hostileMessages.update(update));
    // message 1 was the answer to the server's own question
    const answer = () =>
      messagesOf(raw).find((message) =>
        message.type === 'saved' ? message.frames > 1 : message.type === 'refused' || message.type === 'undone',
      )?.type;
    await vi.waitFor(() => expect(answer()).toBeDefined(), { timeout: 3_000, interval: 10 });
    return { name, answer: answer() ?? '' };
  }

  for (const poison of poisonRecords.filter(({ keptBy }) => keptBy === 'server')) {
    it(`[ADMIT-7] ${poison.name}: undone or refused, and never shown to anybody`, async () => {
      const { name, answer } = await sendPoison(poison);
      expect(answer).not.toBe('saved');
      await scene.expectWell();
      expect([...seen].filter((key) => key.includes(name))).toEqual([]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  }

  for (const poison of poisonRecords.filter(({ keptBy }) => keptBy === 'view')) {
    it(`[BIND-6] ${poison.name}: hurts no document, whoever keeps it from the screen`, async () => {
      await sendPoison(poison);
      await scene.expectWell();
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  }

  it('[ADMIT-7] spoiling an honest record brings the honest one back', async () => {
    const key = scene.note(scene.ann);
    await vi.waitFor(() => expect(scene.ann.unsavedCount).toBe(0));
    await vi.waitFor(() => expect(scene.ben.canvas.has(key)).toBe(true));
    const before = scene.ben.canvas.toJSON()[key] as unknown;
    const mallory = scene.honest(scene.mallory);
    await mallory.connect();
    await vi.waitFor(() => expect(mallory.isSynced).toBe(true));
    for (const [field, value] of [
      ['pos', [Number.NaN, 0, 0]],
      ['base', { id: key, typeName: 'shape', x: 1e308 }],
      ['pos', [1e308, 0, 0]],
      ['props.url', 'javascript:alert(1)'],
    ] as const) {
      mallory.change(key, field, value);
      await vi.waitFor(() => expect(mallory.messages.at(-1)?.type).toMatch(/undone|saved/), { timeout: 3_000 });
    }
    await mallory.leave();
    await scene.expectWell();
    expect(scene.ann.canvas.toJSON()[key]).toEqual(before);
    expect(scene.ben.canvas.get(key)).toBeInstanceOf(Y.Map);
  });
});
