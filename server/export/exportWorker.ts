/**
 * The thread that makes the files of one export. It gets the moment, asks for uploaded pictures one by one, and sends pieces
 * as soon as they are there; the thread of the rooms stays free (decision 0150).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '#server/threads/giveWay.ts';
import type { AssetSource, ExportJob } from './ExportJob.ts';
import { makeFiles, planFiles } from './makeFiles.ts';
import { zipFiles } from './zipFiles.ts';
import type { WorkerAnswer, WorkerAsk } from './WorkerMessages.ts';

const port = parentPort;
if (port === null) throw new Error('this is the thread of an export, not a program');

giveWay();
// Only `runExport` starts this thread, with a job.
const job = workerData as ExportJob;
const say = (message: WorkerAsk): void => port.postMessage(message);

const waiting = new Map<string, (found: Awaited<ReturnType<AssetSource>>) => void>();
port.on('message', ({ id, asset }: WorkerAnswer) => {
  waiting.get(id)?.(asset);
  waiting.delete(id);
});
const assets: AssetSource = (id) =>
  new Promise((resolve) => {
    waiting.set(id, resolve);
    say({ kind: 'asset', id });
  });

const files = await planFiles(job, assets);
const wanted = files.filter(({ name }) => job.wanted === 'pack.zip' || name === job.wanted);
say({ kind: 'planned', count: wanted.length });
const made = makeFiles(wanted);
if (job.wanted === 'pack.zip')
  for await (const bytes of zipFiles(made, { timeMs: job.takenAtMs, zone: job.zone })) say({ kind: 'piece', bytes });
else for await (const { bytes } of made) say({ kind: 'piece', bytes });
say({ kind: 'done' });
port.close();
