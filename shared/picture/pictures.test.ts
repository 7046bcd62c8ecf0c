import { describe, expect, it } from 'vitest';
import { cyclePalettes, stageColors } from '../views/cycle/cyclePalette.ts';
import { layoutFrame } from '../views/frame/layoutFrame.ts';
import { overlap } from '../views/frame/overlap.ts';
import { frameInput, peopleOnCards } from '../views/frame/frameContents.ts';
import { indexMap } from '../map/MapIndex.ts';
import type { Command } from '../map/commands/Command.ts';
import { runCommands } from '../map/commands/runCommand.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { shownPulses } from '../map/readings/pulse.ts';
import { stages } from '#shared/kinds/values.ts';
import { reportWords } from '#shared/testing/english.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import { drawCycle } from './drawCycle.ts';
import { drawFrame } from './drawFrame.ts';
import { drawPulse } from './drawPulse.ts';
import { drawSeries } from './drawSeries.ts';
import { drawSheets } from './drawSheets.ts';
import { drawStructure } from './drawStructure.ts';
import type { Shape } from '../drawings/Shape.ts';
import type { Picture } from './Picture.ts';
import { pictureSvg } from './pictureSvg.ts';
import { routeLines } from './routeLines.ts';
import { withCaption } from './withCaption.ts';

const words = reportWords;
const day = '2026-03-02';

function mapOfTemplate(id: string): PartnershipMap {
  const template = readTemplate(id);
  if (!template) throw new Error(`no template ${id}`);
  return template.map;
}

const all = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.flatMap((shape) => (shape.kind === 'group' ? [shape, ...all(shape.shapes)] : [shape]));
const textsOf = (picture: Picture): string =>
  all(picture.shapes)
    .flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    .join(' ');

