/** The server that comes with y-websocket 2.x, with its LevelDB persistence, as operators run it. */
import { join } from 'node:path';
import { serverFile } from '../installServers.ts';
import { plainDialect, type Peer } from '../Peer.ts';
import { PeerProcess } from '../PeerProcess.ts';

export function yWebsocketPeer(): Peer {
  return {
    name: 'y-websocket 2 + LevelDB',
    keepsDocument: true,
    persists: true,
    dialect: plainDialect,
    start: (folder, port) =>
      PeerProcess.start({
        nodeArguments: [serverFile('y-websocket', 'bin/server.cjs')],
        environment: { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'leveldb') },
        port,
      }),
    entries: async (_port, room, people) => Array.from({ length: people }, () => ({ path: `/${room}` })),
  };
}
