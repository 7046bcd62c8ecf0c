import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

/** Nice values of all threads of this process, where the system tells them. */
function priorities(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

it('[BOARDFILE-7] a thread that gives way is behind the thread of the rooms, which stays where it was', async () => {
  const before = getPriority(0);
  const code = `import('tsx/esm/api').then(async ({ register }) => {
    register();
    const { giveWay } = await import(${JSON.stringify(new URL('giveWay.ts', import.meta.url).href)});
    giveWay();
    require('node:worker_threads').parentPort.postMessage('gave way');
    setInterval(() => {}, 1_000);
  })`;
  const worker = new Worker(code, { eval: true });
  try {
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    expect(getPriority(0)).toBe(before);
    const later = priorities().filter((nice) => nice > before);
    expect(later.length).toBe(process.platform === 'linux' ? 1 : 0);
  } finally {
    await worker.terminate();
  }
});
