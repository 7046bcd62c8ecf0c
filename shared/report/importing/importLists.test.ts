/** Lists as people keep them. */
import { describe, expect, it } from 'vitest';
import { applyToMap } from '#shared/map/applyToMap.ts';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ImportChoices } from './importPreview.ts';
import { importRegister } from './importRegister.ts';

const today = '2026-03-02';
let ids = 0;
const preview = (
  source: Parameters<typeof importRegister>[1],
  onto: PartnershipMap = mapOf({}),
  choices?: ImportChoices,
) => importRegister(onto, source, { today, newId: () => `new${++ids}` }, choices);
const after = (source: string, onto: PartnershipMap = mapOf({}), choices?: ImportChoices) =>
  applyToMap(onto, preview(source, onto, choices).changes);
const boardOf = (value: object): PartnershipMap => {
  const board = parseBoard(value);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return board.map;
};
const seatRow = (voting: string) =>
  `organization,interest,kind,role_title,bodies,seat_roles,voting\nOrg B,Work,doer,Role B,Board,member,${voting}`;

describe('cells', () => {
  it('[CSV-10] yes and no are read in any case and their usual short forms; nothing else is either', () => {
    for (const [written, voting] of [
      ['yes', true],
      ['Yes', true],
      ['YES', true],
      ['TRUE', true],
      ['y', true],
      ['X', true],
      ['1', true],
      ['WAHR', true],
      ['no', false],
      ['No', false],
      ['FALSE', false],
      ['n', false],
      ['0', false],
    ] as const)
      expect(after(seatRow(written)).seats, written).toMatchObject([{ voting }]);
    for (const written of ['maybe', 'yes!', '2', 'member', '-'])
      expect(preview(seatRow(written)), written).toMatchObject({
        goodRows: 0,
        changes: [],
        problems: [{ row: 2, column: 'voting', reason: { code: 'notOneOf', cell: written, allowed: ['yes', 'no'] } }],
      });
    expect(after(seatRow('')).seats).toMatchObject([{ voting: true }]);
  });

  it('[CSV-10] lists of a row need a word for each body', () => {
    const row = (bodies: string, roles: string, voting: string) =>
      preview(`organization,kind,bodies,seat_roles,voting\nA,doer,${bodies},${roles},${voting}`);
    expect(row('Board;Team;', 'chair;Co-Chair', 'no;yes;')).toMatchObject({
      problems: [],
      added: { seats: 2, bodies: 2 },
    });
    expect(row('Board;Team', 'chair', '').problems).toEqual([
      { row: 2, column: 'seat_roles', reason: { code: 'notAsMany', words: 1, bodies: 2 } },
    ]);
    expect(row('Board', 'chair', 'no;yes').problems).toEqual([
      { row: 2, column: 'voting', reason: { code: 'notAsMany', words: 2, bodies: 1 } },
    ]);
    expect(row('', 'chair', '').problems).toMatchObject([{ column: 'seat_roles', reason: { code: 'notAsMany' } }]);
    expect(row('Board', 'boss', '').problems).toMatchObject([
      { column: 'seat_roles', reason: { code: 'notOneOf', cell: 'boss' } },
    ]);
  });

  it('[CSV-10] words of closed lists are read as pages and people write them, else named', () => {
    const text = [
      'organization,sector,kind,engagement,size,commitment,influence,grassroots,interest,part of the work',
      'A,Nonprofit,Doer,Not contacted,Large,Committed,3.00,Ja,Work,Daily practice',
      'B,Non-Profit,Decision-Maker,partner,N/A,DELIVERING,"5,0",falsch,Work,lived experience',
    ].join('\n');
    const result = preview(text);
    expect(result.problems).toEqual([]);
    const map = applyToMap(mapOf({}), result.changes);
    expect(map.organizations).toMatchObject([
      { sector: 'nonprofit', engagement: 'not_contacted', size: 'large', grassroots: true },
      { sector: 'nonprofit', engagement: 'partner', size: 'na', grassroots: false },
    ]);
    expect(map.representatives.map(({ kind }) => kind)).toEqual(['doer', 'decision_maker']);
    expect(map.placements.map((one) => [one.part_of_work, one.commitment])).toEqual([
      ['practice', 'committed'],
      ['lived_experience', 'delivering'],
    ]);
    expect([...result.ratings.values()]).toEqual([{ influence: 3 }, { influence: 5 }]);
    const wrong = 'organization,sector,kind,engagement,size,influence,since\nA,circus,boss,soon,tiny,6,soon';
    expect(preview(wrong).problems.map(({ column, reason }) => [column, reason.code])).toEqual([
      ['sector', 'notOneOf'],
      ['kind', 'notOneOf'],
      ['engagement', 'notOneOf'],
      ['size', 'notOneOf'],
      ['influence', 'notARating'],
      ['since', 'notADay'],
    ]);
    expect(preview('organization,influence\nA,3.5').problems).toHaveLength(1);
    const own = boardOf({ sectors: [{ id: 'faith', label: 'Faith groups' }] });
    expect(after('organization,sector\nA,FAITH GROUPS', own).organizations).toMatchObject([{ sector: 'faith' }]);
  });
});

