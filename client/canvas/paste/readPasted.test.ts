// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { maxRecordText } from '#shared/board/limits/textLimits.ts';
import { cellsOfHtml, cellsOfText } from './cells.ts';
import { mostNotes, readPasted, tableOf, type Clipped } from './readPasted.ts';

const clipped = (part: Partial<Clipped>): Clipped => ({
  types: ['text/plain'],
  text: '',
  html: '',
  fileNames: [],
  ...part,
});
const sheet =
  '<html><body><table><tr><td>Employer</td><td>Jobs</td></tr><tr><td>Harbor Steel</td><td>120</td></tr></table></body></html>';
const sheetText = 'Employer\tJobs\nHarbor Steel\t120\n';
const cells = [
  ['Employer', 'Jobs'],
  ['Harbor Steel', '120'],
];

describe('what is pasted', () => {
  it('[PASTE-1] cells of a spreadsheet are cells, though it gives a picture of them, too', () => {
    const whole = clipped({ text: sheetText, html: sheet, fileNames: ['image.png'] });
    expect(readPasted(whole)).toMatchObject({ kind: 'table', rows: cells });
    expect(readPasted({ ...whole, text: '' })).toMatchObject({ kind: 'table', rows: cells });
    expect(readPasted({ ...whole, html: '', fileNames: [] })).toMatchObject({ kind: 'table', rows: cells });
  });

  it('[PASTE-1] cells with line breaks, quotes and nothing in them are read as they were', () => {
    expect(cellsOfText('"two\nlines"\t"say ""yes"""\r\n\tb\t\r\n\r\n')).toEqual([
      ['two\nlines', 'say "yes"'],
      ['', 'b'],
    ]);
    expect(cellsOfText('a "quoted" word\tb')).toEqual([['a "quoted" word', 'b']]);
    expect(cellsOfHtml('<table><tr><th>one<br>two</th><td> </td></tr><tr><td></td></tr></table>')).toEqual([
      ['one\ntwo'],
    ]);
  });

  it('[PASTE-1] one column is a list of lines, and text with a tab here and there is no table', () => {
    const column = '<table><tr><td>Rides</td></tr><tr><td>Child care</td></tr></table>';
    expect(readPasted(clipped({ text: 'Rides\n"Child\ncare"\n', html: column }))).toMatchObject({
      kind: 'lines',
      lines: ['Rides', 'Child\ncare'],
    });
    expect(tableOf('one\ttwo\nthree', '')).toBeNull();
    expect(tableOf('one two', '')).toBeNull();
  });

  it('[PASTE-2] lines are a list up to the number that people can read; paragraphs are none', () => {
    const lines = (count: number) => clipped({ text: Array.from({ length: count }, (_, n) => `line ${n}`).join('\n') });
    expect(readPasted(lines(1))).toBeNull();
    expect(readPasted(lines(2))).toMatchObject({ kind: 'lines', lines: ['line 0', 'line 1'] });
    expect(readPasted(lines(mostNotes))).toMatchObject({ kind: 'lines' });
    expect(readPasted(lines(mostNotes + 1))).toBeNull();
    expect(readPasted(clipped({ text: `short\n${'x'.repeat(300)}` }))).toMatchObject({ kind: 'lines' });
    expect(readPasted(clipped({ text: `short\n${'x'.repeat(301)}` }))).toBeNull();
  });

  it('[PASTE-3] words come before a picture of them; a picture, and a file with its name, stay pictures', () => {
    const text = 'A sentence from a letter.';
    const letter = { types: ['text/plain', 'text/html', 'Files'], html: `<p>${text}</p>`, fileNames: ['image.png'] };
    expect(readPasted({ ...letter, text })).toEqual({ kind: 'text', text });
    expect(readPasted({ ...letter, text: '' })).toEqual({ kind: 'text', text });
    expect(
      readPasted(clipped({ html: '<img src="https://elsewhere.example/a.png">', fileNames: ['image.png'] })),
    ).toBeNull();
    expect(readPasted(clipped({ text: 'harbor.jpg', fileNames: ['harbor.jpg'] }))).toBeNull();
    expect(readPasted(clipped({ text: 'file:///home/maya/harbor.jpg', fileNames: ['harbor.jpg'] }))).toBeNull();
  });

  it('[PASTE-3] a format that nobody knows gives a sentence, an empty clipboard nothing', () => {
    expect(readPasted(clipped({ types: ['application/x-unheard-of'] }))).toEqual({ kind: 'unknown' });
    expect(readPasted(clipped({ types: [] }))).toBeNull();
  });

  it('[PASTE-4] what is longer than a text may be is not placed, and its length is known', () => {
    expect(readPasted(clipped({ text: 'x'.repeat(maxRecordText) }))).toBeNull();
    expect(readPasted(clipped({ text: 'x'.repeat(40_000) }))).toEqual({ kind: 'tooLong', length: 40_000 });
    expect(readPasted(clipped({ text: 'x'.repeat(maxRecordText + 1) }))).toEqual({
      kind: 'tooLong',
      length: maxRecordText + 1,
    });
  });

  it('[BIND-15] links, drawings in letters and things of a board are left to the canvas', () => {
    for (const text of ['https://a.example', 'https://a.example\nhttps://b.example', '<svg></svg>'])
      expect(readPasted(clipped({ text }))).toBeNull();
    expect(readPasted(clipped({ text: 'a\nb', html: '<div data-tldraw>{}</div>' }))).toBeNull();
  });
});
