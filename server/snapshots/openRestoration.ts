/** Does the work of a restore where it keeps nobody waiting: at once for a small board, in a thread for a large one. */
import type { TakeBackReport } from '#server/snapshots/takeBack/takenBack.ts';
import { startThread } from '#server/threads/startThread.ts';
import { Restoration, type RestorationJob, type TurnedBack } from './Restoration.ts';

/** Waits for `turnBack` and gives its answer. */
export interface OpenRestoration {
  /** All is done that can be done ahead; what is taken back, where that is the job. */
  readonly ready: Promise<TakeBackReport | null>;
  turnBack(later: readonly Uint8Array[]): Promise<TurnedBack>;
  /** Ends the thread, also in the middle. */
  end(): void;
}

/** What the thread says, in this order. */
export type RestorationAnswer =
  | { readonly kind: 'ready'; readonly report: TakeBackReport | null }
  | { readonly kind: 'turnedBack'; readonly turnedBack: TurnedBack };

/** Measured: a board of so many bytes costs about 10 ms. Starting a thread costs 200. */
const smallBytes = 48 * 1024;
const mostMs = 60_000;
/** The room waits for this one. */
const mostHeldMs = 30_000;
const memoryMb = 1_024;

export function openRestoration(job: RestorationJob): OpenRestoration {
  const bytes = [...job.parts, ...job.target].reduce((sum, part) => sum + part.length, 0);
  return bytes < smallBytes ? restoreHere(job) : restoreInThread(job);
}

function restoreHere(job: RestorationJob): OpenRestoration {
  const restoration = new Restoration(job);
  return {
    ready: Promise.resolve(restoration.report),
    turnBack: async (later) => restoration.turnBack(later),
    end: () => {},
  };
}

export function restoreInThread(job: RestorationJob): OpenRestoration {
  const worker = startThread(new URL('./restorationWorker.ts', import.meta.url), job, memoryMb);
  const failed = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread of a restore ended before its work')));
  });
  const answers = (kind: RestorationAnswer['kind'], withinMs: number): Promise<RestorationAnswer> => {
    const deadline = setTimeout(() => void worker.terminate(), withinMs);
    const answered = new Promise<RestorationAnswer>((resolve) => {
      worker.on('message', (message: RestorationAnswer) => {
        if (message.kind === kind) resolve(message);
      });
    });
    return Promise.race([answered, failed]).finally(() => clearTimeout(deadline));
  };
  const ready = answers('ready', mostMs).then((answer) => (answer.kind === 'ready' ? answer.report : null));
  // heard by whoever awaits the one or the other
  for (const promise of [failed, ready]) promise.catch(() => {});
  return {
    ready,
    async turnBack(later) {
      const answer = answers('turnedBack', mostHeldMs);
      worker.postMessage(later, []);
      const message = await answer;
      if (message.kind !== 'turnedBack') throw new Error('The thread of a restore answered something else');
      return message.turnedBack;
    },
    end: () => void worker.terminate(),
  };
}
