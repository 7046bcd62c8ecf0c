/** What a board gives to take home: single files for everybody with a seat, the rest and the whole pack for facilitators. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { ExportChoices, isExportFile, isForFacilitators, packCountHeader, packFile } from '#shared/wire/export.ts';
import { paperOf } from '#shared/wire/paper.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { attachment } from './attachment.ts';
import { wayInNow } from '#server/http/joining/wayInNow.ts';
import { firstTag, languageOf } from '#server/http/languageOf.ts';
import { seated } from '#server/http/access.ts';
import type { Services, HttpEnv } from '#server/http/Services.ts';

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  zip: 'application/zip',
};

export function exports(services: Services): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  app.get('/api/boards/:id/export/:file', seated(services, 'seat'), async (c) => {
    const file = c.req.param('file');
    const { board, person } = c.var.seated;
    if (file !== packFile && !isExportFile(file)) throw new Refusal('not-found');
    const choices = v.safeParse(ExportChoices, c.req.query());
    if (!choices.success) throw new Refusal('invalid-body');
    const { names, trust, internal } = choices.output;
    const asksForMore = isForFacilitators(file) || names === '1' || trust === '1' || internal === '1';
    if (asksForMore && person.role !== 'facilitator') throw new Refusal('role-refused');
    const language = languageOf(c);
    // the link of the participants: who may see it in Share
    const shows = file === 'poster.pdf' || file === packFile;
    const running = await services.exports.start({
      board,
      person: person.id,
      wanted: file,
      choices: choices.output,
      language,
      paper: choices.output.paper ?? paperOf(firstTag(c.req.header('accept-language')) ?? language),
      way: shows && person.role === 'facilitator' ? await wayInNow(services, c, board) : null,
    });
    if (running.count === 0) throw new Refusal('not-found');
    return c.body(running.bytes, 200, {
      'Content-Type': types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'Content-Disposition': attachment(board.title, file),
      'Content-Language': language,
      [packCountHeader]: String(running.count),
    });
  });

  return app;
}
