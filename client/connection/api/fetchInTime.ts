/**
 * A request with an end: so long until the answer begins, and then so long between its pieces, however large it is. Without
 * one a proxy that keeps a request open, or a laptop that slept, would leave somebody waiting for ever.
 */
import type { Clock } from '#client/connection/Ports.ts';

/** The line broke, or nothing came in time; everything else that is thrown is a fault of the program. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

/** Longest silence in the middle of an answer. */
const silentMs = 30_000;

const withoutContent: ReadonlySet<number> = new Set([204, 205, 304]);

export interface Request {
  readonly path: string;
  readonly init: RequestInit;
  /** until the answer begins */
  readonly answerMs: number;
}

/** Rejects with LineError, and so does reading the body of the answer. */
export async function fetchInTime(fetcher: typeof fetch, clock: Clock, request: Request): Promise<Response> {
  const abort = new AbortController();
  const givenUp = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true });
  });
  givenUp.catch(() => {});
  let cancel = (): void => {};
  const wait = (ms: number): void => {
    cancel();
    cancel = clock.after(ms, () => abort.abort(new LineError(`nothing came for ${ms} ms`)));
  };
  /** What the browser throws for a broken line cannot be told from a fault by itself; here nothing else can happen. */
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([work, givenUp]);
    } catch (error) {
      throw error instanceof LineError ? error : new LineError('the line broke', { cause: error });
    }
  };

  wait(request.answerMs);
  const { status, statusText, headers, body } = await inTime(
    fetcher(request.path, { ...request.init, signal: abort.signal }),
  ).finally(() => cancel());
  // Chromium gives answers without content a body that is empty, and takes none for the answer that is handed on.
  if (body === null || withoutContent.has(status)) return new Response(null, { status, statusText, headers });
  const reader = body.getReader();
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      wait(silentMs);
      const next = await inTime(reader.read()).finally(() => cancel());
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(pieces, { status, statusText, headers });
}
