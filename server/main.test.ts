import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { writeRecord } from '#shared/board/record.ts';
import { callApi } from './testing/callApi.ts';
import { joinWithYWebsocket } from './testing/joinWithYWebsocket.ts';
import { joinAs, openBoard, ticketFor } from './testing/openBoard.ts';

interface ServerProcess {
  readonly output: () => string;
  /** the printed address, once it is there */
  readonly ready: Promise<{ readonly origin: string; readonly wsOrigin: string }>;
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
}

let folder: string;
const started: ServerProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtable-main-'));
});
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.signal('SIGKILL');
    await server.ended;
  }
  await rm(folder, { recursive: true });
});

function start(
  environment: Record<string, string> = {},
  imports: readonly string[] = [],
  [command, ...words]: readonly [string, ...string[]] = [process.execPath],
): ServerProcess {
  const child = spawn(command, [...words, ...imports.map((name) => `--import=${name}`), 'dist/server/main.js'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...environment },
  });
  let output = '';
  const ready = new Promise<{ origin: string; wsOrigin: string }>((resolve) => {
    const take = (part: Buffer): void => {
      output += part.toString();
      const port = /ready at http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve({ origin: `http://127.0.0.1:${port}`, wsOrigin: `ws://127.0.0.1:${port}/sync` });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const server = { output: () => output, ready, ended, signal: (name: NodeJS.Signals) => void child.kill(name) };
  started.push(server);
  return server;
}

/** As on a disk without a free block: no file may grow. */
const fullDisk = ['sh', '-c', `trap '' XFSZ; ulimit -f 0; exec "$@"`, 'sh', process.execPath] as const;

describe('the server as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '[OPS-5] %s commits, closes everybody with 4503 and ends with 0; everything is there afterwards',
    async (signal) => {
      const first = start();
      const server = await first.ready;
      const board = await openBoard(server);
      const { seat } = await joinAs(server, board, 'participant');
      const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
      await client.synced;
      writeRecord(client.doc.getMap('canvas'), {
        id: 'page:kept',
        typeName: 'page',
        name: 'Kept',
        index: 'a2',
        meta: {},
      } as never);
      const other = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
      await expect.poll(() => other.doc.getMap('canvas').has('page:kept')).toBe(true);
      first.signal(signal);
      expect(await client.closed).toBe(closeCodes.restarting);
      expect(await first.ended).toBe(0);
      client.leave();
      other.leave();

      const second = await start().ready;
      const again = joinWithYWebsocket(second, board, await ticketFor(second, board, seat));
      await again.synced;
      expect(again.doc.getMap('canvas').has('page:kept')).toBe(true);
      again.leave();
    },
  );

  it('[OPS-5] an unexpected error is logged once, what was edited is kept, everybody is closed with 4503, and the process ends with 1', async () => {
    const fault = "data:text/javascript,process.on('SIGUSR2', () => { throw new TypeError('out of the blue'); })";
    const first = start({}, [fault]);
    const server = await first.ready;
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
    await client.synced;
    first.signal('SIGUSR2');
    expect(await client.closed).toBe(closeCodes.restarting);
    expect(await first.ended).toBe(1);
    expect(first.output().match(/"event":"uncaught"/g)).toHaveLength(1);
    expect(first.output()).toContain('"reason":"out of the blue"');
    client.leave();
    const second = await start().ready;
    expect((await callApi(second, 'GET', `/api/boards/${board.id}/seat`, { secret: seat })).status).toBe(200);
  });

  it('[STORE-27] [OPS-5] where a thread of the store ends by itself the server says so in a sentence, closes everybody with 4503 and ends with 1', async () => {
    const spoil = `data:text/javascript,
      import { Worker } from 'node:worker_threads';
      const { postMessage } = Worker.prototype;
      let last;
      Worker.prototype.postMessage = function (...said) { last = this; return postMessage.apply(this, said); };
      process.on('SIGUSR2', () => last.postMessage('what no thread understands'));`.replaceAll(/\s*\n\s*/g, ' ');
    const first = start({}, [spoil]);
    const server = await first.ready;
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
    await client.synced;
    first.signal('SIGUSR2');
    expect(await client.closed).toBe(closeCodes.restarting);
    expect(await first.ended).toBe(1);
    expect(first.output().match(/"event":"store.lost"/g)).toHaveLength(1);
    expect(first.output()).toContain('"reason":"The thread that keeps the data ended: ');
    client.leave();
    const second = await start().ready;
    expect((await callApi(second, 'GET', `/api/boards/${board.id}/seat`, { secret: seat })).status).toBe(200);
  });

  it('[OPS-4] a second server on the same data folder does not start and says why; the first goes on', async () => {
    const first = start();
    const server = await first.ready;
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toContain(folder);
    expect((await callApi(server, 'GET', '/healthz')).status).toBe(200);
  });

  it('[OPS-1] a wrong variable ends the start with its sentence', async () => {
    const server = start({ RETENTION_DAYS: 'soon' });
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toBe(
      'RETENTION_DAYS has a value that cannot be used: it must be a whole number from 1 to 36500.',
    );
  });

  it('[OPS-8] a data folder that cannot be is named with the reason of the system', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const server = start({ DATA_DIR: join(file, 'data') });
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toMatch(
      /^the data folder .*a-file.data cannot be made: ENOTDIR: not a directory[^\n]*$/,
    );
  });

  it('[OPS-8] a damaged database is named as that', async () => {
    await writeFile(
      join(folder, 'roundtable.sqlite'),
      'this is no database at all, only a text that somebody put here',
    );
    const server = start();
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toBe(
      `the database ${join(folder, 'roundtable.sqlite')} cannot be used: file is not a database`,
    );
  });

  it('[OPS-8] on a disk that is full it starts and shows what is there, and says what it cannot do', async () => {
    const first = start();
    const server = await first.ready;
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);

    const full = await start({}, [], fullDisk).ready;
    const client = joinWithYWebsocket(full, board, await ticketFor(full, board, seat));
    await client.synced;
    expect(client.doc.getMap('canvas').size).toBeGreaterThan(0);
    client.leave();
    const refused = await callApi(full, 'POST', '/api/boards', { json: { title: 'One more' } });
    expect([refused.status, refused.code]).toEqual([507, 'storage-full']);
  });

  it('[OPS-8] the first start on a full disk says so in a sentence', async () => {
    const server = start({}, [], fullDisk);
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toMatch(
      new RegExp(`^the disk of the data folder ${folder} is full; make room there, then start again[^\\n]*$`),
    );
  });

  it('[OPS-8] a database that is no file is named with the reason of the system', async () => {
    await mkdir(join(folder, 'roundtable.sqlite'));
    const server = start();
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toMatch(/^the database .*roundtable.sqlite cannot be opened: EISDIR[^\n]*$/);
  });

  it('[OPS-8] an address that is not this machine’s is a matter of HOST', async () => {
    const server = start({ HOST: '192.0.2.200' });
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toMatch(
      /^The server cannot listen there: [^\n]*192\.0\.2\.200[^\n]*HOST and PORT\.$/,
    );
  });

  it('[OPS-4] a port that is taken ends the start with a sentence', async () => {
    const first = start();
    const { origin } = await first.ready;
    const other = await mkdtemp(join(tmpdir(), 'roundtable-main-'));
    const second = start({ PORT: new URL(origin).port, DATA_DIR: other });
    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toBe(
      'The port is in use by another program. Stop it, or set PORT to another number.',
    );
    await rm(other, { recursive: true });
  });
});
