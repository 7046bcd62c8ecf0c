import { describe, expect, it } from 'vitest';
import { maxCsvBytes, readCsvFile } from './readCsvFile.ts';

describe('readCsvFile', () => {
  it('[CSV-7] reads UTF-8 and the old code page of spreadsheets', async () => {
    expect(await readCsvFile(new Blob(['organization\nCafé']))).toEqual({ ok: true, text: 'organization\nCafé' });
    const old = Uint8Array.from([...'organization\nCaf'].map((one) => one.charCodeAt(0)).concat(0xe9));
    expect(await readCsvFile(new Blob([old]))).toEqual({ ok: true, text: 'organization\nCafé' });
  });

  it('[CSV-7] refuses what is no text and what is too large', async () => {
    expect(await readCsvFile(new Blob(['PK\u0003\u0004\0\0']))).toEqual({ ok: false, code: 'unreadable' });
    expect(await readCsvFile(new Blob([new Uint8Array(maxCsvBytes + 1)]))).toEqual({ ok: false, code: 'tooLarge' });
  });
});
