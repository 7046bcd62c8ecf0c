import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPack, type PackProgress } from './readPack.ts';

const files = {
  'README.txt': new TextEncoder().encode('a'.repeat(5_000)),
  'pictures/frame.png': new Uint8Array(9_000),
};
const pack = zipSync(files);

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    Uint8Array.from(bytes.slice(at * size, (at + 1) * size)),
  );
  return new ReadableStream({
    pull(controller) {
      const next = pieces.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

describe('readPack', () => {
  it('[EXPORT-5] says which file arrives, and hands over the very bytes', async () => {
    const seen: PackProgress[] = [];
    const whole = await readPack(
      inPieces(pack, 7),
      (progress) => seen.push(progress),
      () => true,
    );
    expect(seen).toEqual([
      { done: 1, name: 'README.txt' },
      { done: 2, name: 'pictures/frame.png' },
    ]);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(pack);
  });

  it('[EXPORT-5] what broke off is not handed over', async () => {
    const cut = inPieces(pack.slice(0, -30), 100);
    await expect(
      readPack(
        cut,
        () => {},
        () => true,
      ),
    ).rejects.toThrow('ends too early');
    await expect(
      readPack(
        inPieces(new Uint8Array(), 1),
        () => {},
        () => true,
      ),
    ).rejects.toThrow('ends too early');
  });

  it('[EXPORT-5] whoever stops waiting stops reading', async () => {
    let isWanted = true;
    const reading = readPack(
      inPieces(pack, 50),
      () => (isWanted = false),
      () => isWanted,
    );
    await expect(reading).rejects.toThrow('nobody waits');
  });
});
