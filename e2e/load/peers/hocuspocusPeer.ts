/** Hocuspocus, with nothing added to it. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as encoding from 'lib0/encoding';
import { serverFile, serverVersion } from '../installServers.ts';
import type { Dialect, Peer } from '../Peer.ts';
import { PeerProcess } from '../PeerProcess.ts';

const authMessage = 2;
const tokenMessage = 0;

const dialect: Dialect = {
  greeting: (room) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, authMessage);
      encoding.writeVarUint(encoder, tokenMessage);
      encoding.writeVarString(encoder, '');
    }),
  ],
  prefix: (room) => encoding.encode((encoder) => encoding.writeVarString(encoder, room)),
  concatenates: false,
};

export function hocuspocusPeer(): Peer {
  const script = fileURLToPath(new URL('./hocuspocusServer.ts', import.meta.url));
  const server = pathToFileURL(serverFile('@hocuspocus/server', 'dist/hocuspocus-server.esm.js')).href;
  return {
    name: `Hocuspocus ${serverVersion('@hocuspocus/server')}, in memory`,
    keepsDocument: true,
    persists: false,
    dialect,
    start: (_folder, port) =>
      PeerProcess.start({ nodeArguments: ['--import', 'tsx', script, server, String(port)], port }),
    entries: async (_port, _room, people) => Array.from({ length: people }, () => ({ path: '/' })),
  };
}
