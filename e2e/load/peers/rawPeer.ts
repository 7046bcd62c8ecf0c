/** The raw fan-outs as peers of the bench. */
import { fileURLToPath } from 'node:url';
import { plainDialect, type Peer } from '../Peer.ts';
import { PeerProcess } from '../PeerProcess.ts';

export function rawPeer(mode: 'forward' | 'merge' | 'prepared', preparedFile?: string): Peer {
  const script = fileURLToPath(new URL('./rawServer.ts', import.meta.url));
  return {
    name: { forward: 'raw ws, forward each', merge: 'raw ws, merge 16 ms', prepared: 'raw ws, prepared buffer' }[mode],
    keepsDocument: false,
    persists: false,
    dialect: { ...plainDialect, concatenates: true },
    start: (_folder, port) =>
      PeerProcess.start({
        nodeArguments: ['--import', 'tsx', script, mode, String(port), ...(preparedFile ? [preparedFile] : [])],
        port,
      }),
    entries: async (_port, room, people) => Array.from({ length: people }, () => ({ path: `/${room}` })),
  };
}
