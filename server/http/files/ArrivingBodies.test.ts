import { describe, expect, it } from 'vitest';
import { ArrivingBodies } from './ArrivingBodies.ts';

/** A request whose body comes when the test says so. */
function slow() {
  const { readable: body, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  // whoever gives way reads no more of it
  const unread = (): void => {};
  return {
    request,
    /** Resolves when it was read. */
    send: (bytes: number) => writer.write(new Uint8Array(bytes)).catch(unread),
    end: () => void writer.close().catch(unread),
  };
}

const size = async (parts: readonly Uint8Array[]): Promise<number> =>
  parts.reduce((sum, { length }) => sum + length, 0);
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'taken',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('bodies that arrive', () => {
  it('[BOARDFILE-7] [ASSET-3] so many of one key at once; others are not touched by it, and an end makes room', async () => {
    const bodies = new ArrivingBodies({ perKey: 2, heldBytes: 1_000 });
    const [first, second, third, other] = [slow(), slow(), slow(), slow()];
    const begin = (one: ReturnType<typeof slow>, key: string) =>
      codeOf(bodies.take(one.request, { key, maxBytes: 100 }, size));
    const taken = [begin(first, 'a'), begin(second, 'a')];
    expect(await begin(third, 'a')).toBe('too-fast');
    other.end();
    expect(await begin(other, 'b')).toBe('taken');
    first.end();
    expect(await taken[0]).toBe('taken');
    const again = slow();
    void again.send(100);
    again.end();
    expect(await begin(again, 'a')).toBe('taken');
    const large = slow();
    void large.send(101);
    expect(await begin(large, 'a')).toBe('too-large');
    second.end();
    expect(await taken[1]).toBe('taken');
  });

  it('[BOARDFILE-7] [ASSET-3] where memory is used up the one that is longest under way gives way', async () => {
    const bodies = new ArrivingBodies({ perKey: 1, heldBytes: 250 });
    const all = [slow(), slow(), slow()];
    const taken = all.map(({ request }, key) =>
      codeOf(bodies.take(request, { key: String(key), maxBytes: 100 }, size)),
    );
    for (const one of all) await one.send(100);
    expect(await taken[0]).toBe('too-fast');
    for (const one of all.slice(1)) one.end();
    expect(await Promise.all(taken)).toEqual(['too-fast', 'taken', 'taken']);
  });
});
