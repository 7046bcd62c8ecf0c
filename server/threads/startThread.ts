/** Starts a thread: built, its code is a file beside the server's; from source it is TypeScript, which the thread has to learn to read first. */
import { Worker } from 'node:worker_threads';

/** `code` = the file with the thread's work as it is named in the sources; `job` = its `workerData`. */
export function startThread(code: URL, job: unknown, memoryMb: number): Worker {
  const options = { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(code.href.replace(/\.ts$/, '.js')), options);
  const start = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(code.href)});
  })`;
  return new Worker(start, { ...options, eval: true });
}
