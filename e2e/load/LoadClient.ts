/** One person of the crowd on a raw socket: joins, sends prepared frames, counts what arrives. */
import { RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import type { ReadFrame } from '../../server/testing/hostile/FrameReader.ts';
import { syncKinds } from '#shared/wire/messages.ts';
import { emptyStep2Frame, helloFrame, readSyncFrames, step1Frame, type SyncFrame } from './frames.ts';
import type { Entry, Peer } from './Peer.ts';

export class LoadClient {
  framesIn = 0;
  bytesIn = 0;
  closed = false;
  closeReason = '';
  /** called for each sync frame with a document in it; only while this client reads payloads */
  onDocument: ((frame: SyncFrame) => void) | null = null;
  private socket: RawSocket | null = null;
  private readonly peer: Peer;
  private readonly prefix: Uint8Array;
  private counts = false;

  private constructor(peer: Peer, room: string) {
    this.peer = peer;
    this.prefix = peer.dialect.prefix(room);
  }

  /** Resolves when the socket is open and the greeting is out. */
  static async open(
    peer: Peer,
    port: number,
    room: string,
    entry: Entry,
    onDocument?: (frame: SyncFrame) => void,
  ): Promise<LoadClient> {
    const client = new LoadClient(peer, room);
    client.onDocument = onDocument ?? null;
    client.socket = await RawSocket.open({ port, ...entry, onFrame: (frame) => client.take(frame) });
    void client.noteClose(client.socket);
    for (const frame of peer.dialect.greeting(room)) client.socket.send(frame);
    if (entry.protocols) client.socket.send(helloFrame());
    client.send(step1Frame());
    return client;
  }

  /** The frame as this peer wants it on the wire. */
  dress(frame: Uint8Array): Uint8Array {
    return this.prefix.length === 0 ? frame : Buffer.concat([this.prefix, frame]);
  }

  send(frame: Uint8Array): void {
    this.socket?.send(this.dress(frame));
  }

  /** Sends bytes that were dressed and framed before. */
  sendBytes(bytes: Uint8Array): void {
    this.socket?.sendBytes(bytes);
  }

  /** From now on frames are only counted. */
  countOnly(): void {
    this.counts = true;
    this.socket?.stopKeepingPayload();
  }

  async close(): Promise<void> {
    await this.socket?.close();
  }

  private async noteClose(socket: RawSocket): Promise<void> {
    const close = await socket.closed;
    this.closed = true;
    this.closeReason = `${close.code} ${close.reason}`.trim();
  }

  private take(frame: ReadFrame): void {
    this.framesIn++;
    this.bytesIn += frame.length;
    if (this.counts || !frame.payload) return;
    for (const sync of readSyncFrames(frame.payload, this.prefix.length, this.peer.dialect.concatenates)) {
      if (sync.kind === syncKinds.step1) this.send(emptyStep2Frame());
      else this.onDocument?.(sync);
    }
  }
}
