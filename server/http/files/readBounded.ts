/** The body of a request, at most so many bytes: refused by its announced length, otherwise as soon as it is too long. */
import { Refusal } from '#shared/wire/Refusal.ts';

export async function readBounded(request: Request, maxBytes: number): Promise<Uint8Array> {
  return Buffer.concat(await readParts(request, maxBytes));
}

export interface PartsOptions {
  /** ends the reading; what it was aborted with is thrown */
  readonly signal?: AbortSignal;
  /** for each part that has arrived, its bytes */
  readonly onPart?: (bytes: number) => void;
}

/** The same in the pieces in which it arrived, each with memory of its own. */
export async function readParts(
  request: Request,
  maxBytes: number,
  { signal, onPart }: PartsOptions = {},
): Promise<Uint8Array[]> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('too-large');
  if (request.body === null) return [];
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const stop = (): void => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    signal?.throwIfAborted();
    if (done) return parts;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new Refusal('too-large');
    }
    onPart?.(value.length);
    parts.push(new Uint8Array(value));
  }
}
