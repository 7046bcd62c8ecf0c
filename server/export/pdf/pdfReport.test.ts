import { describe, expect, it } from 'vitest';
import type { Picture } from '#shared/picture/Picture.ts';
import type { Block, Cell, Report } from '#shared/report/Report.ts';
import { reportWords } from '#shared/testing/english.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { makeFiles, planFiles } from '../makeFiles.ts';
import { jobOf } from '../testing/jobOf.ts';
import { parseXml } from '../testing/parseXml.ts';
import { pdfReading, type PdfPart } from '../testing/pdfText.ts';
import { pdfReport } from './pdfReport.ts';

const picture: Picture = {
  x: 0,
  y: 0,
  width: 400,
  height: 100,
  background: '#ffffff',
  title: 'Who is here',
  description: 'Three of four.',
  shapes: [
    { kind: 'rect', x: 0, y: 0, width: 300, height: 100, fill: '#0b4f4a' },
    {
      kind: 'group',
      opacity: 0.5,
      shapes: [{ kind: 'text', text: 'three', x: 10, y: 50, size: 20, weight: 400, fill: '#000000' }],
    },
  ],
};

function reportOf(blocks: readonly Block[], title = 'Riverbend'): Report {
  return {
    language: 'en',
    title,
    kicker: 'At a glance',
    place: 'The region',
    state: 'State of March 3',
    notes: ['Counts can change.'],
    numbers: [{ value: '12', label: 'organizations' }],
    goal: 'Everybody reads',
    blocks,
  };
}

const pdfOf = (report: Report) => pdfReport(report, reportWords, Date.UTC(2026, 2, 3));
const readingOf = async (report: Report) => pdfReading(await pdfOf(report));

/** `P "text"` for each part, what is inside indented. */
const outline = (parts: readonly PdfPart[], depth = 0): readonly string[] =>
  parts.flatMap(({ role, text, parts: inside }) => [
    `${'  '.repeat(depth)}${role}${text === '' ? '' : ` "${text}"`}`,
    ...outline(inside, depth + 1),
  ]);
const flat = (parts: readonly PdfPart[]): readonly PdfPart[] => parts.flatMap((part) => [part, ...flat(part.parts)]);

/** How many elements of a role the file has, however many pages they go over. */
const count = (bytes: Uint8Array, role: string) =>
  Buffer.from(bytes).toString('latin1').split(`/S /${role}\n`).length - 1;

const long = (word: string) => Array.from({ length: 1_200 }, (_, at) => `${word}${at}`).join(' ');

