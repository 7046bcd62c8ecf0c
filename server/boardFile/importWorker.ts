/** The thread that reads uploaded files, one after the other: whatever is in them, the rooms go on (decision 0225). */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '#server/threads/giveWay.ts';
import { readImport, type ImportJob, type ReadImport } from './readImport.ts';

const port = parentPort;
if (port === null) throw new Error('this is the thread of imports, not a program');

giveWay();
port.on('message', (job: ImportJob) => {
  const read = readImport(job);
  port.postMessage(read, buffersOf(read));
});

/** What can be handed over without a copy: memory that belongs to one piece alone. */
function buffersOf(found: ReadImport): ArrayBuffer[] {
  if (!found.ok || found.content === null) return [];
  const { first, assets } = found.content;
  const pieces = [first, ...assets.map(({ bytes }) => bytes)];
  const own = pieces.filter(({ buffer, byteLength }) => buffer.byteLength === byteLength);
  return [...new Set(own.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
