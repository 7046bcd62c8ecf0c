/** The body of a request, at most so many bytes: refused by its announced length, otherwise as soon as it is too long. */
import { Refusal } from '#shared/wire/Refusal.ts';

export async function readBounded(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('too-large');
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new Refusal('too-large');
    }
    parts.push(value);
  }
}
