/** Board files: the same board again, whole or not at all. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { templateIds, templates } from '#shared/templates/templates.ts';
import { randomBoard } from '#shared/testing/randomBoard.ts';
import { randomSeeds } from '#shared/testing/randomRuns.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { readRecord, writeRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import type { RecordEntry } from '#shared/record/RecordEntry.ts';
import type { FilePicture } from './boardFileFormat.ts';
import { fileDocument } from './fileDocument.ts';
import { readBoardFile } from './readBoardFile.ts';
import { fileContentOf, imageIdsOf, writeBoardFile } from './writeBoardFile.ts';

const pictures: readonly FilePicture[] = [
  { id: 'a'.repeat(32), type: 'image/png', data: 'iVBORw0KGgo=' },
  { id: 'b'.repeat(32), type: 'image/gif', data: 'R0lGODlh' },
];

const entries: readonly RecordEntry[] = [
  {
    id: 'aaaaaaaaaaaaaaaa',
    at: 1_700_000_000_123,
    content: { kind: 'ideas', question: 'Who is missing?', texts: ['Night school', 'Buses\nat four'], writers: null },
  },
  {
    id: 'bbbbbbbbbbbbbbbb',
    at: 1_700_000_000_456,
    content: { kind: 'vote', question: 'Which?', options: ['A', 'B'], totals: [2, 4], dots: 2, cast: 3, invited: 5 },
  },
];

function fileOf(doc: Y.Doc, exportedAtMs = 0, withNames = false): string {
  const content = fileContentOf(doc);
  const shown = imageIdsOf(content.records);
  return writeBoardFile(content, {
    title: 'Jobs',
    exportedAtMs,
    pictures: pictures.filter(({ id }) => shown.includes(id)),
    record: entries,
    withNames,
  });
}

function boardOf(text: string): Y.Doc {
  const read = readBoardFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  const update = fileDocument(read.file);
  if (update === null) throw new Error('the document took something back');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

/** The map without what follows from something else: places in a list, and ids of placements that moved. */
function meaning(map: PartnershipMap): unknown {
  const rows = map.measurements.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const placements = map.placements.map(({ id: _id, ...placement }) => placement);
  return JSON.parse(
    JSON.stringify({ ...map, measurements: rows, placements }, (key, value) => (key === 'order' ? null : value)),
  );
}

const withoutTimes = (text: string): string => text.replace(/"exported_at": "[^"]*"/, '"exported_at": ""');

describe('a board file', () => {
  it.each(randomSeeds(30))(
    '[BOARDFILE-2] export, import into nothing, export gives the same bytes but for the time (seed %i)',
    (seed) => {
      const doc = randomBoard(seed, { pictures: pictures.map(({ id }) => id) });
      const text = fileOf(doc, 1_000);
      const again = boardOf(text);
      expect(withoutTimes(fileOf(again, 2_000))).toBe(withoutTimes(text));
      for (const [id, entry] of doc.getMap(roots.canvas))
        expect(readRecord(id, again.getMap(roots.canvas).get(id))).toEqual(readRecord(id, entry));
      const named = boardOf(fileOf(doc, 0, true));
      expect(meaning(readMap(named))).toEqual(meaning(readMap(doc)));
    },
  );

  it.each(templateIds)(
    '[BOARDFILE-2] the same for the template %s, and a template file becomes that board',
    (template) => {
      const doc = randomBoard(1, { template, commands: 0, drawings: 0 });
      const text = fileOf(doc);
      expect(fileOf(boardOf(text))).toBe(text);
      expect(fileOf(boardOf(JSON.stringify(templates[template])))).toBe(text);
    },
  );

  it('[BOARDFILE-1] has no ratings, and names of people only when asked', () => {
    const doc = randomBoard(1, { template: 'employment', commands: 0, drawings: 0 });
    const [person] = [...(doc.getMap(roots.map).get('representatives') as Y.Map<Y.Map<unknown>>).values()];
    person?.set('display_name', 'Ana Example');
    (doc.getMap(roots.map).get('organizations') as Y.Map<Y.Map<unknown>>).forEach((one) => one.set('influence', 5));
    expect(fileOf(doc)).not.toMatch(/Ana Example|"influence"|"stake"/);
    expect(fileOf(doc, 0, true)).toContain('Ana Example');
    expect(fileOf(boardOf(fileOf(doc, 0, true)), 0, true)).toContain('Ana Example');
  });

  it('[BOARDFILE-1] leaves out what no page could draw, and is complete without it', () => {
    const doc = randomBoard(1, { template: 'blank', drawings: 3, commands: 0 });
    const text = fileOf(doc);
    const canvas = doc.getMap(roots.canvas);
    canvas.set('shape:broken', new Y.Map());
    canvas.set('shape:goal', new Y.Map([['base', { id: 'shape:goal', typeName: 'shape' }]]));
    writeRecord(canvas, { id: 'shape:e', typeName: 'shape', type: 'embed', props: {}, meta: {} } as never);
    expect(fileOf(doc)).toBe(text);
  });
});

