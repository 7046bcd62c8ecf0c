import { describe, expect, it } from 'vitest';
import { CodeTries } from './CodeTries.ts';

function open(perMinute: number) {
  const turns: (() => void)[] = [];
  const now = { ms: 1_800_000_000_000 };
  const wait = () => new Promise<void>((resolve) => turns.push(resolve));
  const tries = new CodeTries({ perMinute, nowMs: () => now.ms, wait });
  /** What became of a wrong code by now. */
  const wrong = (address: string) => {
    const seen = { is: 'waits' };
    tries.take(address).then(
      () => (seen.is = 'answered'),
      (error: unknown) => (seen.is = String(error instanceof Error && 'code' in error ? error.code : error)),
    );
    return seen;
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { now, turns, wrong, settle };
}

describe('tries at short codes', () => {
  it('[DOOR-22] half of the budget is for one address; above it each waits for a turn, and is answered', async () => {
    const { now, turns, wrong, settle } = open(20);
    const mistyped = Array.from({ length: 10 }, () => wrong('room'));
    await settle();
    expect(mistyped.every(({ is }) => is === 'answered')).toBe(true);
    const next = wrong('room');
    const other = wrong('elsewhere');
    await settle();
    expect([next.is, other.is]).toEqual(['waits', 'answered']);
    turns.shift()?.();
    await settle();
    expect(next.is).toBe('answered');
    now.ms += 120_000;
    const later = wrong('room');
    await settle();
    expect(later.is).toBe('answered');
  });

  it('[DOOR-22] from however many addresses, no more than the budget and one turn after the other', async () => {
    const { turns, wrong, settle } = open(100);
    const answers: { readonly is: string }[] = [];
    for (let n = 0; n < 1_000; n += 1) {
      answers.push(wrong(`address ${n}`));
      await settle();
    }
    const count = (what: string): number => answers.filter(({ is }) => is === what).length;
    expect([count('answered'), turns.length, count('waits'), count('too-fast')]).toEqual([100, 1, 401, 499]);
    turns.shift()?.();
    await settle();
    expect([count('answered'), turns.length]).toEqual([101, 1]);
  });

  it('[DOOR-22] who asks much waits for themselves: another address has its turn before their second', async () => {
    const { turns, wrong, settle } = open(2);
    for (const address of ['flood', 'a']) wrong(address);
    await settle();
    const flood = Array.from({ length: 30 }, () => wrong('flood'));
    const person = wrong('person');
    await settle();
    expect(flood.filter(({ is }) => is === 'too-fast')).toHaveLength(10);
    for (let turn = 0; turn < 3; turn += 1) {
      turns.shift()?.();
      await settle();
    }
    expect(person.is).toBe('answered');
    expect(flood.filter(({ is }) => is === 'answered')).toHaveLength(2);
  });
});
