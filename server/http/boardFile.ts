/** A board as a file: taken home by facilitators, and made into a new board by whoever may start one. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { countRecords } from '#shared/boardFile/countRecords.ts';
import { BoardTitle } from '#shared/wire/http.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { exportBoard } from '#server/boardFile/exportBoard.ts';
import { readImport, type ReadImport } from '#server/boardFile/readImport.ts';
import { SlidingWindow } from '#server/door/SlidingWindow.ts';
import { attachment } from './attachment.ts';
import { bearer } from './bearer.ts';
import { boardLinks } from './boardLinks.ts';
import type { Desk, HttpContext, HttpEnv } from './Desk.ts';
import { plainText } from './plainText.ts';
import { readBounded } from './readBounded.ts';
import { checkCreateSecret, startBoard } from './startBoard.ts';

/** Files are read whole, so only so many at once. */
const filesAtOnce = 4;
const shownProblems = 100;
const looksPerBoard = 5;
const hourMs = 60 * 60 * 1000;

export function boardFile(desk: Desk): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  let reading = 0;
  // a file is looked at before it is taken, sometimes more than once
  const looks = new SlidingWindow({
    limit: desk.limits.boardsPerAddressPerHour * looksPerBoard,
    windowMs: hourMs,
    nowMs: desk.nowMs,
  });

  const read = async (c: HttpContext): Promise<ReadImport> => {
    checkCreateSecret(desk, bearer(c), c.var.address);
    const { address } = c.var;
    if (reading >= filesAtOnce || looks.isFull(address) || desk.boardsStarted.isFull(address))
      throw new Refusal('too-fast');
    looks.add(address);
    reading += 1;
    try {
      return readImport(await readBounded(c.req.raw, desk.limits.maxImportBytes), desk.limits, desk.nowMs());
    } finally {
      reading -= 1;
    }
  };

  /** What would come, or what does not fit; writes nothing. */
  app.post('/api/boards/import/check', async (c) => {
    const found = await read(c);
    if (!found.ok) {
      const { problems } = found;
      const shown = problems.slice(0, shownProblems).map(({ path, message }) => ({ path, message }));
      return c.json({ ok: false, problems: shown, more: problems.length - shown.length } satisfies ImportPreview);
    }
    const { file, assets, missingPictures } = found.value;
    const { kind, title, exportedAt, map, records } = file;
    const counts = countRecords(map, records);
    const pictures = assets.length;
    return c.json({ ok: true, kind, title, exportedAt, counts, pictures, missingPictures } satisfies ImportPreview);
  });

  app.post('/api/boards/import', async (c) => {
    const title = v.safeParse(BoardTitle, c.req.query('title'));
    if (!title.success) throw new Refusal('invalid-body');
    const found = await read(c);
    if (!found.ok) throw new Refusal('file-refused');
    const { first, ratings, assets, record } = found.value;
    const board = await startBoard(desk, c.var.address, {
      title: plainText(title.output),
      first,
      ratings,
      assets,
      record,
    });
    return c.json({ id: board.id, ...boardLinks(desk.secret, board) } satisfies BoardCreated, 201);
  });

  app.get('/api/boards/:id/export/board.json', async (c) => {
    const { board } = await desk.door.bySeat(c.req.param('id'), bearer(c), c.var.address, 'administer');
    // The document is read within the call; only the pictures come later.
    const { file } = await desk.relay.change(board.id, (doc) => ({
      file: exportBoard(desk.store, board.id, doc, {
        title: board.title,
        exportedAtMs: desk.nowMs(),
        withNames: c.req.query('names') === '1',
      }),
    }));
    return c.body(await file, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment(board.title, 'board.json'),
    });
  });

  return app;
}
