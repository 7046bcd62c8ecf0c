/**
 * A WebSocket client that keeps no rules: bare TCP, a handshake with any header, any bytes as frames, pauses, resets.
 * For hostile cases and for the load generator. Never used by the product.
 */
import { connect, type Socket } from 'node:net';
import { frameBytes, opcodes, type FrameShape } from './frameBytes.ts';
import { FrameReader, type ReadFrame } from './FrameReader.ts';

export interface RawSocketOptions {
  readonly port: number;
  readonly host?: string;
  readonly path: string;
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** called for each data frame; without it they are collected in `frames` */
  readonly onFrame?: (frame: ReadFrame) => void;
  /** false: payloads of data frames are not kept */
  readonly keepsPayload?: boolean;
  readonly answersPings?: boolean;
  readonly answersCloses?: boolean;
}

export interface RawClose {
  /** 1006 when the connection ended without a close frame */
  readonly code: number;
  readonly reason: string;
}

/** The server answered the handshake with something else than 101. */
export class HandshakeRefused extends Error {
  override readonly name = 'HandshakeRefused';
  readonly status: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super(`handshake refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

export class RawSocket {
  readonly frames: Buffer[] = [];
  readonly closed: Promise<RawClose>;
  /** value of Sec-WebSocket-Extensions in the answer */
  extensions = '';
  private readonly socket: Socket;
  private readonly settleClosed: (close: RawClose) => void;
  private closeFrame: RawClose | null = null;
  private readonly reader: FrameReader;

  private constructor(socket: Socket, options: RawSocketOptions) {
    this.socket = socket;
    let settle: (close: RawClose) => void = () => undefined;
    this.closed = new Promise((resolve) => (settle = resolve));
    this.settleClosed = settle;
    this.reader = new FrameReader((frame) => this.take(frame, options), options.keepsPayload ?? true);
  }

  /** Resolves when the server has answered 101; rejects with `HandshakeRefused` or the error of the connection. */
  static open(options: RawSocketOptions): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0);
      let opened: RawSocket | null = null;
      // one buffer for all reads of this socket: callbacks run to their end before the next read
      const buffer = Buffer.allocUnsafe(65_536);
      const socket = connect({
        port: options.port,
        host: options.host ?? '127.0.0.1',
        noDelay: true,
        onread: {
          buffer,
          callback: (size) => {
            if (opened) {
              opened.reader.push(buffer.subarray(0, size));
              return true;
            }
            head = Buffer.concat([head, buffer.subarray(0, size)]);
            const end = head.indexOf('\r\n\r\n');
            if (end < 0) return true;
            const answer = head.subarray(0, end).toString('latin1');
            if (!answer.startsWith('HTTP/1.1 101')) {
              socket.destroy();
              reject(new HandshakeRefused(Number(answer.slice(9, 12)), head.subarray(end + 4).toString('utf8')));
              return true;
            }
            opened = raw;
            raw.extensions = /^sec-websocket-extensions:\s*(.*)$/im.exec(answer)?.[1] ?? '';
            resolve(raw);
            const rest = head.subarray(end + 4);
            // after resolve's listeners, so that a caller that awaits `open` misses nothing
            if (rest.length > 0) raw.reader.push(rest);
            return true;
          },
        },
      });
      const raw = new RawSocket(socket, options);
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error('connection ended during the handshake'));
        raw.settleClosed(raw.closeFrame ?? { code: 1006, reason: '' });
      });
      socket.on('connect', () => socket.write(handshakeText(options)));
    });
  }

  /** Bytes the kernel has not taken yet. */
  get unsentBytes(): number {
    return this.socket.writableLength;
  }

  send(payload: Uint8Array, shape: FrameShape = {}): void {
    this.sendBytes(frameBytes(payload, shape));
  }

  sendText(text: string): void {
    this.send(Buffer.from(text, 'utf8'), { opcode: opcodes.text });
  }

  /** Bytes below the WebSocket protocol. */
  sendBytes(bytes: Uint8Array): void {
    if (!this.socket.destroyed && this.socket.writable) this.socket.write(bytes);
  }

  /** From now on data frames are only counted. */
  stopKeepingPayload(): void {
    this.reader.keepsPayload = false;
  }

  /** Stops reading, so that the server's sends pile up. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Ends the connection with a TCP reset. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  /** Ends politely with a close frame, then the connection. */
  close(code = 1000): Promise<RawClose> {
    const body = Buffer.alloc(2);
    body.writeUInt16BE(code);
    this.send(body, { opcode: opcodes.close });
    this.socket.end();
    return this.closed;
  }

  private take(frame: ReadFrame, options: RawSocketOptions): void {
    if (frame.opcode === opcodes.ping) {
      if (options.answersPings !== false) this.send(frame.payload ?? Buffer.alloc(0), { opcode: opcodes.pong });
    } else if (frame.opcode === opcodes.close) {
      const body = frame.payload ?? Buffer.alloc(0);
      this.closeFrame = {
        code: body.length >= 2 ? body.readUInt16BE(0) : 1005,
        reason: body.subarray(2).toString('utf8'),
      };
      if (options.answersCloses !== false) this.socket.end(frameBytes(body.subarray(0, 2), { opcode: opcodes.close }));
    } else if (frame.opcode < 8) {
      if (options.onFrame) options.onFrame(frame);
      else if (frame.payload) this.frames.push(frame.payload);
    }
  }
}

function handshakeText(options: RawSocketOptions): string {
  const headers: Record<string, string> = {
    Host: `${options.host ?? '127.0.0.1'}:${options.port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...(options.protocols ? { 'Sec-WebSocket-Protocol': options.protocols.join(', ') } : {}),
    ...options.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `GET ${options.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
