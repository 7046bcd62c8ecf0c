/** Hocuspocus where somebody has installed it (it is no dependency): found from `folder`, else from this project. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as encoding from 'lib0/encoding';
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

/** null where it is not installed. */
export function hocuspocusPeer(folder: string | undefined): Peer | null {
  const resolved = resolveServer(folder);
  if (!resolved) return null;
  const script = fileURLToPath(new URL('./hocuspocusServer.ts', import.meta.url));
  return {
    name: `Hocuspocus ${resolved.version}, in memory`,
    keepsDocument: true,
    persists: false,
    dialect,
    start: (_folder, port) =>
      PeerProcess.start({ nodeArguments: ['--import', 'tsx', script, resolved.address, String(port)], port }),
    entries: async (_port, _room, people) => Array.from({ length: people }, () => ({ path: '/' })),
  };
}

function resolveServer(folder: string | undefined): { address: string; version: string } | null {
  const require = createRequire(folder ? join(folder, 'package.json') : import.meta.url);
  try {
    const file = require.resolve('@hocuspocus/server');
    const manifest = /^.*@hocuspocus[\\/]server/.exec(file)?.[0] ?? '';
    const { version } = require(join(manifest, 'package.json')) as { version: string };
    const esm = join(manifest, 'dist/hocuspocus-server.esm.js');
    return { address: pathToFileURL(esm).href, version };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
