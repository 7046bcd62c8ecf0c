/**
 * Writes many binary messages to a socket at once. The frames of a server carry no mask, so they are the same bytes for
 * every reader: small ones are put together once per array of frames and written to each socket in one call; large ones are
 * written as they are, so that a board that many people open is not in memory twice.
 */
import type { Duplex } from 'node:stream';

/** Above this, copying once costs more than a second buffer in the call for each reader. */
const copyUpToBytes = 64 * 1024;

export class FrameWriter {
  readonly #ready = new WeakMap<readonly Uint8Array[], readonly Uint8Array[]>();

  /** `raw` is the TCP or TLS stream below a WebSocket that is open and compresses nothing. */
  write(raw: Duplex, frames: readonly Uint8Array[]): void {
    let buffers = this.#ready.get(frames);
    if (buffers === undefined) {
      buffers = together(frames);
      this.#ready.set(frames, buffers);
    }
    writeAll(raw, buffers);
  }

  /** One frame for one reader. */
  writeOne(raw: Duplex, frame: Uint8Array): void {
    writeAll(raw, together([frame]));
  }
}

function writeAll(raw: Duplex, buffers: readonly Uint8Array[]): void {
  const [only] = buffers;
  if (buffers.length === 1 && only !== undefined) {
    raw.write(only);
    return;
  }
  raw.cork();
  for (const buffer of buffers) raw.write(buffer);
  raw.uncork();
}

/** The bytes of all frames, heads included, in as few buffers as can be had without copying large ones. */
function together(frames: readonly Uint8Array[]): readonly Uint8Array[] {
  const buffers: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const close = (): void => {
    if (small.length > 0) buffers.push(Buffer.concat(small));
    small = [];
  };
  for (const frame of frames) {
    small.push(frameHead(frame.length));
    if (frame.length <= copyUpToBytes) small.push(frame);
    else {
      close();
      buffers.push(frame);
    }
  }
  close();
  return buffers;
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
