import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openBoardFile } from './openBoardFile.ts';

const max = 1_000;
const open = (bytes: BlobPart, name = 'chosen') => openBoardFile(new File([bytes], name), max);
const board = '{"format":"roundtable-board/1"}';

describe('a board in a file', () => {
  it('[BOARDFILE-6] is the file itself, or the one in a pack', async () => {
    for (const bytes of [
      board,
      `\uFEFF\n${board}`,
      zipSync({ 'README.txt': strToU8('x'), 'board.json': strToU8(board) }),
    ]) {
      const opened = await open(bytes, 'pack.zip');
      expect(opened.ok && (await opened.file.text())).toContain(board);
    }
  });

  it('[BOARDFILE-6] what is none says what it is', async () => {
    const cases: readonly (readonly [BlobPart, string])[] = [
      ['organization,sector\nNight School,labor', 'table'],
      ['organization;sector', 'table'],
      [zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'table'],
      [zipSync({ 'tables/register.csv': strToU8('organization') }), 'table'],
      [zipSync({ 'README.txt': strToU8('x') }), 'zipWithout'],
      [zipSync({ 'board.json': strToU8(board) }).slice(0, 50), 'zipDamaged'],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'picture'],
      ['%PDF-1.7', 'pdf'],
      ['<!doctype html><title>x', 'webPage'],
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'oldOffice'],
      [Uint8Array.of(1, 2, 0, 4), 'unreadable'],
    ];
    for (const [bytes, code] of cases) expect(await open(bytes), code).toEqual({ ok: false, code });
  });

  it('[BOARDFILE-6] is not larger than the server takes, packed or not', async () => {
    const large = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect(await open(large(max))).toMatchObject({ ok: true });
    expect(await open(large(max + 1))).toEqual({ ok: false, code: 'tooLarge' });
    expect(await open(zipSync({ 'board.json': strToU8(large(max)) }))).toMatchObject({ ok: true });
    expect(await open(zipSync({ 'board.json': strToU8(large(max + 1)) }))).toEqual({ ok: false, code: 'zipTooLarge' });
  });
});
