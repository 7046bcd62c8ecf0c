/** `npm run export` as operators run it: a program of its own, while the server has the data folder. */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BoardCreated } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { damagedCopy, fullBoard, writeFullBoard } from '#server/testing/fullBoard.ts';
import { runCommand } from '#server/testing/runCommand.ts';
import { startServer } from '#server/testing/startServer.ts';
import { databaseFile } from '#server/store/sqlite/DataFolder.ts';

const command = (folder: string, ...words: string[]) => runCommand('export', words, { DATA_DIR: folder });

describe('npm run export', () => {
  it('[EXPORT-7] writes every file of a board while the server runs, and never into a folder with files', async () => {
    const server = await startServer();
    const target = await mkdtemp(path.join(tmpdir(), 'roundtable-taken-'));
    try {
      const { body } = await callApi<BoardCreated>(server, 'POST', '/api/boards', {
        json: { title: 'Early reading', template: 'newark' },
      });
      const { out } = await command(server.folder, body.id, target, '--zone=America/New_York', '--internal');
      expect(out).toContain('files of the board “Early reading”');
      const names = await readdir(target, { recursive: true });
      for (const name of ['README.txt', 'summary.pdf', 'board.json', 'reports/funders.docx', 'pictures/frame.svg'])
        expect(names).toContain(name);
      expect(await readFile(path.join(target, 'README.txt'), 'utf8')).toContain('(America/New_York)');
      expect(await command(server.folder, body.id, target)).toMatchObject({
        code: 1,
        errors: expect.stringContaining('is not empty') as string,
      });
      expect(await command(server.folder, 'aaaaaaaaaaaaaaaa', path.join(target, 'x'))).toMatchObject({
        code: 1,
        errors: expect.stringContaining('there is no board') as string,
      });
      expect(await command(server.folder, body.id, path.join(target, 'x'), '--language=tlh')).toMatchObject({
        code: 1,
        errors: expect.stringContaining('"tlh" is not spoken here; what is: en') as string,
      });
    } finally {
      await server.stop();
      await rm(target, { recursive: true, force: true });
    }
  }, 120_000);

  it.each([
    ['is not what was written', `UPDATE journal SET entry = x'ff' WHERE version = 5`],
    ['is no update, though nothing says otherwise', `UPDATE journal SET entry = x'ff', sum = NULL WHERE version = 5`],
  ])(
    '[EXPORT-7] [STORE-20] says that part of a board that %s is missing, and writes the rest',
    async (_, damage) => {
      const root = await mkdtemp(path.join(tmpdir(), 'roundtable-part-'));
      const folder = path.join(root, 'data');
      await mkdir(folder);
      await writeFullBoard(path.join(root, 'whole.sqlite'));
      damagedCopy(path.join(root, 'whole.sqlite'), databaseFile(folder), (database) => database.exec(damage));
      try {
        const { out } = await command(folder, fullBoard, path.join(root, 'files'));
        expect(out).toContain('part of its content could not be read');
        const file = JSON.parse(await readFile(path.join(root, 'files', 'board.json'), 'utf8')) as { title: string };
        expect(file.title).toBe('Housing in the valley');
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
