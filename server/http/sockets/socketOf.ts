/** A `ws` WebSocket as the relay's Socket. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Socket } from '#server/relay/Socket.ts';
import type { FrameWriter } from './MessageWriter.ts';

/** `raw` is the stream that `webSocket` was upgraded from. */
export function socketOf(webSocket: WebSocket, raw: Duplex, writer: FrameWriter): Socket {
  const isOpen = () => webSocket.readyState === webSocket.OPEN;
  return {
    send(frame) {
      if (isOpen()) writer.writeOne(raw, frame);
    },
    sendTogether(frames) {
      if (isOpen()) writer.write(raw, frames);
    },
    close: (code, reason) => webSocket.close(code, reason),
    terminate: () => webSocket.terminate(),
    ping() {
      if (isOpen()) webSocket.ping();
    },
    get bufferedBytes() {
      return webSocket.bufferedAmount;
    },
  };
}
