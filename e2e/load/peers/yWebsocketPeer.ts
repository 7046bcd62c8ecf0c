/** The server that comes with y-websocket 2.x, with its LevelDB persistence, as operators run it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { plainDialect, type Peer } from '../Peer.ts';
import { PeerProcess } from '../PeerProcess.ts';

export function yWebsocketPeer(): Peer {
  const manifest = createRequire(import.meta.url).resolve('y-websocket-2/package.json');
  return {
    name: 'y-websocket 2 + LevelDB',
    keepsDocument: true,
    persists: true,
    dialect: plainDialect,
    start: (folder, port) =>
      PeerProcess.start({
        nodeArguments: [join(dirname(manifest), 'bin/server.cjs')],
        environment: { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'leveldb') },
        port,
      }),
    entries: async (_port, room, people) => Array.from({ length: people }, () => ({ path: `/${room}` })),
  };
}
