/** What another program reads in the sheets: their size, their letters, what their parts are. */
import { describe, expect, it } from 'vitest';
import { getDocument } from 'unpdf/pdfjs';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { ExportJob } from '../ExportJob.ts';
import { makeFiles, planFiles } from '../makeFiles.ts';
import { jobOf } from '../testing/jobOf.ts';
import { pdfReading, pdfText, type PdfPart } from '../testing/pdfText.ts';

const way = { address: 'riverbend.example', code: '68H3-QMBH', link: 'https://riverbend.example/b/abc#k=def' };

async function sheet(
  name: 'one-page.pdf' | 'poster.pdf',
  id: string,
  more: Partial<ExportJob> = {},
): Promise<Uint8Array> {
  const plan = await planFiles(jobOf(readTemplate(id)!.map, more), async () => null);
  for await (const { bytes } of makeFiles(plan.filter((file) => file.name === name))) return bytes;
  throw new Error('nothing was made');
}

/** The size of the only page, and of each text on it. */
async function lettersOf(bytes: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const page = await file.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const sizes = items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [Math.hypot(Number(item.transform[2]), Number(item.transform[3]))] : [],
  );
  const pages = file.numPages;
  await task.destroy();
  return { pages, width, height, smallest: Math.min(...sizes) };
}

const flat = (parts: readonly PdfPart[]): readonly PdfPart[] => parts.flatMap((part) => [part, ...flat(part.parts)]);

describe('sheets as PDF', () => {
  it.each([
    ['one-page.pdf', 'letter', 612, 792, 7],
    ['one-page.pdf', 'a4', 595.28, 841.89, 7],
    ['poster.pdf', 'letter', 1224, 792, 10],
    ['poster.pdf', 'a4', 1190.55, 841.89, 10],
  ] as const)(
    '[EXPORT-19] [EXPORT-21] %s on %s is one page in its true size, in letters that are read',
    async (name, paper, width, height, least) => {
      const letters = await lettersOf(await sheet(name, 'newark', { paper, way }));
      expect(letters.pages).toBe(1);
      expect(letters.width).toBeCloseTo(width, 1);
      expect(letters.height).toBeCloseTo(height, 1);
      expect(letters.smallest).toBeGreaterThanOrEqual(least - 0.01);
    },
    60_000,
  );

  it('[EXPORT-9] [EXPORT-2] says what its parts are, and of which moment', async () => {
    for (const name of ['one-page.pdf', 'poster.pdf'] as const) {
      const { pages, ...file } = await pdfReading(await sheet(name, 'corridors', { way, lastNamed: 'Session 1' }));
      expect(file).toMatchObject({ isMarked: true, showsTitle: true, language: 'en', strays: [] });
      expect(file.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const parts = flat(pages[0] ?? []);
      expect(parts.filter(({ role }) => role === 'H1')).toHaveLength(1);
      expect(parts.filter(({ role }) => role === 'LI').length).toBeGreaterThanOrEqual(7);
      for (const { alt } of parts.filter(({ role }) => role === 'Figure')) expect(alt?.trim()).toBeTruthy();
      expect(parts.map(({ text }) => text).join(' ')).toMatch(/State of March 2, 2026, 21:05.*Session 1.*goal version/);
    }
  }, 60_000);

  it('[EXPORT-21] the way in stands on the poster where one is known, and nowhere else', async () => {
    const text = async (name: 'one-page.pdf' | 'poster.pdf', given: ExportJob['way']) =>
      (await pdfText(await sheet(name, 'blank', { way: given }))).text;
    expect(await text('poster.pdf', way)).toMatch(/on your phone:\s+riverbend.example\s+68H3-QMBH/);
    expect(await text('poster.pdf', null)).not.toMatch(/phone|68H3/);
    expect(await text('one-page.pdf', way)).not.toMatch(/phone|68H3/);
  }, 60_000);

  it('[EXPORT-2] [EXPORT-4] the same moment gives the same bytes, without a name of a person', async () => {
    const job = { way, withNames: true } as const;
    const [one, other] = [await sheet('poster.pdf', 'detroit', job), await sheet('poster.pdf', 'detroit', job)];
    expect(Buffer.compare(one, other)).toBe(0);
    const map = readTemplate('detroit')!.map;
    const people = map.representatives.map((person) => ({ ...person, display_name: 'Pat Secretname' }));
    for (const name of ['one-page.pdf', 'poster.pdf'] as const) {
      const plan = await planFiles(jobOf({ ...map, representatives: people }, job), async () => null);
      for await (const { bytes } of makeFiles(plan.filter((file) => file.name === name)))
        expect((await pdfText(bytes)).text).not.toContain('Secretname');
    }
  }, 60_000);
});
