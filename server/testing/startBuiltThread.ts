/** Stands in for `startThread` where tests have a build: a thread of TypeScript would take seconds to learn to read it. */
import { basename, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

export function startThread(code: URL, job: unknown, memoryMb: number): Worker {
  const built = resolve('dist/server', basename(code.pathname).replace(/\.ts$/, '.js'));
  return new Worker(built, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
}