describe('names', () => {
  const board = boardOf({
    organizations: [{ id: 'o1', name: 'Café Straße' }],
    interests: [{ id: 'i1', title: 'Ways to Work' }],
    bodies: [{ id: 'b1', name: 'Policy Board' }],
    placements: [{ organization_id: 'o1', interest_id: 'i1' }],
    representatives: [{ id: 'r1', organization_id: 'o1', role_title: 'Head of Routes', kind: 'doer' }],
  });

  it('[CSV-8] of organizations, interests, roles and bodies are one when people would say so, and nothing is renamed', () => {
    const text =
      'organization,interest,kind,role_title,bodies\n CAFE\u0301\u00A0STRASSE ,ways  to work,Doer,head of routes,policy\u00A0board';
    const result = preview(text, board);
    expect(result.added).toEqual({
      interests: 0,
      organizations: 0,
      placements: 0,
      representatives: 0,
      bodies: 0,
      seats: 1,
    });
    expect(result.changed).toBe(0);
    expect(result.sameNames).toEqual([
      { written: 'CAFÉ STRASSE', kept: 'Café Straße' },
      { written: 'ways to work', kept: 'Ways to Work' },
      { written: 'head of routes', kept: 'Head of Routes' },
      { written: 'policy board', kept: 'Policy Board' },
    ]);
  });

  it('[CSV-8] a row with the id renames, unless only white space or the form of accents differs', () => {
    const text = (name: string) => `organization_id,organization\no1,${name}`;
    expect(preview(text(' Cafe\u0301\u00A0Straße'), board).changes).toEqual([]);
    expect(applyToMap(board, preview(text('Café STRASSE'), board).changes).organizations[0]?.name).toBe('Café STRASSE');
  });

  it('[CSV-8] an id of another board does not make a second organization of one name', () => {
    const result = preview('organization_id,organization,sector\nother,café strasse,labor\nother,,labor', board);
    expect(result).toMatchObject({ problems: [], added: { organizations: 0 }, changed: 1 });
    // two of one name in one file, each with its id, are two
    expect(preview('organization_id,organization\na,Same\nb,Same').added.organizations).toBe(2);
  });

  it('[CSV-8] a name that several bear is not guessed', () => {
    const two = boardOf({
      organizations: [
        { id: 'o1', name: 'Hub' },
        { id: 'o2', name: 'HUB' },
        { id: 'o3', name: 'Alone' },
      ],
      bodies: [
        { id: 'b1', name: 'Team' },
        { id: 'b2', name: 'Team' },
      ],
    });
    expect(preview('organization,sector\nhub,labor', two).problems).toEqual([
      { row: 2, column: 'organization', reason: { code: 'severalNamed', cell: 'hub' } },
    ]);
    expect(preview('organization,sector\nHub,labor', two)).toMatchObject({ problems: [], changed: 1 });
    expect(preview('organization,kind,bodies\nAlone,doer,Team', two).problems).toMatchObject([
      { column: 'bodies', reason: { code: 'severalNamed', cell: 'Team' } },
    ]);
  });
});

