/** The thread of one restore: gets the job, says when all is done ahead, and then turns back once (decision 0155). */
import { parentPort, workerData } from 'node:worker_threads';
import type { RestorationAnswer } from './openRestoration.ts';
import { Restoration, type RestorationJob } from './Restoration.ts';

const port = parentPort;
if (port === null) throw new Error('this is the thread of a restore, not a program');
const say = (message: RestorationAnswer): void => port.postMessage(message);

// Only `restoreInThread` starts this thread, with a job.
const restoration = new Restoration(workerData as RestorationJob);
port.once('message', (later: readonly Uint8Array[]) => {
  say({ kind: 'turnedBack', turnedBack: restoration.turnBack(later) });
});
say({ kind: 'ready', report: restoration.report });
