/** The export over HTTP, with the whole real server, its thread and its files, read by other programs than those that wrote them. */
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { storedCollection } from '#shared/board/mapDocument.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, ticketFor } from '#server/testing/openBoard.ts';
import { StandingClock } from '#server/testing/StandingClock.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { pdfText } from '#server/export/testing/pdfText.ts';
import { wordText } from '#server/export/testing/wordText.ts';

let server: TestServer;
let board: BoardCreated;
let facilitator: Joined;
let participant: Joined;
let observer: Joined;

beforeAll(async () => {
  server = await startServer();
  board = await boardFrom('employment');
  facilitator = await joinAs(server, board, 'facilitator', 'Fay');
  participant = await joinAs(server, board, 'participant', 'Pat Secretname');
  observer = await joinAs(server, board, 'observer');
});
afterAll(() => server.stop());

async function boardFrom(template: string): Promise<BoardCreated> {
  const { body } = await callApi<BoardCreated>(server, 'POST', '/api/boards', {
    json: { title: `Board of ${template}`, template },
  });
  return body;
}

async function take(file: string, seat = facilitator.seat, of: { readonly id: string } = board) {
  const answer = await fetch(`${server.origin}/api/boards/${of.id}/export/${file}`, {
    headers: { authorization: `Bearer ${seat}`, connection: 'close' },
  });
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** Everything of the employment board, made once: it is the same for whoever reads it. */
let wholePack: ReturnType<typeof take> | null = null;
const employmentPack = () => (wholePack ??= take('pack.zip?zone=America/New_York&internal=1'));

/** A pack without the internal register, whose parts others can read. */
async function readPack(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const files = unzipSync(bytes);
  expect((await pdfText(files['summary.pdf']!)).bookmarks).toHaveLength(6);
  expect(wordText(files['reports/funders.docx']!).text).toContain('Status board');
  expect(Object.keys(files)).toContain('pictures/frame.svg');
  expect(Object.keys(files)).not.toContain('tables/register-internal.csv');
  return files;
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const csvOf = (bytes: Uint8Array | undefined) =>
  Papa.parse<string[]>(textOf(bytes).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

describe('taking files home', () => {
  it('[EXPORT-3] facilitators take everything, others what they see anyway, nobody without a seat', async () => {
    for (const file of [
      'pack.zip',
      'funders.docx',
      'funders.md',
      'register-internal.csv',
      'participants.docx?names=1',
    ]) {
      expect((await take(file, participant.seat)).status, file).toBe(403);
      expect((await take(file, observer.seat)).status, file).toBe(403);
    }
    expect((await take('actions.csv', participant.seat)).status).toBe(200);
    expect((await take('participants.md', observer.seat)).status).toBe(200);
    expect((await take('frame.svg', 'nobody')).status).toBe(401);
    expect((await take('secrets.txt')).status).toBe(404);
    expect((await take('summary.pdf?zone=..%2F')).status).toBe(400);
    const mars = await take('actions.csv?zone=Mars/Olympus');
    expect([mars.status, textOf(mars.bytes)]).toEqual([400, expect.stringContaining('There is no such time zone')]);
    expect((await take('frame.svg?color=red')).status).toBe(400);
  });

  it('[EXPORT-15] changes are told since the start of the workshop, since a chosen moment, or not', async () => {
    const own = await boardFrom('newark');
    const { seat } = await joinAs(server, own, 'facilitator', 'Lena');
    const call = <T>(method: 'GET' | 'POST', path: string, json?: object) =>
      callApi<T>(server, method, `/api/boards/${own.id}${path}`, {
        secret: seat,
        ...(json === undefined ? {} : { json }),
      });
    const command = async (id: string, asked: object) =>
      expect((await call('POST', '/session', { id, command: asked })).status).toBe(200);
    const kept = await call<{ id: string }>('POST', '/snapshots', { reason: 'person', name: 'Long ago' });
    expect(kept.status).toBe(201);
    const agenda = [{ id: 's1', title: 'Goal', minutes: 5, instruction: '', view: 'free', stage: null, tools: null }];
    await command('a'.repeat(16), { do: 'setAgenda', agenda, from: 0 });
    await command('b'.repeat(16), { do: 'goToStep', step: 's1' });
    await command('c'.repeat(16), { do: 'endWorkshop' });
    const reasons = async () =>
      (await call<{ snapshots: { reason: string }[] }>('GET', '/snapshots')).body.snapshots.map(({ reason }) => reason);
    await vi.waitFor(async () => expect((await reasons()).toSorted()).toEqual(['end', 'person', 'start']));
    const report = async (query: string) => textOf((await take(`participants.md?${query}`, seat, own)).bytes);
    expect(await report('zone=UTC')).toMatch(/## What changed since the start of the workshop on /);
    expect(await report(`since=${kept.body.id}`)).toMatch(/## What changed since “Long ago”/);
    expect(await report('since=none')).not.toContain('What changed since');
    expect((await take(`participants.md?since=${'z'.repeat(kept.body.id.length)}`, seat, own)).status).toBe(404);
    expect((await take('participants.md?since=yesterday', seat, own)).status).toBe(400);
  }, 60_000);

  it('[EXPORT-19] [EXPORT-21] everybody takes the one page and the poster; the way in stands there for facilitators alone', async () => {
    const environment = { publicOrigins: ['https://board.example'] };
    const open = await startServer({ environment });
    try {
      const { body } = await callApi<BoardCreated>(open, 'POST', '/api/boards', { json: { title: 'Small' } });
      const seats = {
        facilitator: (await joinAs(open, body, 'facilitator')).seat,
        observer: (await joinAs(open, body, 'observer')).seat,
      };
      const get = async (file: string, role: keyof typeof seats, language = 'en-US') => {
        const answer = await fetch(`${open.origin}/api/boards/${body.id}/export/${file}`, {
          headers: { authorization: `Bearer ${seats[role]}`, 'accept-language': language, connection: 'close' },
        });
        return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
      };
      const wayIn = new RegExp(`board.example\\s+${body.code}`);
      const shown = async (role: keyof typeof seats) => (await pdfText((await get('poster.pdf', role)).bytes)).text;
      expect(await shown('facilitator')).toMatch(wayIn);
      expect(await shown('observer')).not.toMatch(/board.example|phone/);
      // nobody new is let in: then it leads nowhere
      const closed = { secret: seats.facilitator, json: { isClosed: true } };
      expect((await callApi(open, 'PUT', `/api/boards/${body.id}/table`, closed)).status).toBe(200);
      expect(await shown('facilitator')).not.toMatch(/board.example|phone/);
      const heightOf = async (query: string, language: string): Promise<string> => {
        const { status, bytes } = await get(`one-page.pdf${query}`, 'observer', language);
        expect(status).toBe(200);
        return /MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
      };
      expect(await heightOf('', 'en-GB')).toBe('841.89');
      expect(await heightOf('?paper=letter', 'de-DE')).toBe('792');
      expect((await get('one-page.pdf?paper=b5', 'observer')).status).toBe(400);
    } finally {
      await open.stop();
    }
  }, 120_000);

  it('[EXPORT-8] asks beyond the limit are told to wait', async () => {
    const small = await startServer({ clock: new StandingClock(), limits: { exportsPerMinute: 1 } });
    try {
      const { body } = await callApi<BoardCreated>(small, 'POST', '/api/boards', { json: { title: 'Small' } });
      const { seat } = await joinAs(small, body, 'facilitator');
      const ask = () => callApi(small, 'GET', `/api/boards/${body.id}/export/actions.csv`, { secret: seat });
      expect((await ask()).status).toBe(200);
      expect(await ask()).toMatchObject({ status: 429, code: 'too-fast' });
    } finally {
      await small.stop();
    }
  });

  it('[EXPORT-1] the pack of the employment board has every file, and other programs can read each of them', async () => {
    const { status, headers, bytes } = await employmentPack();
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('board-of-employment-pack.zip');
    const files = unzipSync(bytes);
    const paths = Object.keys(files);
    expect(Number(headers.get('roundtable-files'))).toBe(paths.length);
    expect(paths).toEqual(
      expect.arrayContaining([
        'README.txt',
        'summary.pdf',
        'one-page.pdf',
        'poster.pdf',
        'reports/participants.docx',
        'reports/participants.md',
        'reports/funders.docx',
        'reports/funders.md',
        'tables/register.csv',
        'tables/register-internal.csv',
        'tables/actions.csv',
        'tables/actions.ics',
        'board.json',
        ...['frame', 'cycle', 'structure', 'goal', 'pulse'].flatMap((name) => [
          `pictures/${name}.png`,
          `pictures/${name}.svg`,
        ]),
      ]),
    );
    const readme = textOf(files['README.txt']);
    for (const path of paths) if (path !== 'README.txt') expect(readme).toContain(path);

    const pdf = await pdfText(files['summary.pdf']!);
    expect(pdf.bookmarks).toEqual([
      'Riverbend Works',
      'Our goal',
      'The frame: who has an interest',
      'Coverage: who is here, and who is missing',
      'Rounds of problem-solving',
      'Actions',
    ]);
    expect(pdf.pages.length).toBeGreaterThan(5);
    expect(pdf.pages[1]).toContain(`Page 2 of ${pdf.pages.length}`);
    for (const words of ['Riverbend Works', 'Halden', 'Who is missing', 'Bus line 40 at 4:30'])
      expect(pdf.text).toContain(words);

    const participants = wordText(files['reports/participants.docx']!);
    for (const words of [
      'Riverbend Works',
      'No organization at the table yet: From school to work.',
      'Parking lot',
      '14 dots',
    ])
      expect(participants.text).toContain(words);
    expect(participants.pictures).toBeGreaterThanOrEqual(4);
    const funders = wordText(files['reports/funders.docx']!).text;
    for (const words of ['On one page', 'How people in the region live', 'Status board', 'Method and limits'])
      expect(funders).toContain(words);

    for (const path of paths.filter((one) => one.endsWith('.png'))) {
      const { width, data } = PNG.sync.read(Buffer.from(files[path]!));
      expect(width, path).toBeGreaterThan(1_000);
      const colors = new Set(
        Array.from({ length: 4_000 }, (_, at) => data.readUInt32BE(Math.floor((at * data.length) / 16_000) * 4)),
      );
      expect(colors.size, path).toBeGreaterThan(3);
    }
    const rows = csvOf(files['tables/actions.csv']);
    expect(rows).toHaveLength(9);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const calendar = new ICAL.Component(ICAL.parse(textOf(files['tables/actions.ics'])));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    // seven that are open, and one that is done, to be taken out of calendars that have it
    expect(events).toHaveLength(8);
    expect(events.filter(({ component }) => component.getFirstPropertyValue('status') === 'CANCELLED')).toHaveLength(1);
    const schools = events.find(({ summary }) => summary.includes('superintendent'));
    expect(schools?.startDate.isDate).toBe(true);
    expect(schools?.startDate.toString()).toBe('2026-03-31');
    expect(schools?.uid).toBe(`action-act1@${board.id}.roundtable`);
    expect(JSON.parse(textOf(files['board.json']))).toMatchObject({ title: 'Board of employment' });
  }, 60_000);

  it('[EXPORT-4] nothing anonymous becomes attributed: no seat, no person, no rating outside of the internal register', async () => {
    const files = unzipSync((await employmentPack()).bytes);
    for (const [path, bytes] of Object.entries(files)) {
      const text = /\.(md|txt|csv|ics|svg|json)$/.test(path)
        ? textOf(bytes)
        : path.endsWith('.docx')
          ? wordText(bytes).text
          : path.endsWith('.pdf')
            ? (await pdfText(bytes)).text
            : '';
      expect(text, path).not.toContain('Secretname');
      expect(text, path).not.toContain(participant.person.id);
      if (path !== 'tables/register-internal.csv')
        expect(text, path).not.toMatch(/has much influence|"influence"|influence,stake/i);
    }
    expect(csvOf(files['tables/register-internal.csv'])[0]).toContain('influence');
  }, 60_000);

  it('[EXPORT-1] [EXPORT-2] [EXPORT-4] an export while others edit is one moment, and every file states it', async () => {
    const on = await boardFrom('newark');
    const { seat } = await joinAs(server, on, 'facilitator');
    const editor = await joinAs(server, on, 'participant');
    const client = joinWithYWebsocket(server, on, await ticketFor(server, on, editor.seat));
    await client.synced;
    const notes = storedCollection(client.doc, 'notes');
    const actions = storedCollection(client.doc, 'actions');
    let count = 0;
    // a note and an action always come together
    const timer = setInterval(() => {
      client.doc.transact(() => {
        count += 1;
        const text = `Edited ${count} times`;
        notes?.set(`edit${count}`, entity({ iteration: 1, stage: 'problem_defining', text: new Y.Text(text) }));
        actions?.set(`edit${count}`, entity({ title: text, status: 'open' }));
      });
    }, 15);
    await vi.waitFor(() => expect(count).toBeGreaterThan(5));
    const { status, bytes } = await take('pack.zip', seat, on);
    clearInterval(timer);
    client.leave();
    expect(status).toBe(200);
    const files = await readPack(bytes);
    const json = JSON.parse(textOf(files['board.json'])) as {
      map: { notes: { text: string }[]; actions: { title: string }[] };
    };
    const edits = (texts: readonly string[]) => texts.filter((text) => /^Edited \d+ times$/.test(text)).length;
    const inFile = edits(json.map.notes.map(({ text }) => text));
    expect(inFile).toBeGreaterThan(0);
    expect(inFile).toBeLessThan(count);
    expect(edits(json.map.actions.map(({ title }) => title))).toBe(inFile);
    expect(edits(csvOf(files['tables/actions.csv']).map((row) => row[3] ?? ''))).toBe(inFile);
    // once among the notes, once among the actions
    expect(textOf(files['reports/participants.md']).match(/Edited \d+ times/g)).toHaveLength(inFile * 2);
    const state = /State of [^.\r\n]+\(UTC\)/.exec(textOf(files['README.txt']))?.[0] ?? '';
    expect(state).toMatch(/State of \w+ \d+, \d{4}, \d\d:\d\d \(UTC\)/);
    expect(textOf(files['reports/participants.md'])).toContain(state.replaceAll('(', '('));
    expect((await pdfText(files['summary.pdf']!)).text).toContain(state);
    expect(wordText(files['reports/funders.docx']!).text).toContain(state);
    expect(textOf(files['pictures/frame.svg'])).toContain(state);
    expect(Buffer.from(files['pictures/frame.png']!).toString('utf8')).toContain(state);
    const clock = /,\d{4}-\d\d-\d\dT(\d\d:\d\d):\d\d\+00:00\[UTC\]\r\n/;
    for (const table of ['tables/register.csv', 'tables/actions.csv']) {
      expect(textOf(files[table])).toMatch(/,as_of_time\r\n/);
      expect(state).toContain(clock.exec(textOf(files[table]))?.[1] ?? 'no moment');
    }
    expect(textOf(files['tables/actions.ics']).replaceAll(/\r\n /g, '').replaceAll('\\,', ',')).toContain(state);
  }, 60_000);

  // the pack of newark is the one above
  it.each(['baltimore', 'detroit', 'corridors', 'blank'])(
    '[EXPORT-1] [EXPORT-4] the template %s gives a pack',
    async (template) => {
      const on = await boardFrom(template);
      const { seat } = await joinAs(server, on, 'facilitator');
      const { status, bytes } = await take('pack.zip', seat, on);
      expect(status).toBe(200);
      await readPack(bytes);
    },
    60_000,
  );
});

function entity(fields: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  return new Y.Map(Object.entries(fields));
}