// oxlint-disable-next-line typescript/no-explicit-any -- files are spoiled in every way here
type Json = Record<string, any>;
const isShape = (one: Json): boolean => one['typeName'] === 'shape';

/** A good file with a drawing and a picture, as an object to spoil. */
function good(): Json {
  const doc = randomBoard(4, {
    template: 'employment',
    commands: 0,
    drawings: 12,
    pictures: pictures.map(({ id }) => id),
  });
  return JSON.parse(fileOf(doc));
}

const problemsOf = (value: unknown): string[] => {
  const read = readBoardFile(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? [] : read.problems.map(({ path }) => path);
};

describe('a file that is no good', () => {
  it('[BOARDFILE-3] is refused with the path of every error', () => {
    const file = good();
    const at = file.canvas.findIndex((record: { typeName: string }) => record.typeName === 'shape');
    file.canvas[at].x = 1e300;
    file.canvas[at].props.url = 'java\nscript:alert(1)';
    file.map.organizations[3].sector = 'nowhere';
    file.map.interests[0].secret = true;
    file.pictures.push({ id: 'short', type: 'image/svg+xml', data: '<svg>' });
    const last = file.pictures.length - 1;
    expect(problemsOf(file)).toEqual([
      'map.interests[0].secret',
      `canvas[${at}].props.url`,
      `canvas[${at}].x`,
      `pictures[${last}].id`,
      `pictures[${last}].type`,
      `pictures[${last}].data`,
    ]);
    delete file.map.interests[0].secret;
    expect(problemsOf(file)).toContain('map.organizations[3].sector');
  });

  const hostile: ReadonlyArray<readonly [string, (file: Json) => unknown, RegExp]> = [
    ['nothing', () => '', /^$/],
    ['a cut file', (file) => JSON.stringify(file).slice(0, 5_000), /^$/],
    ['a list', () => [], /^$/],
    ['null', () => 'null', /^$/],
    ['a number nested a million deep', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000), /^$/],
    ['another format', (file) => ({ ...file, format: 'roundtable-board/3' }), /^format$/],
    ['a format that is an object', (file) => ({ ...file, format: { toString: 1 } }), /^format$/],
    ['a prototype key', (file) => JSON.stringify(file).replace('"title"', '"__proto__":{"x":1},"title"'), /__proto__/],
    [
      'a prototype key in the map',
      (file) => JSON.stringify(file).replace('"sectors"', '"__proto__":[],"sectors"'),
      /^map\.__proto__$/,
    ],
    [
      'a prototype key in a drawing',
      (file) => JSON.stringify(file).replace('"meta":{}', '"meta":{"__proto__":{"x":1}}'),
      /__proto__/,
    ],
    [
      'constructor in props',
      (file) => JSON.stringify(file).replace('"props":{', '"props":{"constructor":1,'),
      /constructor/,
    ],
    ['a million rows', (file) => ({ ...file, canvas: Array.from({ length: 1_000_000 }, () => 0) }), /^canvas$/],
    [
      'a million organizations',
      (file) => ({ ...file, map: { ...file['map'], organizations: Array.from({ length: 1_000_000 }, () => 0) } }),
      /^map\.organizations$/,
    ],
    ['a drawing twice', (file) => ({ ...file, canvas: [...file['canvas'], file['canvas'][0]] }), /^canvas\[\d+\]$/],
    [
      'an organization twice',
      (file) => ({
        ...file,
        map: { ...file['map'], organizations: [...file['map'].organizations, file['map'].organizations[0]] },
      }),
      /^map\.organizations\[\d+\]$/,
    ],
    [
      'an unknown kind of record',
      (file) => ({ ...file, canvas: [{ id: 'ballot:1', typeName: 'ballot', meta: {} }] }),
      /^canvas\[0\]\.typeName$/,
    ],
    [
      'an inherited kind of record',
      (file) => ({ ...file, canvas: [{ id: 'toString:1', typeName: 'toString', meta: {} }] }),
      /^canvas\[0\]\.typeName$/,
    ],
    [
      'an unknown kind of drawing',
      (file) => ({
        ...file,
        canvas: [{ ...file['canvas'].find(isShape), type: 'embed' }],
      }),
      /^canvas\[0\]\.type$/,
    ],
    [
      'a drawing under the id of the goal',
      (file) => ({
        ...file,
        canvas: [{ ...file['canvas'].find(isShape), id: 'shape:goal' }],
      }),
      /^canvas\[0\]\.id$/,
    ],
    [
      'a drawing of 100 kB',
      (file) => ({
        ...file,
        canvas: [
          {
            ...file['canvas'].find(isShape),
            meta: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`k${at}`, 'x'.repeat(10_000)])),
          },
        ],
      }),
      /^canvas\[0\]$/,
    ],
    [
      'a drawing nested 500 deep',
      (file) => ({
        ...file,
        canvas: [
          {
            ...file['canvas'].find(isShape),
            meta: JSON.parse('{"a":'.repeat(500) + '1' + '}'.repeat(500)),
          },
        ],
      }),
      /^canvas\[0\]\.meta/,
    ],
    [
      'numbers that are text',
      (file) => ({ ...file, canvas: [{ ...file['canvas'].find(isShape), x: '1' }] }),
      /^canvas\[0\]\.x$/,
    ],
    ['a picture twice', (file) => ({ ...file, pictures: [pictures[0], pictures[0]] }), /^pictures\[1\]\.id$/],
    [
      'a picture beside the file',
      (file) => ({
        ...file,
        pictures: [{ id: 'a'.repeat(32), type: 'image/png', data: 'AAAA', file: '../../etc/passwd' }],
      }),
      /^pictures\[0\]\.file$/,
    ],
    ['a title of 121 letters', (file) => ({ ...file, title: 'x'.repeat(121) }), /^title$/],
    ['no map', ({ map: _map, ...file }) => file, /^map$/],
    ['more than it may have', (file) => ({ ...file, people: [] }), /^people$/],
  ];

  it.each(hostile)('[BOARDFILE-3] %s is refused', (_name, spoil, path) => {
    const problems = problemsOf(spoil(good()));
    expect(problems.length).toBeGreaterThan(0);
    expect(
      problems.some((one) => path.test(one)),
      problems.slice(0, 5).join(' '),
    ).toBe(true);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('[BOARDFILE-1] [RECORD-3] holds the record, and a file of the first version is read without one', () => {
    const text = fileOf(randomBoard(3, {}));
    const read = readBoardFile(text);
    expect(read.ok && read.file.record).toEqual(entries);
    const { record: _none, ...first } = JSON.parse(text);
    expect(readBoardFile(JSON.stringify({ ...first, format: 'roundtable-board/1' }))).toMatchObject({
      ok: true,
      file: { record: [] },
    });
    expect(readBoardFile(JSON.stringify(first))).toMatchObject({ ok: false, problems: [{ path: 'record' }] });
  });

  it('[BOARDFILE-3] [RECORD-2] refuses a record that is none, or that tells what may not be told, by its path', () => {
    const file = JSON.parse(fileOf(randomBoard(3, {})));
    const [ideas, vote] = file.record;
    const most = Array.from({ length: 5_001 }, (_, n) => ({ ...vote, id: `v${n}` }));
    const { id, at } = vote;
    const step = { id, at, kind: 'step', workshop: 'w', step: 's', title: '', planned: 0, from: 1, to: null };
    const attendance = { roles: [], kinds: [] };
    const held = { id, at, kind: 'workshop', workshop: 'w', from: 1, to: 2, ended: true, attendance, outcome: null };
    const few = { role: 'participant', people: 2 };
    const fewKind = { kind: 'doer', people: 2 };
    const wrong: ReadonlyArray<readonly [path: string, record: unknown]> = [
      ['record', {}],
      ['record', most],
      ['record[0]', [null]],
      ['record[0].id', [{ ...vote, id: '' }]],
      ['record[0].id', [{ ...vote, id: 'x'.repeat(41) }]],
      ['record[1].id', [vote, ideas, vote].toSpliced(1, 1)],
      ['record[0].at', [{ ...vote, at: 'yesterday' }]],
      ['record[0].cast', [{ ...vote, cast: 2 }]],
      ['record[0].writers', [{ ...ideas, writers: 2 }]],
      ['record[0].texts[1]', [{ ...ideas, texts: ['a', 'W'.repeat(1_001)] }]],
      ['record[0].person', [{ ...ideas, person: 'Boris' }]],
      ['record[0].people', [{ ...step, people: ['Boris'] }]],
      ['record[0].attendance.roles[0].people', [{ ...held, attendance: { ...attendance, roles: [few] } }]],
      ['record[0].attendance.kinds[0].people', [{ ...held, attendance: { ...attendance, kinds: [fewKind] } }]],
      ['record[0].kind', [{ ...vote, kind: 'pulse' }]],
      ['record[0]', [{ ...vote, totals: [1] }]],
    ];
    for (const [path, value] of wrong) {
      const read = readBoardFile(JSON.stringify({ ...file, record: value }));
      expect(read.ok ? [] : read.problems.map((one) => one.path), JSON.stringify(value).slice(0, 80)).toEqual([path]);
    }
    const right = [
      { ...vote, cast: 3 },
      { ...ideas, writers: 3 },
      { ...step, id: 'step' },
      { ...held, id: 'held' },
      ...most.slice(0, 4_996),
    ];
    expect(readBoardFile(JSON.stringify({ ...file, record: right })).ok).toBe(true);
  });
});
