/** A `ws` WebSocket as the relay's Socket. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Socket } from '#server/relay/Socket.ts';
import type { MessageWriter } from './MessageWriter.ts';

/** `raw` is the stream that `webSocket` was upgraded from. */
export function socketOf(webSocket: WebSocket, raw: Duplex, writer: MessageWriter): Socket {
  const isOpen = () => webSocket.readyState === webSocket.OPEN;
  return {
    send(message) {
      if (isOpen()) writer.writeOne(raw, message);
    },
    sendTogether(messages) {
      if (isOpen()) writer.write(raw, messages);
    },
    close: (code, reason) => webSocket.close(code, reason),
    stopReading: () => webSocket.pause(),
    terminate: () => webSocket.terminate(),
    ping() {
      if (isOpen()) webSocket.ping();
    },
    get bufferedBytes() {
      return webSocket.bufferedAmount;
    },
  };
}
