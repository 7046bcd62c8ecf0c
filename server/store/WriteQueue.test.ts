import { describe, expect, it } from 'vitest';
import { WriteQueue, type Write } from './WriteQueue.ts';

function recordingQueue(): { queue: WriteQueue; groups: number[]; break: { error: Error | null } } {
  const groups: number[] = [];
  const toggle: { error: Error | null } = { error: null };
  const queue = new WriteQueue((writes: readonly Write[]) => {
    groups.push(writes.length);
    if (toggle.error) throw toggle.error;
    for (const write of writes) write.run();
    return new Map();
  });
  return { queue, groups, break: toggle };
}

describe('WriteQueue', () => {
  it('[STORE-14] writes of many callbacks in one turn share one commit, in the order of their calls', async () => {
    const { queue, groups } = recordingQueue();
    const order: number[] = [];
    const add = (value: number) => queue.add(() => order.push(value));
    // Each room flushes in a callback of its own; promises in between have run by then.
    await Promise.all([
      add(0),
      ...[1, 2, 3].map(
        (value) => new Promise((resolve) => process.nextTick(() => resolve(Promise.resolve().then(() => add(value))))),
      ),
    ]);
    expect(groups).toEqual([4]);
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it('[STORE-14] what is written while a group commits goes into the next group', async () => {
    const { queue, groups } = recordingQueue();
    const inner: Promise<string>[] = [];
    await queue.add(() => inner.push(queue.add(() => 'later')));
    expect(await Promise.all(inner)).toEqual(['later']);
    expect(groups).toEqual([1, 1]);
  });

  it('[STORE-13] a group that fails as a whole rejects each of its writes, and the next group is tried', async () => {
    const { queue, break: toggle } = recordingQueue();
    toggle.error = new Error('no');
    const results = await Promise.allSettled([queue.add(() => 1), queue.add(() => 2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    toggle.error = null;
    expect(await queue.add(() => 3)).toBe(3);
  });
});
