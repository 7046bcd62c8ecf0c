import { describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { roomFacts } from '#client/room/shown/roomFacts.ts';
import { stopsOf, placeIn } from '#client/room/shown/stops.ts';
import { around, chairSide, type RoomWedge, roomTable, tableShape, tileSide } from './roomTable.ts';

function factsOf(template: string) {
  const found = readTemplate(template);
  if (found === null) throw new Error(`there is no template ${template}`);
  return roomFacts(indexMap(found.map, found.asOf));
}

const { interests } = factsOf('employment');
const laid = (of = interests) =>
  roomTable(
    of,
    ({ title, question }) => title || question,
    () => '8 here, 1 invited',
  );

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const boxesOf = ({ heading: { lines, count }, tiles }: RoomWedge): readonly Box[] => [
  ...lines,
  count,
  ...tiles.map(({ box }) => box),
];
const overlap = (one: Box, other: Box): boolean =>
  one.x + one.width - other.x > 0.01 &&
  other.x + other.width - one.x > 0.01 &&
  one.y + one.height - other.y > 0.01 &&
  other.y + other.height - one.y > 0.01;

describe('the table on the wall', () => {
  it('[SCREEN-8] the employment board stands there with each heading whole at 32 or more and a tile for each organization', () => {
    const table = laid() ?? [];
    expect(table).toHaveLength(12);
    for (const { heading, interest, tiles } of table) {
      expect(heading.size).toBeGreaterThanOrEqual(32);
      expect(heading.lines.map(({ text }) => text).join(' ')).toBe(interest.title);
      expect(tiles).toHaveLength(interest.names.length);
    }
  });

  it('[SCREEN-8] nothing lies on anything else, in any template', () => {
    for (const template of ['employment', 'baltimore', 'newark', 'corridors', 'detroit', 'blank']) {
      const boxes = (laid(factsOf(template).interests) ?? []).flatMap(boxesOf);
      expect(boxes.length, template).toBeGreaterThan(11);
      const meeting = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlap(one, other)));
      expect(meeting, template).toEqual([]);
    }
  });

  it('[SCREEN-8] chairs stand outside the rim and on the sheet, as they are read', () => {
    for (const { chairs } of laid() ?? []) {
      const [first, , last] = chairs;
      if (first === undefined || last === undefined) throw new Error('a chair is missing');
      const isAcross = Math.abs(last.x - first.x) >= Math.abs(last.y - first.y);
      expect(isAcross ? last.x > first.x : last.y > first.y).toBe(true);
      for (const { x, y } of chairs) {
        expect(Math.abs(x / tableShape.a) ** 4.4 + Math.abs(y / tableShape.b) ** 4.4).toBeGreaterThan(1);
        expect(Math.abs(x) + chairSide / 2).toBeLessThanOrEqual(tableShape.a + around);
        expect(Math.abs(y) + chairSide / 2).toBeLessThanOrEqual(tableShape.b + around);
      }
    }
    expect(tileSide).toBeGreaterThan(30);
  });

  it('[SCREEN-8] what is too much for a table is none', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      interests.map((one) => ({ ...one, id: `${one.id}${at}` })),
    ).flat();
    expect(laid(many.slice(0, 60))).toBeNull();
  });
});

describe('walking through what the room sees', () => {
  const facts = factsOf('employment');

  it('[SCREEN-4] from the table through all its parts, and those with more than nine cards on two pages', () => {
    const stops = stopsOf({ kind: 'frame' }, facts, []);
    expect(stops[0]).toEqual({ kind: 'frame' });
    expect(stops.slice(1).map((stop) => (stop.kind === 'interest' ? stop.interest : ''))).toEqual(
      facts.interests.map(({ id }) => id),
    );
    const second = stops[2];
    expect(second && placeIn(stops, second)).toBe(2);
    const [first] = facts.interests;
    const crowded = {
      ...facts,
      interests: first ? [{ ...first, names: Array.from({ length: 10 }, () => first.names[0] ?? []).flat() }] : [],
    };
    expect(stopsOf({ kind: 'frame' }, crowded, []).map((stop) => ('page' in stop ? stop.page : null))).toEqual([
      null,
      0,
      1,
    ]);
  });

  it('[SCREEN-4] a part that is gone stands nowhere in the walk', () => {
    const gone = { kind: 'interest', interest: 'gone', page: 0 } as const;
    expect(placeIn(stopsOf(gone, facts, []), gone)).toBe(-1);
  });
});
