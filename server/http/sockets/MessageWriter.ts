/**
 * Writes many binary messages to a socket at once. The frames that carry those of a server have no mask, so they are the same bytes for
 * every reader: small ones are put together once per array of messages and written to each socket in one call; large ones are
 * written as they are, so that a board that many people open is not in memory twice.
 */
import type { Duplex } from 'node:stream';

/** Above this, copying once costs more than a second buffer in the call for each reader. */
const copyUpToBytes = 64 * 1024;

export class MessageWriter {
  readonly #ready = new WeakMap<readonly Uint8Array[], readonly Uint8Array[]>();

  /** `raw` is the TCP or TLS stream below a WebSocket that is open and compresses nothing. */
  write(raw: Duplex, messages: readonly Uint8Array[]): void {
    let buffers = this.#ready.get(messages);
    if (buffers === undefined) {
      buffers = together(messages);
      this.#ready.set(messages, buffers);
    }
    writeAll(raw, buffers);
  }

  /** One message for one reader. */
  writeOne(raw: Duplex, message: Uint8Array): void {
    writeAll(raw, together([message]));
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

/** The bytes of all messages, heads included, in as few buffers as can be had without copying large ones. */
function together(messages: readonly Uint8Array[]): readonly Uint8Array[] {
  const buffers: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const close = (): void => {
    if (small.length > 0) buffers.push(Buffer.concat(small));
    small = [];
  };
  for (const message of messages) {
    small.push(frameHead(message.length));
    if (message.length <= copyUpToBytes) small.push(message);
    else {
      close();
      buffers.push(message);
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
