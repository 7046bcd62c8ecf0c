/**
 * Bounds connections that have not said yet what they want. When there are too many, the longest silent one goes: people
 * say what they want within milliseconds, so a machine that opens thousands only cuts off itself. `headersTimeout` ends
 * each of the others after HANDSHAKE_MS. Connections that have asked for something are not counted.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

export function boundConnections(server: Server, maxSilent: number): void {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    const [longest] = silent;
    if (longest !== undefined && silent.size >= maxSilent) {
      silent.delete(longest);
      longest.destroy();
    }
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  const spoke = (request: IncomingMessage): boolean => silent.delete(request.socket);
  server.on('request', spoke);
  server.on('upgrade', spoke);
}
