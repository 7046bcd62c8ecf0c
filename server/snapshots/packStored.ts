/** Packs a document as it is on disk where that keeps nobody waiting: at once where it is small, in a thread where it is large. */
import { startThread } from '#server/threads/startThread.ts';
import { packParts, type PackedMoment } from './Moment.ts';

/** Measured: a board of so many bytes costs a few milliseconds. Starting a thread costs 200. */
const smallBytes = 48 * 1024;
const mostMs = 60_000;
const memoryMb = 1_024;

export async function packStored(parts: readonly Uint8Array[]): Promise<PackedMoment> {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return bytes < smallBytes ? packParts(parts) : packInThread(parts);
}

export function packInThread(parts: readonly Uint8Array[]): Promise<PackedMoment> {
  const worker = startThread(new URL('./momentWorker.ts', import.meta.url), parts, memoryMb);
  const deadline = setTimeout(() => void worker.terminate(), mostMs);
  return new Promise<PackedMoment>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread of a moment ended before its work')));
  }).finally(() => clearTimeout(deadline));
}
