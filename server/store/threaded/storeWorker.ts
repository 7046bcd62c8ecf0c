/** A thread of the store: the one that writes, or the one that reads beside it (decision 0105). */
import { parentPort, workerData } from 'node:worker_threads';
import { engineNamed } from '../sqlite/engine.ts';
import { openReader } from '../sqlite/openReader.ts';
import { openSqliteStore } from '../sqlite/openSqliteStore.ts';
import type { StoreAnswer, StoreAsk, StoreRole } from './messages.ts';
import { ServedStore } from './ServedStore.ts';

const port = parentPort;
if (port === null) throw new Error('this is a thread of the store, not a program');
const role = workerData as StoreRole;

const served = new ServedStore({
  open({ engine, ...options }, nowMs) {
    const all = { ...options, nowMs, ...(engine !== undefined && { engine: engineNamed(engine) }) };
    if (role === 'reader') return { ...openReader(all), isShared: true };
    const store = openSqliteStore(all);
    return { store, isShared: store.isShared, together: (run) => run() };
  },
  say: (answer: StoreAnswer, transfer) => port.postMessage(answer, transfer),
});
port.on('message', (ask: StoreAsk) => served.hear(ask));
