/** What the relay needs of a socket. `ws` fits it through an adapter in server/http; tests implement it in memory. */

export interface Socket {
  /** One binary message. Never throws; a socket that is gone ignores it. */
  send(message: Uint8Array): void;
  /**
   * Several binary messages, each its own, in one write. The relay passes the same array object to many sockets in a row
   * and never changes it afterwards, so an adapter may prepare the bytes once (unmasked server messages are equal for all).
   * An adapter without it gets one `send` per message.
   */
  sendTogether?(messages: readonly Uint8Array[]): void;
  /** Starts the closing handshake. */
  close(code: number, reason: string): void;
  /** Whatever else comes in stays with the system, unread. An adapter without it goes on reading. */
  stopReading?(): void;
  /** Ends the connection at once. */
  terminate(): void;
  ping(): void;
  /** Bytes handed to `send` that the system has not taken yet. */
  readonly bufferedBytes: number;
}

/** What the adapter of a socket calls, each from the socket's own event. */
export interface SocketHandlers {
  /** A binary message. The bytes must not change afterwards. */
  onMessage(data: Uint8Array): void;
  /** A text message: refused, our protocol has none. */
  onText(): void;
  onPong(): void;
  /** The socket is gone, for whatever reason. Called once. */
  onClose(): void;
}
