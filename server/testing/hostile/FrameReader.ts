/**
 * Reads WebSocket frames of a server out of a byte stream, as lean as possible: the load generator receives hundreds of
 * megabytes a second on one core and mostly needs only the first byte and the length of a frame.
 */

export interface ReadFrame {
  readonly opcode: number;
  /** first byte of the payload, -1 for an empty one */
  readonly firstByte: number;
  readonly length: number;
  /** the payload; null where the reader only counts */
  readonly payload: Buffer | null;
}

export class FrameReader {
  private readonly onFrame: (frame: ReadFrame) => void;
  private readonly header = Buffer.alloc(10);
  private headerFill = 0;
  private headerSize = 2;
  private opcode = 0;
  private length = 0;
  private read = 0;
  private firstByte = -1;
  private payload: Buffer | null = null;
  private inPayload = false;
  /** false: data frames are counted, their payload is not kept */
  keepsPayload: boolean;

  constructor(onFrame: (frame: ReadFrame) => void, keepsPayload = true) {
    this.onFrame = onFrame;
    this.keepsPayload = keepsPayload;
  }

  /** Takes the next bytes; they may be overwritten by the caller afterwards. */
  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) at = this.inPayload ? this.takePayload(chunk, at) : this.takeHeader(chunk, at);
  }

  private takeHeader(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && this.headerFill < this.headerSize) {
      this.header[this.headerFill++] = chunk[at++] ?? 0;
      if (this.headerFill === 2) this.headerSize = headerSizes[(this.header[1] ?? 0) & 127] ?? 2;
    }
    if (this.headerFill < this.headerSize) return at;
    this.opcode = (this.header[0] ?? 0) & 15;
    const short = (this.header[1] ?? 0) & 127;
    this.length =
      short < 126 ? short : short === 126 ? this.header.readUInt16BE(2) : Number(this.header.readBigUInt64BE(2));
    this.read = 0;
    this.firstByte = -1;
    this.payload = null;
    this.inPayload = true;
    if (this.length === 0) this.finish();
    return at;
  }

  private takePayload(chunk: Buffer, from: number): number {
    const take = Math.min(this.length - this.read, chunk.length - from);
    if (this.read === 0) {
      this.firstByte = chunk[from] ?? -1;
      if (this.keepsPayload || this.opcode >= 8) this.payload = Buffer.allocUnsafe(this.length);
    }
    this.payload?.set(chunk.subarray(from, from + take), this.read);
    this.read += take;
    if (this.read === this.length) this.finish();
    return from + take;
  }

  private finish(): void {
    this.inPayload = false;
    this.headerFill = 0;
    this.headerSize = 2;
    const payload = this.payload ?? (this.length === 0 ? Buffer.alloc(0) : null);
    this.payload = null;
    this.onFrame({ opcode: this.opcode, firstByte: this.firstByte, length: this.length, payload });
  }
}

/** Bytes of a frame header by its 7-bit length; a server's frames carry no mask. */
const headerSizes: Readonly<Record<number, number>> = { 126: 4, 127: 10 };
