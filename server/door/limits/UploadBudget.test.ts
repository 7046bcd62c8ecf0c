import { describe, expect, it } from 'vitest';
import { UploadBudget } from './UploadBudget.ts';

function open() {
  const now = { storedBytes: 0, freeBytes: 10_000, nowMs: 1_800_000_000_000, told: 0 };
  const budget = new UploadBudget({
    store: { storedBytes: async () => now.storedBytes },
    limits: { maxStoredBytes: 1_000, reserveBytes: 500, uploadBytesPerAddressPerDay: 100 },
    freeBytes: async () => now.freeBytes,
    nowMs: () => now.nowMs,
    onFull: () => (now.told += 1),
  });
  const bring = async (address: string, bytes: number): Promise<string> => {
    const kept = budget.take(address, bytes, async () => {
      now.storedBytes += bytes;
      return 'kept';
    });
    return kept.catch((error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'fault'));
  };
  return { now, budget, bring };
}

describe('what may be brought', () => {
  it('[OPS-11] is bounded per address and day, and others are not touched by it', async () => {
    const { now, bring } = open();
    expect(await bring('a', 60)).toBe('kept');
    expect(await bring('a', 41)).toBe('uploads-full');
    expect(await bring('a', 40)).toBe('kept');
    expect(await bring('a', 1)).toBe('uploads-full');
    expect(await bring('b', 100)).toBe('kept');
    now.nowMs += 48 * 60 * 60 * 1_000;
    expect(await bring('a', 100)).toBe('kept');
  });

  it('[OPS-11] is bounded for the server, on both sides of the sum and of the reserve', async () => {
    const { now, bring } = open();
    now.storedBytes = 950;
    expect(await bring('a', 51)).toBe('server-full');
    expect(await bring('a', 50)).toBe('kept');
    expect(await bring('b', 1)).toBe('server-full');
    expect(now.told).toBe(2);
    now.storedBytes = 0;
    now.freeBytes = 550;
    expect(await bring('c', 51)).toBe('server-full');
    expect(await bring('c', 50)).toBe('kept');
    now.freeBytes = 499;
    expect([await bring('c', 0), await bring('c', 0)]).toEqual(['server-full', 'server-full']);
    // once for each time that it became full
    expect(now.told).toBe(3);
  });

  it('[OPS-11] counts what is under way, and nothing that was not kept', async () => {
    const { now, budget, bring } = open();
    let release = (): void => {};
    const slow = budget.take('a', 80, () => new Promise<void>((resolve) => (release = resolve)));
    await Promise.resolve();
    expect(await bring('a', 21)).toBe('uploads-full');
    now.storedBytes = 900;
    expect(await bring('b', 21)).toBe('server-full');
    expect(await bring('b', 20)).toBe('kept');
    release();
    await slow;
    now.storedBytes = 0;
    await expect(budget.take('c', 100, () => Promise.reject(new Error('the disk')))).rejects.toThrow('the disk');
    expect(await bring('c', 100)).toBe('kept');
  });
});
