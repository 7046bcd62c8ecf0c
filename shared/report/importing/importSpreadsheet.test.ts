/** A register that went through a spreadsheet comes back as it was. */
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseBoard } from '#shared/map/file/parseBoard.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { ImportChoices } from './importPreview.ts';
import { importRegister } from './importRegister.ts';
import { registerText } from '#shared/report/register.ts';
import { readTableText } from './tableText.ts';

const today = '2026-03-02';
let ids = 0;
const preview = (
  source: Parameters<typeof importRegister>[1],
  onto: PartnershipMap = mapOf({}),
  choices?: ImportChoices,
) => importRegister(onto, source, { today, newId: () => `new${++ids}` }, choices);
const boardOf = (value: object): PartnershipMap => {
  const board = parseBoard(value);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return board.map;
};
const template = (id: string): PartnershipMap => {
  const read = readTemplate(id);
  if (!read) throw new Error('no template');
  return read.map;
};

/** What a spreadsheet does to a file that is opened, saved and closed. */
interface Habit {
  readonly delimiter: string;
  readonly day: (year: string, month: string, day: string) => string;
  readonly truth: readonly [yes: string, no: string];
  readonly mark: boolean;
  readonly width: number;
}
const two = (text: string) => String(Number(text));
const habits: Readonly<Record<string, Habit>> = {
  american: {
    delimiter: ',',
    day: (y, m, d) => `${two(m)}/${two(d)}/${y}`,
    truth: ['TRUE', 'FALSE'],
    mark: true,
    width: 0,
  },
  german: { delimiter: ';', day: (y, m, d) => `${d}.${m}.${y}`, truth: ['WAHR', 'FALSCH'], mark: false, width: 3 },
  british: { delimiter: ',', day: (y, m, d) => `${d}/${m}/${y}`, truth: ['TRUE', 'FALSE'], mark: false, width: 0 },
  iso: { delimiter: '\t', day: (y, m, d) => `${y}/${m}/${d}`, truth: ['true', 'false'], mark: true, width: 1 },
};

function throughSpreadsheet(text: string, { delimiter, day, truth, mark, width }: Habit): string {
  const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
  const [header = []] = data;
  const truths = new Set(['grassroots', 'speaks_for_interest'].map((name) => header.indexOf(name)));
  const rows = data.map((row, at) => [
    ...row.map((cell, place) => {
      const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell);
      if (at > 0 && parts) return day(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
      if (at > 0 && truths.has(place)) return cell === 'yes' ? truth[0] : cell === 'no' ? truth[1] : cell;
      return cell.replaceAll('\r\n', '\n');
    }),
    ...Array.from({ length: width }, () => ''),
  ]);
  return `${mark ? '\uFEFF' : ''}${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`;
}

/** Words that a spreadsheet does not take for a number, a day or a formula; those it spoils are told as changes. */
const name = fc
  .string({ unit: fc.constantFrom(...'aBé ,;"\'|\n\u00A0=-+@\t.'), minLength: 1, maxLength: 12 })
  .map((text) => `N${text}`);
const dayText = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-03-02'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyBoard = fc
  .record({
    organizations: fc.array(
      fc.record({ name, sector: fc.constantFrom('labor', 'nonprofit', null), grassroots: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    ),
    interests: fc.array(name, { minLength: 1, maxLength: 3 }),
    bodies: fc.array(name, { maxLength: 3 }),
    people: fc.array(
      fc.record({
        of: fc.nat(5),
        role_title: fc.oneof(fc.constant(''), name),
        kind: fc.constantFrom('designee', 'doer', 'decision_maker'),
        since: fc.option(dayText),
        sits: fc.array(fc.record({ body: fc.nat(2), voting: fc.boolean() }), { maxLength: 2 }),
      }),
      { maxLength: 6 },
    ),
    places: fc.array(fc.record({ of: fc.nat(5), interest: fc.nat(2), contribution: name }), { maxLength: 8 }),
  })
  .map(({ organizations, interests, bodies, people, places }) => {
    const of = (at: number) => `o${at % organizations.length}`;
    const placed = new Map(
      places.map(({ of: at, interest, contribution }) => {
        const place = { organization_id: of(at), interest_id: `i${interest % interests.length}` };
        return [JSON.stringify(place), { ...place, contribution }];
      }),
    );
    const seats = new Map(
      people.flatMap(({ sits }, at) =>
        sits.flatMap(({ body, voting }) => {
          if (bodies.length === 0) return [];
          const seat = { body_id: `b${body % bodies.length}`, representative_id: `r${at}` };
          return [[JSON.stringify(seat), { ...seat, voting }] as const];
        }),
      ),
    );
    return boardOf({
      organizations: organizations.map((one, at) => ({ ...one, id: `o${at}` })),
      interests: interests.map((title, at) => ({ id: `i${at}`, title })),
      bodies: bodies.map((one, at) => ({ id: `b${at}`, name: one })),
      placements: [...placed.values()],
      representatives: people.map(({ of: at, sits: _sits, ...one }, place) => ({
        ...one,
        id: `r${place}`,
        organization_id: of(at),
      })),
      seats: [...seats.values()],
    });
  });

describe('a register that went through a spreadsheet', () => {
  for (const [habit, how] of Object.entries(habits)) {
    it(`[CSV-9] changes nothing in its own map (${habit}, templates)`, () => {
      for (const id of ['employment', 'baltimore', 'detroit']) {
        const own = template(id);
        const takenAt = '2026-03-02T10:54:05-05:00[America/New_York]';
        const text = registerText(indexMap(own, today), { internal: true, takenAt });
        const result = preview(throughSpreadsheet(text, how), own);
        expect(result.problems, id).toEqual([]);
        expect(result, id).toMatchObject({
          unknownColumns: [],
          dayQuestion: null,
          changed: 0,
          changes: [],
          sameNames: [],
        });
      }
    });

    it(`[CSV-9] changes nothing in its own map (${habit}, any map)`, () => {
      fc.assert(
        fc.property(anyBoard, (own) => {
          const takenAt = '2026-03-02T10:54:05-05:00[America/New_York]';
          const text = throughSpreadsheet(registerText(indexMap(own, today), { internal: false, takenAt }), how);
          expect(preview(text, own)).toMatchObject({ problems: [], dayQuestion: null, changes: [] });
        }),
        { numRuns: 80 },
      );
    });
  }

  it('[CSV-2] what a cell needs against formulas is taken off again, also behind apostrophes of its own', () => {
    const own = boardOf({
      organizations: ["'=1", "''+x", '=1', "'quoted'"].map((one, at) => ({ id: `o${at}`, name: one })),
    });
    expect(preview(registerText(indexMap(own, today)), own).changes).toEqual([]);
    expect(readTableText(registerText(indexMap(own, today))).rows[1]?.[7]).toBe("''=1");
  });
});
