import { describe, expect, it } from 'vitest';
import { FairQueue } from './FairQueue.ts';

function held() {
  const done: string[] = [];
  const release = new Map<string, () => void>();
  const task = (name: string) => async (): Promise<string> => {
    await new Promise<void>((resolve) => release.set(name, resolve));
    done.push(name);
    return name;
  };
  const finish = async (name: string): Promise<void> => {
    release.get(name)?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { done, task, finish, working: () => [...release.keys()].filter((name) => !done.includes(name)) };
}

describe('FairQueue', () => {
  it('[BOARDFILE-7] takes turns key by key, however much one asks for', async () => {
    const { done, task, finish, working } = held();
    const queue = new FairQueue({ atOnce: 1, perKey: 3, waiting: 10 });
    const taken = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map((name) => queue.take(name.charAt(0), task(name)));
    expect(queue.take('a', task('a4'))).toBe(null);
    expect(working()).toEqual(['a1']);
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) {
      expect(working()).toEqual([name]);
      await finish(name);
    }
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
    for (const one of taken) expect(await one).toMatch(/[abc]\d/);
    const again = queue.take('a', task('a5'));
    expect(working()).toEqual(['a5']);
    await finish('a5');
    expect(await again).toBe('a5');
  });

  it('[BOARDFILE-7] lets only so many wait, and a task that fails gives its turn on', async () => {
    const { task, finish } = held();
    const queue = new FairQueue({ atOnce: 1, perKey: 2, waiting: 1 });
    const fails = queue.take('a', () => Promise.reject(new Error('it fails')));
    const waits = queue.take('b', task('b1'));
    expect(queue.take('c', task('c1'))).toBe(null);
    await expect(fails).rejects.toThrow('it fails');
    await finish('b1');
    expect(await waits).toBe('b1');
  });
});
