/**
 * Writes many binary messages to a socket at once. The frames of a server carry no mask, so they are the same bytes for
 * every reader: they are put together once per array of frames and written to each socket in one call.
 */
import type { Duplex } from 'node:stream';

export class FrameWriter {
  readonly #ready = new WeakMap<readonly Uint8Array[], Buffer>();

  /** `raw` is the TCP or TLS stream below a WebSocket that is open and compresses nothing. */
  write(raw: Duplex, frames: readonly Uint8Array[]): void {
    let bytes = this.#ready.get(frames);
    if (bytes === undefined) {
      bytes = Buffer.concat(frames.flatMap((frame) => [frameHead(frame.length), frame]));
      this.#ready.set(frames, bytes);
    }
    raw.write(bytes);
  }
}

/** RFC 6455 section 5.2: final, binary, not masked, then the length in one, three or nine bytes. */
function frameHead(length: number): Buffer {
  const final = 0x82;
  if (length < 126) return Buffer.from([final, length]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head.writeUInt8(final, 0);
  if (length < 65_536) {
    head.writeUInt8(126, 1);
    head.writeUInt16BE(length, 2);
  } else {
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return head;
}