describe('pictures of a map', () => {
  it('[EXPORT-13] notes have the colors of their stage on the canvas', () => {
    const map = mapOfTemplate('employment');
    const picture = drawCycle(indexMap(map, day), words);
    const fills = new Set(all(picture?.shapes ?? []).flatMap((shape) => ('fill' in shape ? [shape.fill] : [])));
    for (const stage of stages) expect(fills).toContain(stageColors(cyclePalettes.light, stage).fill);
  });

  it('[EXPORT-13] [FRAME-42] the frame has a card where the canvas has one, and all of it lies in the picture', () => {
    const index = indexMap(mapOfTemplate('employment'), day);
    const picture = drawFrame(index, words);
    const layout = layoutFrame(frameInput(index, peopleOnCards(index)));
    const groups = picture.shapes.filter((shape) => shape.kind === 'group');
    for (const card of layout.cards) {
      const [x, y] = [card.center.x - card.form.width / 2, card.center.y - card.form.height / 2];
      const drawn = groups.find((group) => group.x === x && group.y === y);
      expect(drawn?.title).toBe(index.organizations.get(card.organizationId)?.name);
      expect(x).toBeGreaterThan(picture.x);
      expect(y + card.form.height).toBeLessThan(picture.y + picture.height);
    }
    const text = textsOf(picture);
    for (const part of [
      '90%',
      '79.3% now',
      '1.4 points behind path',
      'invited',
      'Designee',
      'essential interest',
      'by Dec 2033',
    ])
      expect(text).toContain(part);
  });

  it('[EXPORT-1] an empty map has a frame and no other picture', () => {
    const index = indexMap(mapOfTemplate('blank'), day);
    expect(textsOf(drawFrame(index, words))).toContain('What result, for');
    expect([drawCycle(index, words), drawSeries(index, words), drawStructure(index, words)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('[SHEET-49] sheets stand whole and open in it, with every note and no name', () => {
    const note = (id: string, sheet_id: string, group_id: string | null, text: string): Command => ({
      type: 'add',
      collection: 'ideas',
      id,
      fields: { sheet_id, group_id, text, by: 'Ana Lopez' },
    });
    const sheets = ['one', 'two', 'three', 'four'];
    const made = runCommands(
      mapOfTemplate('blank'),
      [
        ...sheets.map((id): Command => ({
          type: 'add',
          collection: 'sheets',
          id,
          fields: { question: `About ${id}` },
        })),
        { type: 'add', collection: 'groups', id: 'g', fields: { sheet_id: 'one', title: 'Buses' } },
        ...sheets.slice(1).map((id) => note(id, id, null, `a note of ${id}`)),
        ...Array.from({ length: 60 }, (_, at) => note(`n${at}`, 'one', at < 30 ? 'g' : null, `thought-${at}.`)),
      ],
      { today: day, newId: () => 'none' },
    );
    if (!made.ok) throw new Error(made.code);
    const picture = drawSheets(made.map, words);
    if (picture === null) throw new Error('no picture');
    const text = textsOf(picture);
    for (let at = 0; at < 60; at += 1) expect(text).toContain(`thought-${at}.`);
    expect(text).toContain('About four');
    expect(text).not.toContain('Ana');
    expect(text).not.toContain('more notes');
    const plates = picture.shapes.flatMap((shape) => {
      const [plate] = shape.kind === 'group' ? shape.shapes : [];
      if (shape.kind !== 'group' || plate?.kind !== 'rect' || plate.radius !== 16) return [];
      return [{ x: shape.x ?? 0, y: shape.y ?? 0, width: plate.width, height: plate.height }];
    });
    expect(plates).toHaveLength(4);
    for (const [at, one] of plates.entries()) {
      expect(one.x + one.width).toBeLessThan(picture.x + picture.width);
      expect(one.y + one.height).toBeLessThan(picture.y + picture.height);
      for (const other of plates.slice(at + 1)) expect(overlap(one, other, 4)).toBe(false);
    }
    const empty = { ...made.map, ideas: [] };
    expect(drawSheets(empty, words)).toBeNull();
  });

  it('[EXPORT-4] a pulse below the threshold has no picture', () => {
    const map = mapOfTemplate('employment');
    const [pulse] = map.trust_pulses;
    expect(drawPulse(indexMap(map, day), pulse!, words)).not.toBeNull();
    expect(drawPulse(indexMap(map, day), { ...pulse!, responded: 4 }, words)).toBeNull();
  });

  it('[EXPORT-11] whatever people typed, an SVG is XML and holds it as text', () => {
    const map = mapOfTemplate('newark');
    const typed = '</text><script>alert("1")</script>&amp;\u0000\u0008\uD800';
    const index = indexMap(
      {
        ...map,
        goal: { ...map.goal, statement: typed },
        organizations: map.organizations.map((one) => ({ ...one, name: typed })),
        notes: map.notes.map((note) => ({ ...note, text: typed.repeat(400) })),
      },
      day,
    );
    for (const picture of [drawFrame(index, words), drawCycle(index, words), drawStructure(index, words)]) {
      const svg = pictureSvg(withCaption(picture!, typed), { statement: typed });
      expect(svg).not.toContain('<script');
      expect(svg).not.toMatch(/[\u0000\u0008]/); // oxlint-disable-line no-control-regex -- these are what must not be there
      const tags = [...svg.matchAll(/<(\/?)(\w+)[^<>]*?(\/?)>/g)];
      const open: string[] = [];
      for (const [, end, name, alone] of tags) {
        if (end === '/') expect(open.pop()).toBe(name);
        else if (alone !== '/') open.push(name!);
      }
      expect(open).toEqual([]);
    }
  });

  it('[EXPORT-9] every line of the structure has a number, and none runs through a box', () => {
    const index = indexMap(mapOfTemplate('employment'), day);
    const text = textsOf(drawStructure(index, words)!);
    for (const at of index.lines.keys()) expect(text.split(' ')).toContain(String(at + 1));

    const box = { width: 100, height: 50 };
    const rows = [1, 3, 2, 4].map((count, row) =>
      Array.from({ length: count }, (_, at) => ({ row, x: at * 130 + (4 - count) * 65, y: 0 })),
    );
    const nodes = rows.flat();
    const ways = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => ({ from, to })));
    const { routes, right, bottom } = routeLines(rows, ways, box, { edge: 24, pitch: 15, least: 52 });
    expect(routes).toHaveLength(ways.length);
    for (const route of routes)
      for (const [at, point] of route.entries()) {
        const next = route[at + 1] ?? point;
        const [left, top] = [Math.min(point.x, next.x), Math.min(point.y, next.y)];
        const [rightmost, lowest] = [Math.max(point.x, next.x), Math.max(point.y, next.y)];
        expect(rightmost).toBeLessThanOrEqual(right);
        expect(lowest).toBeLessThanOrEqual(bottom);
        for (const { x, y } of nodes) {
          const isThrough = rightmost > x && left < x + box.width && lowest > y && top < y + box.height;
          expect(isThrough).toBe(false);
        }
      }
  });

  it('[EXPORT-17] a value of a year stands over the label of that year, and the year of the target has one', () => {
    const map = mapOfTemplate('employment');
    const labelsOf = (baseline: string, target: string, dates: readonly string[]) => {
      const [row] = map.measurements;
      if (row === undefined) throw new Error('no number');
      const indicator = map.indicators.find(({ role }) => role === 'headline')?.id ?? row.indicator_id;
      const changed = {
        ...map,
        goal: {
          ...map.goal,
          baseline: { value: 70, date: baseline },
          target: { value: 90, date: target },
        },
        measurements: dates.map((date, at) => ({
          ...row,
          id: `m${at}`,
          indicator_id: indicator,
          date,
          group: 'all',
          value: 75,
          status: 'actual' as const,
        })),
      };
      const shapes = all(drawSeries(indexMap(changed, day), words)?.shapes ?? []);
      const years = shapes.flatMap((shape) =>
        shape.kind === 'text' && /^\d{4}$|^\w{3} \d{4}$/.test(shape.text) ? [{ year: shape.text, x: shape.x }] : [],
      );
      const points = shapes.flatMap((shape) => (shape.kind === 'circle' && shape.radius === 4 ? [shape.x] : []));
      const nearest = points.map((x) => years.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0]?.year);
      return { years: years.map(({ year }) => year), nearest };
    };
    const found = labelsOf('2020-12-31', '2026-01-15', ['2023-01-02', '2023-12-31', '2024-01-02']);
    expect(found.years).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026']);
    expect(found.nearest).toEqual(['2023', '2023', '2024']);
    // of many years every other, the last one always
    const many = labelsOf('2020-06-30', '2030-12-31', []).years;
    expect(many).toEqual(['2020', '2022', '2024', '2026', '2028', '2030']);
    expect(labelsOf('2021-06-30', '2030-12-31', []).years).toHaveLength(10);
    // within one year: months
    const months = labelsOf('2025-01-10', '2025-06-30', ['2025-03-31', '2025-04-01']);
    expect(months.years).toEqual(['Jan 2025', 'Feb 2025', 'Mar 2025', 'Apr 2025', 'May 2025', 'Jun 2025']);
    expect(months.nearest).toEqual(['Mar 2025', 'Apr 2025']);
  });

  it('[EXPORT-17] the structure says below it what its numbers stand for, where nothing else does', () => {
    const index = indexMap(mapOfTemplate('employment'), day);
    const plain = drawStructure(index, words);
    const keyed = drawStructure(index, words, undefined, { withKey: true });
    if (plain === null || keyed === null) throw new Error('no picture');
    expect(textsOf(plain)).not.toContain('→');
    const rows = all(keyed.shapes).flatMap((shape) =>
      shape.kind === 'text' && shape.text.includes('→') ? [shape] : [],
    );
    expect(rows).toHaveLength(index.lines.length);
    for (const { y } of rows) expect(y).toBeLessThan(keyed.y + keyed.height);
    expect(keyed.height).toBeGreaterThan(plain.height);
  });

  it('[EXPORT-17] means have one decimal', () => {
    const index = indexMap(mapOfTemplate('employment'), day);
    const pulse = shownPulses(index).at(-1);
    const picture = pulse === undefined ? null : drawPulse(index, pulse, words);
    if (picture === null) throw new Error('no picture');
    expect(textsOf(picture)).toContain('mean 3.4');
    expect(`${textsOf(picture)} ${picture.description}`).not.toMatch(/\d\.\d\d/);
  });
});
