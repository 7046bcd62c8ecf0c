/** Somebody who asks and never reads: bounded memory, presence first, then the end; and back again. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { Scene } from './Scene.ts';

describe('a slow reader', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({
      MAX_BUFFERED_BYTES: String(1024 * 1024),
      PERSON_BYTES_BURST: String(256 * 1024 * 1024),
      BYTES_PER_SECOND: String(64 * 1024 * 1024),
      MESSAGES_PER_SECOND: '5000',
    });
  });
  afterAll(async () => scene.close());

  it('[PRES-5] gets no presence, then 4508; others go on, and it comes back to the whole document', async () => {
    const raw = await scene.raw();
    raw.pause();
    const key = scene.note(scene.ann);
    let sent = 0;
    await vi.waitFor(
      async () => {
        // honest work of 2 MB a round: one long field again and again
        for (let times = 0; times < 40; times++) scene.ann.change(key, 'meta.notes', `${sent++}${'x'.repeat(50_000)}`);
        scene.ben.showPresence({ cursor: { x: sent, y: 0 } });
        await vi.waitFor(() => expect(scene.ann.unsavedCount).toBe(0), { timeout: 5_000 });
        expect(await scene.server.counter('closed_total', 'slowReader')).toBeGreaterThan(0);
      },
      { timeout: 30_000, interval: 20 },
    );
    expect(await scene.server.counter('presence_skipped_total')).toBeGreaterThan(0);
    raw.resume();
    expect([closeCodes.slowReader, 1006]).toContain((await raw.closed).code);
    await scene.release();
    const back = scene.honest(scene.mallory);
    await back.connect();
    await vi.waitFor(() => expect(back.canvas.toJSON()).toEqual(scene.ann.canvas.toJSON()));
    await back.leave();
    await scene.expectWell();
  });
});
