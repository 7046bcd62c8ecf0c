import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { importRegister } from '#shared/report/importing/importRegister.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import { maxTableBytes, maxUnpackedBytes, readTableFile } from './readTableFile.ts';
import { sheetXml, workbook } from '#client/testing/workbook.ts';

const file = (bytes: BlobPart, name = 'list') => new File([bytes], name);
const text = 'Organization,Sector\nCafé Żółw,labor';
const read = async (bytes: BlobPart, name?: string) => {
  const result = await readTableFile(file(bytes, name));
  return result.ok ? result.source.table : result.code;
};
const utf16 = (words: string, big: boolean, mark: boolean) => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: words.length }, (_, at) => words.charCodeAt(at))];
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
const namesIn = async (bytes: Uint8Array<ArrayBuffer>) => {
  const result = await readTableFile(file(bytes, 'list.xlsx'));
  if (!result.ok) throw new Error(result.code);
  let ids = 0;
  const context = { today: '2026-03-02', newId: () => `new${(ids += 1)}` };
  const preview = importRegister(mapOf({}), result.source.table, context);
  return { preview, map: applyToMap(mapOf({}), preview.changes) };
};

describe('a table in a file', () => {
  it('[CSV-7] is read in UTF-8 and UTF-16, with its mark and without', async () => {
    expect(await read(text)).toBe(text);
    expect(await read(`\uFEFF${text}`)).toBe(text);
    for (const big of [true, false])
      for (const mark of [true, false]) expect(await read(utf16(text, big, mark))).toBe(text);
  });

  it('[CSV-7] is read in an old code page, which can be chosen anew', async () => {
    const old = Uint8Array.from([...'organization\nCaf'].map((one) => one.charCodeAt(0)).concat(0xe9));
    expect(await readTableFile(file(old))).toEqual({
      ok: true,
      source: { name: 'list', table: 'organization\nCafé', old: { bytes: old, codePage: 'windows-1252' } },
    });
  });

  it('[CSV-7] is read from an Excel workbook: days, yes and no, numbers, blank rows', async () => {
    const rows = [
      ['Partners'],
      [],
      ['Organization', 'Kind', 'Since', 'Until', 'Grassroots', 'Influence'],
      ['Night School', 'Doer', { day: 45809 }, 46000, true, 3],
      [],
      ['River House', 'doer', '2025-06-01', null, false, null],
    ] as const;
    const { preview, map } = await namesIn(workbook(rows));
    expect(preview).toMatchObject({ problems: [], goodRows: 2, headerRow: 3, dayQuestion: null });
    expect(map.organizations).toMatchObject([
      { name: 'Night School', grassroots: true },
      { name: 'River House', grassroots: false },
    ]);
    expect(map.representatives).toMatchObject([{ since: '2025-06-01', until: '2025-12-09' }, { since: '2025-06-01' }]);
    expect([...preview.ratings.values()]).toEqual([{ influence: 3 }]);
    const old = await namesIn(
      workbook(
        [
          ['Organization', 'Kind', 'Since'],
          ['A', 'doer', 44347],
        ],
        { date1904: true },
      ),
    );
    expect(old.map.representatives).toMatchObject([{ since: '2025-06-01' }]);
  });

  it('[CSV-7] a workbook that would fill the memory is not read', async () => {
    const far = (row: number, column: string) =>
      workbook({
        xml: sheetXml([['Organization'], ['A']]).replace(
          '</sheetData>',
          `<row r="${row}"><c r="${column}${row}"><v>1</v></c></row></sheetData>`,
        ),
      });
    expect(await read(far(1_048_576, 'A'))).toBe('sheetTooLarge');
    expect(await read(far(5_000, 'XFD'))).toBe('sheetTooLarge');
    expect(await read(far(5_000, 'AB'))).not.toBeTypeOf('string');
    const bomb = workbook([['Organization']], { extra: { 'xl/sharedStrings.xml': new Uint8Array(maxUnpackedBytes) } });
    expect(bomb.length).toBeLessThan(maxTableBytes);
    expect(await read(bomb)).toBe('sheetTooLarge');
    expect(await read(workbook({ xml: '<worksheet><sheetData><row' }))).toBe('unreadable');
  });

  it('[CSV-7] is found in a ZIP of ours', async () => {
    const pack = zipSync({
      'README.txt': strToU8('x'),
      'tables/register.csv': strToU8(text),
      'board.json': strToU8('{}'),
    });
    expect(await read(pack)).toBe(text);
    expect(await read(zipSync({ 'README.txt': strToU8('x') }))).toBe('zipWithout');
    expect(await read(pack.slice(0, 120))).toBe('zipDamaged');
    expect(await read(zipSync({ 'tables/register.csv': new Uint8Array(maxUnpackedBytes + 1) }))).toBe('zipTooLarge');
  });

  it('[CSV-7] what is no table says what it is', async () => {
    const cases: readonly (readonly [BlobPart, string])[] = [
      ['{"format":"roundtable-board/1"}', 'boardFile'],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'picture'],
      [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture'],
      ['%PDF-1.7', 'pdf'],
      ['<html><table><tr><td>organization', 'webPage'],
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'oldOffice'],
      [zipSync({ mimetype: strToU8('application/vnd.oasis'), 'content.xml': strToU8('<a/>') }), 'otherSheet'],
      [zipSync({ 'word/document.xml': strToU8('<a/>') }), 'document'],
      ['organization\0\u0001', 'unreadable'],
    ];
    for (const [bytes, code] of cases) expect(await read(bytes), code).toBe(code);
    expect(await read('[Draft] list,Organization\nx,A')).toContain('Draft');
  });

  it('[CSV-7] has at most 5 MB', async () => {
    const large = (bytes: number) => read(`organization\n${'a'.repeat(bytes - 13)}`);
    expect(await large(maxTableBytes)).toContain('organization');
    expect(await large(maxTableBytes + 1)).toBe('tooLarge');
  });
});
