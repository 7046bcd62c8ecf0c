/**
 * Reads uploaded files in a thread of its own, within a time and a memory that no file of a real board needs. The thread is
 * there from the first file on, and goes when none came for a while, with all that a file left in its memory.
 */
import type { Worker } from 'node:worker_threads';
import { startThread } from '#server/threads/startThread.ts';
import { unfit, type ImportJob, type ReadImport } from './readImport.ts';

const mostMs = 20_000;
const idleMs = 30_000;
const memoryMb = 1_024;

export class ImportThread {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** One file at a time. The job's parts go to the thread and are gone here. Whoever gives up (`signal`) ends the thread. */
  async read(job: ImportJob, signal: AbortSignal): Promise<ReadImport> {
    signal.throwIfAborted();
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    try {
      const read = await this.#answer(worker, job, signal);
      worker.unref();
      this.#idle = setTimeout(() => this.end(), idleMs);
      this.#idle.unref();
      return read;
    } catch (error) {
      this.end();
      if (error instanceof TooMuch) return unfit([{ path: '', message: 'The file takes too long to read.' }]);
      throw error;
    }
  }

  end(): void {
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#worker = null;
  }

  /** It may also fail while nobody waits for it: then it is only gone, and the next file gets a new one. */
  #start(): Worker {
    const worker = startThread(new URL('./importWorker.ts', import.meta.url), null, memoryMb);
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  /**
   * Whatever listens is taken off again: what stays at the signal of a request holds the request, and undici the signal, for ever.
   */
  #answer(worker: Worker, job: ImportJob, signal: AbortSignal): Promise<ReadImport> {
    const undo: (() => void)[] = [];
    return new Promise<ReadImport>((resolve, reject) => {
      const on = (event: string, run: (value: unknown) => void): void => {
        worker.once(event, run);
        undo.push(() => worker.off(event, run));
      };
      const deadline = setTimeout(() => reject(new TooMuch()), mostMs);
      undo.push(() => clearTimeout(deadline));
      const gaveUp = (): void => reject(signal.reason);
      signal.addEventListener('abort', gaveUp);
      undo.push(() => signal.removeEventListener('abort', gaveUp));
      // The thread says nothing else.
      on('message', (read) => resolve(read as ReadImport));
      on('error', (error) => {
        const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isFull ? new TooMuch() : error);
      });
      on('exit', () => reject(new Error('The thread of imports ended before its work')));
      worker.postMessage(job, buffersOf(job));
    }).finally(() => undo.forEach((take) => take()));
  }
}

/** It took more time or memory than a file may. */
class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** Parts of an upload are copies of their own (`readParts`). */
function buffersOf({ parts }: ImportJob): ArrayBuffer[] {
  return parts.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
