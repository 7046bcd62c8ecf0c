/** Runs one export in a thread of its own and gives its bytes as a stream. Whoever stops reading ends the thread. */
import type { Worker } from 'node:worker_threads';
import { startThread } from '#server/threads/startThread.ts';
import type { AssetSource, ExportJob } from './ExportJob.ts';
import type { WorkerAnswer, WorkerAsk } from './WorkerMessages.ts';

/** Longer than the largest board takes on a slow machine. */
const mostMs = 180_000;
const memoryMb = 1_536;

export interface RunningExport {
  /** files that will be made */
  readonly count: number;
  readonly bytes: ReadableStream<Uint8Array>;
  /** Resolves when the thread has ended, however. */
  readonly ended: Promise<void>;
}

/**
 * Resolves when it is known what will be made; rejects when not even that worked. `onBroken` hears why files broke off after
 * that: whoever reads them only sees that they end.
 */
export function runExport(
  job: ExportJob,
  assets: AssetSource,
  onBroken: (error: Error) => void,
): Promise<RunningExport> {
  const worker = startThread(new URL('./exportWorker.ts', import.meta.url), job, memoryMb);
  const deadline = setTimeout(() => void worker.terminate(), mostMs);
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      clearTimeout(deadline);
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    let isDone = false;
    let isPlanned = false;
    let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
    const fail = (error: Error): void => {
      if (isDone) return;
      isDone = true;
      if (isPlanned) onBroken(error);
      stream?.error(error);
      reject(error);
    };
    const bytes = new ReadableStream<Uint8Array>({
      start: (controller) => void (stream = controller),
      cancel: () => {
        isDone = true;
        void worker.terminate();
      },
    });
    worker.on('message', (message: WorkerAsk) => {
      if (message.kind === 'planned') {
        isPlanned = true;
        resolve({ count: message.count, bytes, ended });
      } else if (message.kind === 'asset') void answer(worker, assets, message.id, fail);
      else if (isDone) return;
      else if (message.kind === 'piece') stream?.enqueue(message.bytes);
      else {
        isDone = true;
        stream?.close();
      }
    });
    worker.once('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', () => fail(new Error('The thread of an export ended before its work')));
  });
}

async function answer(worker: Worker, assets: AssetSource, id: string, fail: (error: Error) => void): Promise<void> {
  try {
    worker.postMessage({ id, asset: await assets(id) } satisfies WorkerAnswer, []);
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)));
    void worker.terminate();
  }
}
