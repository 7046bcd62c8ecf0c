import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { applyToMap } from '../map/applyToMap.ts';
import { parseBoard } from '../map/file/parseBoard.ts';
import { indexMap } from '../map/MapIndex.ts';
import { mapOf, type PartnershipMap } from '../map/PartnershipMap.ts';
import { type Rating, ratingsOf, withRatings } from '../map/ratings.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import { templateIds } from '../templates/templates.ts';
import { csvText, guarded, unguarded } from '#shared/text/csv.ts';
import type { ImportPreview } from '#shared/report/importing/importPreview.ts';
import { importRegister } from '#shared/report/importing/importRegister.ts';
import { registerFileName, registerRows, registerText } from './register.ts';
import { registerColumns } from './registerColumns.ts';

const asOf = '2026-03-02';
const context = () => {
  let count = 0;
  return { today: asOf, newId: () => `new${++count}` };
};
const template = (id: string): PartnershipMap => {
  const read = readTemplate(id);
  if (!read) throw new Error('no template');
  return read.map;
};
const map = template('employment');
const index = indexMap(map, asOf);
const preview = (text: string, onto = mapOf({})) => importRegister(onto, text, context());

/** The columns that an import takes. */
const imported = [
  'interest_id',
  'interest',
  'interest_weight',
  'part_of_work',
  'organization_id',
  'organization',
  'sector',
  'size',
  'reach',
  'grassroots',
  'engagement',
  'commitment',
  'contribution',
  'representative_id',
  'role_title',
  'kind',
  'since',
  'until',
  'speaks_for_interest',
  'bodies',
  'seat_roles',
  'voting',
  'influence',
  'stake',
] as const;
/** Columns that the map computes, and those that describe lines, papers and actions in one cell. */
const leftOut: readonly string[] = [
  'partnership',
  'as_of',
  'path_steps',
  'answers_to',
  'for_what',
  'codified_by',
  'in_force',
  'open_findings',
  'next_action',
  'action_owner',
  'action_due',
  'as_of_time',
];
const wholeRatings = (result: ImportPreview) =>
  new Map(
    [...result.ratings].map(([id, rating]): [string, Rating] => [id, { influence: null, stake: null, ...rating }]),
  );
const taken = (one: PartnershipMap) =>
  registerRows(indexMap(one, asOf))
    .map((row) => imported.map((column) => row[column] ?? '').join('|'))
    .toSorted();

