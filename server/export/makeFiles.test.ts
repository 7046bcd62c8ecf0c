import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { reportWords } from '#shared/testing/english.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { takeHomeNames } from '#shared/wire/export.ts';
import type { ExportJob } from './ExportJob.ts';
import { makeFiles, planFiles } from './makeFiles.ts';
import { dayIn, isZone } from './momentWords.ts';
import { jobOf } from './testing/jobOf.ts';
import { zipFiles } from './zipFiles.ts';
import { parseXml } from './testing/parseXml.ts';
import { pdfText } from './testing/pdfText.ts';
import { wordText } from './testing/wordText.ts';

async function made(job: ExportJob, wanted: (path: string) => boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const plan = (await planFiles(job, async () => null)).filter(({ path }) => wanted(path));
  for await (const { path, bytes } of makeFiles(plan)) files.set(path, bytes);
  return files;
}

const template = (id: string): PartnershipMap => readTemplate(id)!.map;
/** No template has a sheet. */
function withNote(map: PartnershipMap): PartnershipMap {
  const written = runCommands(
    map,
    [
      { type: 'add', collection: 'sheets', id: 's', fields: { question: 'What next?' } },
      { type: 'add', collection: 'ideas', id: 'i', fields: { sheet_id: 's', text: 'An early bus' } },
    ],
    { today: '2026-03-02', newId: () => 'none' },
  );
  if (!written.ok) throw new Error(written.code);
  return written.map;
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('files of one moment', () => {
  it('[EXPORT-2] the day is the one of who asked, also for observations and overdue actions', async () => {
    const files = await made(jobOf(template('employment')), (path) => /README|register.csv|actions/.test(path));
    expect(text(files.get('README.txt'))).toContain('State of March 2, 2026, 21:05 (America/New_York)');
    const moment = '2026-03-02T21:05:00-05:00[America/New_York]';
    for (const [path, first] of [
      ['tables/register.csv', /Riverbend Works,2026-03-02,/],
      ['tables/actions.csv', /Riverbend Works,2026-03-02,/],
    ] as const) {
      const [header, ...rows] = text(files.get(path)).trimEnd().split('\r\n');
      expect(header).toMatch(/,as_of_time$/);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) expect(row).toMatch(first);
      for (const row of rows) expect(row.endsWith(`,${moment}`), row).toBe(true);
    }
    expect(dayIn('Asia/Tokyo', Date.UTC(2026, 2, 2, 20))).toBe('2026-03-03');
    expect(isZone('Mars/Olympus')).toBe(false);
  });

  it('[EXPORT-2] a PNG says inside of which moment it is, and is whole', async () => {
    const files = await made(jobOf(template('employment')), (path) => path === 'pictures/goal.png');
    const png = Buffer.from(files.get('pictures/goal.png')!);
    // the reader checks the sum of every chunk
    expect(PNG.sync.read(png).width).toBeGreaterThan(1_000);
    expect(png.toString('utf8')).toContain('State of March 2, 2026, 21:05 (America/New_York)');
    expect(png.indexOf('iTXtDescription\0')).toBeLessThan(png.indexOf('IDAT'));
  });

  it('[EXPORT-2] the same moment gives the same bytes', async () => {
    const job = jobOf(template('newark'));
    const same = (path: string) => /\.(pdf|svg|md|csv|ics|json|txt)$/.test(path);
    const [one, other] = [await made(job, same), await made(job, same)];
    for (const [path, bytes] of one) expect(Buffer.compare(bytes, other.get(path)!), path).toBe(0);
  });

  it('[EXPORT-11] endless words and markup of people break no file', async () => {
    const map = template('newark');
    const word = '<w:p>]]>&amp;\u0007'.repeat(700).slice(0, 9_900);
    const hostile: PartnershipMap = {
      ...map,
      partnership: { ...map.partnership, name: word.slice(0, 300) },
      goal: { ...map.goal, statement: word, why: word },
      organizations: map.organizations.map((one) => ({ ...one, name: word.slice(0, 300) })),
      notes: map.notes.map((note) => ({ ...note, text: word })),
      parking_lot: map.parking_lot.map((item) => ({ ...item, text: 'W'.repeat(9_900) })),
      bodies: map.bodies.map((body) => ({ ...body, name: 'W'.repeat(300) })),
    };
    const files = await made(jobOf(hostile), (path) => !path.endsWith('.png'));
    const pdf = await pdfText(files.get('summary.pdf')!);
    expect(pdf.bookmarks).toHaveLength(6);
    expect(pdf.text.replaceAll(/\s/g, '').match(/W/g)?.length).toBeGreaterThanOrEqual(9_900);
    const word2 = wordText(files.get('reports/participants.docx')!);
    expect(word2.text).toContain('<w:p>]]>&amp;');
    for (const path of ['frame', 'cycle', 'structure']) {
      const drawing = parseXml(text(files.get(`pictures/${path}.svg`)));
      expect(drawing.all('svg')).toHaveLength(1);
      expect(drawing.all('w:p')).toHaveLength(0);
    }
  }, 60_000);

  it('[EXPORT-13] an SVG carries the letters it needs, and no more', async () => {
    const map = template('newark');
    const plain = text((await made(jobOf(map), (path) => path === 'pictures/frame.svg')).get('pictures/frame.svg'));
    const greek = { ...map, goal: { ...map.goal, statement: 'Κάθε παιδί διαβάζει' } };
    const more = text((await made(jobOf(greek), (path) => path === 'pictures/frame.svg')).get('pictures/frame.svg'));
    expect(plain.match(/@font-face/g)).toHaveLength(1);
    expect(more.match(/@font-face/g)).toHaveLength(2);
    expect(parseXml(plain).all('style')[0]?.text).toContain('src:url(data:font/woff2;base64,d09GMg');
  });

  it('[EXPORT-1] makes what the table of files offers, and the list in the pack has a word about each', async () => {
    const job = jobOf(withNote(template('employment')), { ratings: [['o1', { influence: 1, stake: 2 }]] });
    const plan = await planFiles(job, async () => null);
    const [readme, ...files] = plan;
    expect(files.map(({ name }) => name).toSorted()).toEqual([...takeHomeNames].toSorted());
    expect(
      Object.entries(reportWords.texts.readme.about)
        .flatMap(([name, forms]) => Object.keys(forms).map((form) => `${name}.${form}`))
        .toSorted(),
    ).toEqual([...takeHomeNames].toSorted());
    const list = text(new Uint8Array(await readme!.make()));
    for (const { path } of files) expect(list).toMatch(new RegExp(`^  ${path.replaceAll('.', '\\.')} +\\p{Lu}`, 'mu'));
  });

  it('[EXPORT-15] says since which moment things changed, in words and on the day of who asked', async () => {
    const before = {
      state: firstDocument(template('blank')),
      name: null,
      detail: null,
      takenAtMs: Date.UTC(2026, 2, 2, 2),
    };
    const titles = [
      [{ reason: 'start' }, 'the start of the workshop on March 1, 2026'],
      [{ reason: 'end' }, 'the end of the workshop on March 1, 2026'],
      [{ reason: 'step', detail: 'Goal' }, 'the end of “Goal” on March 1, 2026'],
      [{ reason: 'import' }, 'March 1, 2026'],
      [{ reason: 'person', name: 'Agreed' }, '“Agreed” (March 1, 2026)'],
    ] as const;
    for (const [change, label] of titles) {
      const job = jobOf(template('employment'), { before: { ...before, ...change } });
      const files = await made(job, (path) => path === 'reports/participants.md');
      expect(text(files.get('reports/participants.md'))).toContain(`## What changed since ${label}\n`);
    }
  });

  it('[EXPORT-17] a partnership without a name is called as its board is, in every file', async () => {
    const job = jobOf(template('blank'), { title: 'Jobs in the valley' });
    const files = await made(job, (path) => /participants.md|summary.pdf|actions.ics|frame.svg/.test(path));
    expect(text(files.get('reports/participants.md'))).toMatch(/^# Jobs in the valley\n/);
    const pdf = await pdfText(files.get('summary.pdf')!);
    expect(pdf.bookmarks[0]).toBe('Jobs in the valley');
    expect(text(files.get('tables/actions.ics'))).toContain('Jobs in the valley: Actions');
    expect(text(files.get('pictures/frame.svg'))).toContain('Jobs in the valley · State of');
    for (const bytes of files.values()) expect(text(bytes)).not.toContain('Partnership map');
  });

  it('[EXPORT-16] the calendar numbers its states and cancels what was done or dropped', async () => {
    const map = template('employment');
    const statuses = ['open', 'doing', 'done', 'dropped'] as const;
    const actions = map.actions
      .slice(0, 4)
      .map((one, at) => ({ ...one, due_on: '2026-04-01', status: statuses[at] ?? 'open' }));
    const calendar = async (more: Partial<ExportJob>) => {
      const files = await made(jobOf({ ...map, actions }, more), (path) => path === 'tables/actions.ics');
      return text(files.get('tables/actions.ics')).replaceAll('\r\n ', '');
    };
    const first = await calendar({});
    expect(first.match(/^STATUS:.*$/gm)).toEqual(
      ['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED'].map((one) => `STATUS:${one}`),
    );
    expect(first).toContain('LAST-MODIFIED:20260303T020500Z');
    const sequences = (file: string) => [...file.matchAll(/^SEQUENCE:(\d+)/gm)].map(([, number]) => Number(number));
    const later = await calendar({ takenAtMs: Date.UTC(2026, 2, 3, 2, 5, 1) });
    expect(sequences(first)).toHaveLength(4);
    expect(sequences(later)).toEqual(sequences(first).map((number) => number + 1));
    expect(Math.max(...sequences(later))).toBeLessThan(2 ** 31);
  });

  it('[RECORD-9] the calendar has the next meeting with its place, and none where no day is written', async () => {
    const map = template('employment');
    const calendar = async (next_meeting_on: string | null) => {
      const partnership = { ...map.partnership, next_meeting_on, next_meeting_where: '2 pm, library' };
      const files = await made(jobOf({ ...map, partnership, actions: [] }), (path) => path === 'tables/actions.ics');
      return text(files.get('tables/actions.ics')).replaceAll('\r\n ', '');
    };
    const file = await calendar('2026-06-01');
    expect(file).toMatch(/DTSTART;VALUE=DATE:20260601[\s\S]*SUMMARY:Next meeting: [\s\S]*LOCATION:2 pm\\, library/);
    expect(await calendar(null)).not.toContain('BEGIN:VEVENT');
  });

  it('[EXPORT-16] times in the ZIP are those of the zone', async () => {
    const one = (async function* () {
      yield { path: 'a.txt', bytes: new Uint8Array([1]) };
    })();
    const pieces: Uint8Array[] = [];
    for await (const piece of zipFiles(one, { timeMs: Date.UTC(2026, 2, 3, 2, 5, 6), zone: 'America/New_York' }))
      pieces.push(piece);
    const head = Buffer.from(pieces[0] ?? new Uint8Array());
    const [time, day] = [head.readUInt16LE(10), head.readUInt16LE(12)];
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([21, 5, 6]);
    expect([(day >> 9) + 1980, (day >> 5) & 15, day & 31]).toEqual([2026, 3, 2]);
  });
});
