/** One person of the crowd on a raw socket: joins, sends prepared messages, counts what arrives. */
import { RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import type { ReadFrame } from '../../server/testing/hostile/FrameReader.ts';
import { syncKinds } from '#shared/wire/messages.ts';
import { emptyStep2Message, helloMessage, readSyncMessages, step1Message, type SyncMessage } from './messages.ts';
import type { Entry, Peer } from './Peer.ts';

export class LoadClient {
  messagesIn = 0;
  bytesIn = 0;
  closed = false;
  closeReason = '';
  /** called for each sync message with a document in it; only while this client reads payloads */
  onDocument: ((message: SyncMessage) => void) | null = null;
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
    onDocument?: (message: SyncMessage) => void,
  ): Promise<LoadClient> {
    const client = new LoadClient(peer, room);
    client.onDocument = onDocument ?? null;
    client.socket = await RawSocket.open({ port, ...entry, onFrame: (message) => client.take(message) });
    void client.noteClose(client.socket);
    for (const message of peer.dialect.greeting(room)) client.socket.send(message);
    if (entry.protocols) client.socket.send(helloMessage());
    client.send(step1Message());
    return client;
  }

  /** The message as this peer wants it on the wire. */
  dress(message: Uint8Array): Uint8Array {
    return this.prefix.length === 0 ? message : Buffer.concat([this.prefix, message]);
  }

  send(message: Uint8Array): void {
    this.socket?.send(this.dress(message));
  }

  /** Sends bytes that were dressed and framed before. */
  sendBytes(bytes: Uint8Array): void {
    this.socket?.sendBytes(bytes);
  }

  /** From now on messages are only counted. */
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

  private take(message: ReadFrame): void {
    this.messagesIn++;
    this.bytesIn += message.length;
    if (this.counts || !message.payload) return;
    for (const sync of readSyncMessages(message.payload, this.prefix.length, this.peer.dialect.concatenates)) {
      if (sync.kind === syncKinds.step1) this.send(emptyStep2Message());
      else this.onDocument?.(sync);
    }
  }
}
