import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { MessageWriter } from './MessageWriter.ts';
import { socketOf } from './socketOf.ts';

it('[SYNC-6] messages written together arrive as messages of their own, of every length, in the order of all that was sent', async () => {
  const server = new WebSocketServer({ port: 0, perMessageDeflate: false });
  const writer = new MessageWriter();
  const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 300_000].map((length) => randomBytes(length));
  const before = randomBytes(10);
  const after = randomBytes(70_000);
  server.on('connection', (webSocket, request) => {
    const raw: Duplex = request.socket;
    const socket = socketOf(webSocket, raw, writer);
    socket.send(before);
    socket.sendTogether?.(messages);
    socket.send(after);
    socket.sendTogether?.(messages);
    webSocket.close();
    socket.sendTogether?.(messages);
    socket.send(before);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`);
  const received: Buffer[] = [];
  client.on('message', (data: Buffer, isBinary) => {
    expect(isBinary).toBe(true);
    received.push(data);
  });
  await new Promise((resolve) => client.once('close', resolve));
  expect(received.map((message) => message.toString('hex'))).toEqual(
    [before, ...messages, after, ...messages].map((message) => message.toString('hex')),
  );
  await new Promise((resolve) => server.close(resolve));
});
