/**
 * The naive limits: a WebSocket fan-out that looks into nothing. `forward` sends each message on, `merge` collects the
 * messages of 16 ms and sends them as one message, `prepared` answers each client with one prepared buffer.
 * Arguments: mode, port, file with the prepared buffer.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

const [mode = 'forward', port = '0', file] = process.argv.slice(2);
const mergeMs = 16;
const rooms = new Map<string, Set<WebSocket>>();
const collected = new Map<string, Buffer[]>();
const prepared = file ? readFileSync(file) : null;

const http = createServer((_request, response) => response.end('up'));
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

sockets.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('close', () => room.delete(socket));
  socket.on('error', () => socket.terminate());
  if (prepared) {
    socket.send(prepared);
    return;
  }
  socket.on('message', (data) => {
    if (!Buffer.isBuffer(data)) return;
    if (mode === 'merge') collect(name, data);
    else for (const other of room) if (other !== socket) other.send(data);
  });
});

if (mode === 'merge') {
  setInterval(() => {
    for (const [name, messages] of collected) {
      const merged = Buffer.concat(messages);
      for (const socket of rooms.get(name) ?? []) socket.send(merged);
    }
    collected.clear();
  }, mergeMs);
}

http.listen(Number(port), '127.0.0.1');

function collect(name: string, data: Buffer): void {
  const messages = collected.get(name);
  if (messages) messages.push(data);
  else collected.set(name, [data]);
}