describe('a PDF that is read aloud', () => {
  it('[EXPORT-9] says what its parts are, in the order of the report', async () => {
    const { pages, ...file } = await readingOf(
      reportOf([
        { kind: 'heading', level: 1, text: 'Goal' },
        { kind: 'heading', level: 2, text: 'Why' },
        { kind: 'heading', level: 3, text: 'Since' },
        { kind: 'paragraph', lead: 'First', text: 'Because' },
        { kind: 'list', items: [{ lead: 'Do', text: 'this' }, { text: 'and that' }] },
        { kind: 'facts', rows: [['Where', 'Here']] },
        { kind: 'picture', name: 'pulse', picture, size: 'wide' },
        {
          kind: 'table',
          caption: 'Who',
          columns: [
            { label: 'Name', width: 1 },
            { label: 'Note', width: 1 },
          ],
          rows: [
            [{ text: 'School', mark: 'strong' }, { text: '' }],
            [{ text: 'Bank' }, { text: 'new', mark: 'gap' }],
          ],
        },
      ]),
    );
    expect(file).toMatchObject({ isMarked: true, showsTitle: true, language: 'en', strays: [] });
    expect(outline(pages[0] ?? [])).toEqual([
      'Document',
      '  P "At a glance"',
      '  H1 "Riverbend"',
      '  P "The region"',
      '  P "Everybody reads"',
      '  L',
      '    LI',
      '      Lbl "12"',
      '      LBody "organizations"',
      '  P "State of March 3"',
    ]);
    expect(outline(pages[1] ?? [])).toEqual([
      'Document',
      '  H1 "Goal"',
      '  H2 "Why"',
      '  H3 "Since"',
      '  P "First"',
      '  P "Because"',
      '  L',
      '    LI',
      '      Lbl "•"',
      '      LBody "Do this"',
      '    LI',
      '      Lbl "•"',
      '      LBody "and that"',
      '  L',
      '    LI',
      '      Lbl "Where"',
      '      LBody "Here"',
      '  Figure "three"',
      '    Caption "Who is here"',
      '  Table',
      '    Caption "Who"',
      '    TR',
      '      TH "Name"',
      '      TH "Note"',
      '    TR',
      '      TH "School"',
      '      TD',
      '    TR',
      '      TD "Bank"',
      '      TD "new"',
      '  P "Counts can change."',
    ]);
    const [figure] = flat(pages[1] ?? []).filter(({ role }) => role === 'Figure');
    expect(figure?.alt).toBe('Who is here. Three of four.');
    expect(file.decorations).toContain('Page 2 of 2');
  });

  it('[EXPORT-9] a text that goes on over pages stays one part', async () => {
    const blocks: readonly Block[] = [{ kind: 'paragraph', text: long('word') }];
    const [short, bytes] = [await pdfOf(reportOf([])), await pdfOf(reportOf(blocks))];
    expect(count(bytes, 'P')).toBe(count(short, 'P') + 1);
    const { pages } = await pdfReading(bytes);
    const texts = pages.map((page) => flat(page).find(({ text }) => /^word\d/.test(text))?.text ?? '');
    expect(texts.filter((text) => text !== '').length).toBeGreaterThan(1);
    expect(texts.join(' ').split(/\s+/).filter(Boolean)).toHaveLength(1_200);
  });

  it('[EXPORT-9] a table over pages has one head; what later pages say again is not read', async () => {
    const row = (text: string): readonly Cell[] => [{ text, mark: 'strong' }, { text: 'note' }];
    const bytes = await pdfOf(
      reportOf([
        {
          kind: 'table',
          caption: '',
          columns: [
            { label: 'Name', width: 1 },
            { label: 'Note', width: 3 },
          ],
          rows: [row(long('cell')), ...Array.from({ length: 40 }, (_, at) => row(`row ${at}`))],
        },
      ]),
    );
    const { pages, decorations, strays } = await pdfReading(bytes);
    expect(pages.length).toBeGreaterThan(4);
    expect(flat(pages.flat()).filter(({ role, text }) => role === 'TH' && text === 'Name')).toHaveLength(1);
    expect(decorations.filter((text) => text === 'Name').length).toBeGreaterThan(2);
    expect([count(bytes, 'Table'), count(bytes, 'TR'), count(bytes, 'TH'), count(bytes, 'TD')]).toEqual([
      1, 42, 43, 41,
    ]);
    const raw = Buffer.from(bytes).toString('latin1');
    expect([raw.split('/Scope /Column').length - 1, raw.split('/Scope /Row').length - 1]).toEqual([2, 41]);
    expect(strays).toEqual([]);
  });

  it.each(['employment', 'newark'])('[EXPORT-9] the summary of %s has no text outside of the tree', async (id) => {
    const map = readTemplate(id)!.map;
    const job = jobOf(map, { title: map.partnership.name });
    const plan = (await planFiles(job, async () => null)).filter(({ path }) => path === 'summary.pdf');
    const bytes: Uint8Array[] = [];
    for await (const made of makeFiles(plan)) bytes.push(made.bytes);
    const { isMarked, pages, decorations, strays, metadata } = await pdfReading(bytes[0]!);
    expect(isMarked).toBe(true);
    expect(strays).toEqual([]);
    const parts = flat(pages.flat());
    const figures = parts.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(1);
    for (const { alt } of figures) expect(alt).toMatch(/\S\. \S/);
    const footers = decorations.filter((text) => /^Page \d+ of \d+$/.test(text));
    expect(footers).toHaveLength(pages.length - 1);
    for (const { text } of parts) expect(text).not.toMatch(/Page \d+ of \d+/);
    const levels = parts.flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('[EXPORT-11] a title of any signs leaves its description well formed', async () => {
    const { metadata } = await readingOf(reportOf([], 'A & B <i>\u0007'));
    expect(parseXml(metadata).all('rdf:li')[0]?.text).toBe('A & B <i>: At a glance');
  });

  it('[EXPORT-9] does not say that all of it can be read where letters are missing', async () => {
    const claim = 'pdfuaid:part';
    expect((await readingOf(reportOf([], 'Ελλάδα → “Ñandú”'))).metadata).toContain(claim);
    expect((await readingOf(reportOf([{ kind: 'paragraph', text: '健康' }]))).metadata).not.toContain(claim);
  });
});
