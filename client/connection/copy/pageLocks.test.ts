// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { pageLocks } from './pageLocks.ts';

/** What a browser does with locks that are only wanted where nobody has them. */
function lockManager(): { readonly held: Set<string>; readonly locks: LockManager } {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: LockOptions,
    run: (lock: { name: string } | null) => unknown,
  ): Promise<void> => {
    if (held.has(name)) {
      await run(null);
      return;
    }
    held.add(name);
    await run({ name });
    held.delete(name);
  };
  return { held, locks: { request } as unknown as LockManager };
}

const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

describe('locks of writing ids', () => {
  it('[LINE-18] go to one page at a time, and to the next when that one gives them back', async () => {
    const { locks } = lockManager();
    const [one, two] = [pageLocks('copy', locks), pageLocks('copy', locks)];
    const release = await one?.(7, () => {});
    expect(release).toBeTypeOf('function');
    expect(await two?.(7, () => {})).toBeNull();
    expect(await two?.(8, () => {})).toBeTypeOf('function');
    release?.();
    await turn();
    expect(await two?.(7, () => {})).toBeTypeOf('function');
  });

  it('[LINE-18] are lost by a page that was put away and comes back', async () => {
    const { held, locks } = lockManager();
    const lost: number[] = [];
    await pageLocks('copy', locks)?.(7, () => lost.push(7));
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect([lost, held.size]).toEqual([[], 1]);
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await turn();
    expect([lost, held.size]).toEqual([[7], 0]);
  });

  it('[LINE-18] are given to nobody where the browser has none', () => {
    expect(pageLocks('copy', undefined)).toBeUndefined();
  });
});