describe('register', () => {
  it('[CSV-1] has one row per organization, interest and representative, the empty chair included', () => {
    const rows = registerRows(index);
    const placements = map.placements.map((placement) => {
      const people = map.representatives.filter(
        (person) => person.organization_id === placement.organization_id && person.until === null,
      );
      return Math.max(1, people.length);
    });
    expect(rows).toHaveLength(placements.reduce((sum, count) => sum + count, 0));
    expect(rows.filter((row) => row.organization_id === 'transit-authority')).toMatchObject([
      { interest_id: 'barriers', engagement: 'partner' },
    ]);
    expect(rows.find((row) => row.organization_id === 'transit-authority')?.representative_id).toBeUndefined();
    const [header] = Papa.parse<string[]>(registerText(index).slice(1)).data;
    expect(header).toEqual([...registerColumns, 'as_of_time']);
  });

  it('[CSV-1] says what each column promises', () => {
    const row = registerRows(index).find((one) => one.representative_id === 'r32' && one.interest_id === 'barriers');
    expect(row).toMatchObject({
      partnership: 'Riverbend Works',
      as_of: asOf,
      interest_weight: 'essential',
      part_of_work: 'lived_experience',
      grassroots: 'yes',
      speaks_for_interest: 'yes',
      bodies: 'Workgroup: getting to work;Community engagement team',
      seat_roles: 'member;chair',
      voting: 'yes;yes',
      path_steps: '2',
      answers_to: 'Senior staff group;Senior staff group',
      in_force: 'no;yes',
    });
    expect(registerRows(index).find((one) => one.organization_id === 'job-seekers-circle')).toMatchObject({
      path_steps: 'none',
      next_action: 'Invite the Job Seekers\u2019 Circle to choose a seat'.replace('\u2019', "'"),
      action_owner: 'United Fund of Riverbend (backbone)',
      action_due: '2026-03-16',
    });
  });

  it('[CSV-2] is written with mark, CRLF, doubled quotes and without formulas', () => {
    const board = parseBoard({
      organizations: ['=1+1', '+a', '-b', '@c', '\td', '"q", r\ns'].map((name, at) => ({ id: `o${at}`, name })),
    });
    if (!board.ok) throw new Error('refused');
    const text = registerText(indexMap(board.map, asOf));
    expect(text.startsWith('\uFEFFpartnership,as_of,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    // a tab in a name was a space when it came in
    for (const cell of ["'=1+1", "'+a", "'-b", "'@c", ' d', '"""q"", r\ns"']) expect(text).toContain(`,${cell},`);
    expect(csvText([['before', '\td', 'behind']])).toContain(",'\td,");
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
  });

  it('[CSV-2] no cell is a formula for a program that separates by semicolons, tabs or bars, and all come back', () => {
    const hostile = ['=1+1', '+1', '-1', '@a', "=cmd|' /C calc'!A0"];
    const between = [';', '; ', '|', '\t', '\n', '\r\n', ";'", ';;', '";"', '\t\t'];
    const cells = [
      ...hostile.flatMap((formula) => between.map((sign) => `Acme${sign}${formula}`)),
      ...hostile.map((formula) => ` ${formula}`),
      'Smith; Jones | Co\tand, +49 30 1234',
      "';=a",
      "\t'=a",
    ];
    for (const cell of cells) {
      const text = csvText([['before', cell, 'behind']]);
      for (const delimiter of [';', '|', '\t', ',']) {
        // with and without regard for quotes that stand within a piece
        const read = Papa.parse<string[]>(text.slice(1), { delimiter }).data.flat();
        const cut = text
          .slice(1)
          .split(/[\r\n]+/)
          .flatMap((row) => row.split(delimiter));
        for (const piece of delimiter === ',' ? read : [...read, ...cut])
          expect(piece, JSON.stringify([cell, delimiter])).not.toMatch(/^ *[=+\-@]/);
      }
      expect(unguarded(guarded(cell))).toBe(cell);
    }
    expect(guarded('Smith; Jones | Co\tand, +49 30 1234')).toBe('Smith; Jones | Co\tand, +49 30 1234');
  });

  it('[CSV-3] shows influence and stake only when asked, and the file name says so', () => {
    expect(registerText(index)).not.toContain('influence');
    expect(registerText(index, { internal: true }).split('\r\n')[0]).toMatch(/,influence,stake,as_of_time$/);
    const rated = withRatings(map, new Map([['chamber', { influence: 5, stake: null }]]));
    const heard = { ...rated, representatives: rated.representatives.filter((one) => one.kind === 'designee') };
    expect(registerText(indexMap(heard, asOf), { internal: true })).toContain('REP-6');
    expect(registerText(indexMap(heard, asOf))).not.toContain('REP-6');
    expect(registerFileName(index)).toBe('riverbend-works-register-2026-03-02.csv');
    expect(registerFileName(index, { internal: true })).toBe('riverbend-works-register-2026-03-02-internal.csv');
  });
});

describe('importRegister', () => {
  for (const id of templateIds)
    it(`[CSV-5] the register of ${id}, imported into its own map, changes nothing`, () => {
      const own = template(id);
      const result = preview(registerText(indexMap(own, asOf), { internal: true }), own);
      expect(result).toMatchObject({ problems: [], unknownColumns: [], changed: 0, changes: [] });
    });

  for (const id of templateIds)
    it(`[CSV-6] the register of ${id}, imported into an empty board, gives the same columns`, () => {
      const own = template(id);
      const result = preview(registerText(indexMap(own, asOf), { internal: true }));
      expect(result.problems).toEqual([]);
      const after = withRatings(applyToMap(mapOf({}), result.changes), wholeRatings(result));
      expect(taken(after)).toEqual(taken(own));
      expect(wholeRatings(result)).toEqual(ratingsOf(own));
      expect(result.leftOutColumns).toEqual(leftOut);
      // read back once more, nothing is left to change
      expect(importRegister(after, registerText(indexMap(after, asOf)), context()).changes).toEqual([]);
    });

  it('[CSV-4] names each bad row, its column and why, and takes the others', () => {
    const text = [
      'organization,sector,interest,kind,role_title,grassroots,influence,Colour',
      'Good House,labor,Skills,doer,Teacher,yes,3,red',
      ',labor,,,,,,',
      'Bad Sector,circus,,,,,,',
      'Good House,business,,,,,,',
      'No Kind,labor,Skills,,Teacher,,,',
      'Wrong Kind,labor,Skills,boss,Teacher,,,',
      'Not Yes,labor,,,,perhaps,7,',
      '',
      'Good Two,,Skills,,,,,',
      'Too,,,,,,,,many',
    ].join('\n');
    const result = preview(text);
    expect(result.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'organization'],
      [4, 'sector'],
      [5, 'sector'],
      [6, 'kind'],
      [7, 'kind'],
      [8, 'grassroots'],
      [8, 'influence'],
      [11, null],
    ]);
    expect(result.problems[1]?.reason).toEqual({ code: 'notOneOf', cell: 'circus', allowed: [...standardSectors] });
    expect(result.problems[2]?.reason).toEqual({ code: 'contradicts', other: 2 });
    expect(result.problems[4]?.reason).toEqual({
      code: 'notOneOf',
      cell: 'boss',
      allowed: ['designee', 'doer', 'decision_maker'],
    });
    expect(result).toMatchObject({
      goodRows: 2,
      unknownColumns: ['Colour'],
      added: { organizations: 2, interests: 1, placements: 2, representatives: 1 },
    });
  });

  it('[CSV-4] a file that is no register says so', () => {
    expect(preview('a,b\n1,2').problems).toEqual([{ row: 1, column: null, reason: { code: 'missingInHeader' } }]);
    expect(preview('').problems).toHaveLength(1);
    expect(preview('organization,organization\na,b').problems).toMatchObject([
      { row: 1, reason: { code: 'twiceInHeader' } },
    ]);
    expect(preview('organization\n"open').problems).not.toEqual([]);
  });

  it('[RATE-3] ratings never become changes of the map, and only good rows have a say', () => {
    const text = [
      'organization_id,organization,sector,influence,stake',
      'chamber,,,5,',
      'labor-council,,circus,4,4',
      'new-house,New House,labor,,2',
      'chamber,,,4,',
    ].join('\n');
    const result = preview(text, map);
    expect(result.ratings).toEqual(
      new Map<string, Partial<Rating>>([
        ['chamber', { influence: 5 }],
        ['new-house', { stake: 2 }],
      ]),
    );
    expect(JSON.stringify(result.changes)).not.toMatch(/"(influence|stake)":\d/);
    expect(result.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'sector'],
      [5, 'influence'],
    ]);
  });

  it('[CSV-5] changes what the file says otherwise, and deletes nothing', () => {
    const result = preview('organization_id;size;note\r\nchamber;large;x\r\nlabor-council;;y\r\n', map);
    expect(result).toMatchObject({ problems: [], unknownColumns: ['note'], changed: 1 });
    const after = applyToMap(map, result.changes);
    expect(after.organizations.find((one) => one.id === 'chamber')?.size).toBe('large');
    expect(after.organizations.find((one) => one.id === 'labor-council')?.size).toBe('na');
    expect(after.representatives).toEqual(map.representatives);
  });

  it('[CSV-6] gives seats in bodies by name, and adds a body that is not on the board', () => {
    const text =
      'organization_id,representative_id,role_title,kind,bodies,seat_roles,voting\njob-seekers-circle,r34,Member of the circle,designee,Community engagement team,co_chair,no';
    const after = applyToMap(map, preview(text, map).changes);
    expect(after.seats.find((seat) => seat.representative_id === 'r34')).toMatchObject({
      body_id: 'engagement',
      seat_role: 'co_chair',
      voting: false,
    });
    const added = preview(text.replaceAll('Community engagement team', 'Youth council'), map);
    expect(added.added).toMatchObject({ bodies: 1, seats: 1 });
    expect(applyToMap(map, added.changes).bodies.at(-1)).toMatchObject({ name: 'Youth council', kind: 'other' });
  });
});
