/** This server with its journal (SQLite, synchronous=FULL), limits of the door raised to what one busy address needs here. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BoardCreated } from '#shared/wire/http.ts';
import { BoardApi, type Guest } from '../../BoardApi.ts';
import { plainDialect, type Peer } from '../Peer.ts';
import { PeerProcess } from '../PeerProcess.ts';

const built = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url));
const source = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

const raised = {
  DOOR_TRIES_PER_MINUTE: '1000000',
  BOARDS_PER_ADDRESS_PER_HOUR: '1000000',
  JOINS_PER_ADDRESS_PER_MINUTE: '1000000',
  CONNECTIONS_PER_ROOM: '2000',
  PERSON_BYTES_BURST: '1073741824',
  CONNECTIONS_PER_ADDRESS: '5000',
};

export function roundtablePeer(options: {
  readonly built: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}): Peer {
  const boards = new Map<string, { board: BoardCreated; guests: Guest[] }>();
  const program = options.built && existsSync(built) ? [built] : ['--import', 'tsx', source];
  return {
    name: 'Roundtable',
    keepsDocument: true,
    persists: true,
    dialect: plainDialect,
    start: (folder, port) =>
      PeerProcess.start({
        nodeArguments: program,
        environment: {
          ...raised,
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: folder,
          LOG_LEVEL: 'warn',
          ...options.environment,
        },
        port,
        readyPath: '/healthz',
      }),
    entries: async (port, room, people) => {
      const api = new BoardApi(`http://127.0.0.1:${port}`);
      const known = boards.get(`${port}/${room}`) ?? { board: await api.createBoard(room), guests: [] };
      boards.set(`${port}/${room}`, known);
      while (known.guests.length < people) {
        known.guests.push(await api.join(known.board, 'participant', `Person ${known.guests.length}`));
      }
      const entries = [];
      for (const guest of known.guests.slice(0, people)) {
        entries.push({ path: `/sync/${guest.board}`, protocols: ['roundtable', await api.ticket(guest)] });
      }
      return entries;
    },
  };
}
