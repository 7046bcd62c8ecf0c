/** The thread that packs one moment of a large board. */
import { parentPort, workerData } from 'node:worker_threads';
import { packParts, type PackedMoment } from './Moment.ts';

const port = parentPort;
if (port === null) throw new Error('this is the thread of a moment, not a program');
const say = (message: PackedMoment): void => port.postMessage(message);

// Only `packInThread` starts this thread, with the parts of a document.
say(packParts(workerData as readonly Uint8Array[]));