describe('lists as people keep them', () => {
  const expected = ['Night School', 'Parks, Rivers and Trees'];
  const names = (text: string, choices?: ImportChoices) =>
    after(text, mapOf({}), choices).organizations.map(({ name }) => name);

  it('[CSV-11] headings are known in any case and by their usual names', () => {
    for (const heading of [
      'organization',
      'Organization',
      'ORGANISATION',
      'Name',
      'Org',
      'Organization name',
      ' organization\u00A0',
    ])
      expect(names(`${heading},Sector\nNight School,education`), heading).toEqual(['Night School']);
    expect(preview('Name,Organization\nAnna,Night School').unknownColumns).toEqual(['Name']);
    expect(preview('Representative Kind,Org,Seat role\n,A,').leftOutColumns).toEqual([]);
  });

  it('[CSV-11] lines and rows above the header, blank rows, empty cells behind, and any separator', () => {
    const files = [
      'organization,sector\nNight School,education\n"Parks, Rivers and Trees",community\n',
      'sep=;\r\nOrganization;Sector\r\nNight School;education\r\nParks, Rivers and Trees;community\r\n',
      '\uFEFF"sep=,"\r\nOrganization,Sector,,,\r\nNight School,education,,,\r\n"Parks, Rivers and Trees",community,,,,,\r\n',
      'Partners of Riverbend\n\nUpdated in May, by all\nOrganization\tSector\nNight School\teducation\n\t\n\nParks, Rivers and Trees\tcommunity',
      '| Organization | Sector |\n|---|:--:|\n| Night School | education |\n| Parks, Rivers and Trees | community |\n',
      'Organization|Sector\nNight School|education\nParks, Rivers and Trees|community',
      'Organization\nNight School\nParks, Rivers and Trees',
      '"Note, with a comma",Organization\n,Night School\n,"Parks, Rivers and Trees"',
    ];
    for (const text of files) {
      expect(preview(text).problems, text).toEqual([]);
      expect(names(text), text).toEqual(expected);
    }
  });

  it('[CSV-4] rows have the numbers that a spreadsheet shows, columns the names of the file', () => {
    const text =
      'sep=;\nOur list\n\nOrg;Type of organization;"since\nwhen";Until\n"Two\nlines";labor;x;\n;labor\n\nThird;circus;y;soon';
    const result = preview(text);
    expect(result.headerRow).toBe(3);
    expect(result.problems.map(({ row, column, reason }) => [row, column, reason.code])).toEqual([
      [5, 'Org', 'empty'],
      [7, 'Type of organization', 'notOneOf'],
    ]);
    expect(result.unknownColumns).toEqual(['since when']);
    // a cell without a heading above it is named by the letter of its column
    expect(preview('Organization,,Sector\nA,note,labor').unknownColumns).toEqual(['B']);
    const contradiction = preview('Id,Org,Weight,Topic\n1,A,essential,Jobs\n2,A,supporting,Jobs');
    expect(contradiction.problems).toMatchObject([
      { row: 3, column: 'Weight', reason: { code: 'contradicts', other: 2 } },
    ]);
  });

  it('[CSV-11] without a column for their kind, representatives are left out and the rest is taken', () => {
    const result = preview('Organization,Role,Since\nNight School,Teacher,2025-06-01');
    expect(result).toMatchObject({
      problems: [],
      goodRows: 1,
      withoutKind: ['Role', 'Since'],
      added: { organizations: 1, representatives: 0 },
    });
    expect(preview('Organization,Role,Kind\nNight School,Teacher,').problems).toMatchObject([
      { column: 'Kind', reason: { code: 'noKind' } },
    ]);
  });

  it('[CSV-12] columns that are not known are matched by hand, and known the next time', () => {
    const text = 'Wer,Was\nNight School,education\nRiver House,community';
    const guessed = preview(text);
    expect(guessed.problems).toEqual([{ row: 1, column: null, reason: { code: 'missingInHeader' } }]);
    expect(guessed.columns).toMatchObject([
      { label: 'Wer', column: null, samples: ['Night School', 'River House'] },
      { label: 'Was', column: null },
    ]);
    expect(names(text, { columns: ['organization', 'sector'] })).toEqual(['Night School', 'River House']);
    expect(names(text, { remembered: new Map([['wer', 'organization']]) })).toEqual(['Night School', 'River House']);
    expect(
      names('Night School,education\nRiver House,community', { headerRow: 0, columns: ['organization', 'sector'] }),
    ).toEqual(['Night School', 'River House']);
    // a name of the register means itself, whatever was chosen once
    expect(names('Organization\nA', { remembered: new Map([['organization', null]]) })).toEqual(['A']);
  });

  it('[CSV-7] 5,000 rows are taken however many blank ones stand between, one more is not', () => {
    const rows = (count: number) => `Organization\n${Array.from({ length: count }, () => 'Night School\n\n').join('')}`;
    expect(preview(rows(5_000))).toMatchObject({ goodRows: 5_000, problems: [] });
    expect(preview(rows(5_001))).toMatchObject({
      goodRows: 0,
      problems: [{ row: 0, column: null, reason: { code: 'tooManyRows', max: 5_000, count: 5_001 } }],
    });
    const wide = (count: number) => preview(`Organization,${','.repeat(count - 2)}x\nA`);
    expect(wide(300).problems).toEqual([]);
    expect(wide(301).problems).toMatchObject([{ reason: { code: 'tooManyColumns', max: 300, count: 301 } }]);
  });
});

describe('days of a file', () => {
  it('[CSV-9] are asked once when the file does not say their order', () => {
    const text = 'organization,kind,since,until\nA,doer,6/1/2025,\nB,doer,,3/4/2027';
    expect(preview(text).dayQuestion).toEqual({ cell: '6/1/2025', dayFirst: '2025-01-06', monthFirst: '2025-06-01' });
    const since = (dayOrder: 'dayFirst' | 'monthFirst') => {
      const { representatives } = after(text, mapOf({}), { dayOrder });
      return representatives.map((one) => one.since ?? one.until);
    };
    expect(since('dayFirst')).toEqual(['2025-01-06', '2027-04-03']);
    expect(since('monthFirst')).toEqual(['2025-06-01', '2027-03-04']);
    expect(preview(`${text}\nC,doer,6/13/2025,`).dayQuestion).toBeNull();
    expect(preview(text.replaceAll('/', '.')).dayQuestion).toBeNull();
  });
});
