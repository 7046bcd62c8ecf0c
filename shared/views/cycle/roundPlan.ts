/** One round at full size with its center at the origin: how large its circle is and where notes and experiments go. */
import type { Box } from '#shared/views/frame/FrameLayout.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import type { QuarterLayout } from './CycleLayout.ts';
import { cycleMeasures, laneColumns, quarterCapacity } from './cycleMeasures.ts';

export interface RoundPlan {
  readonly radius: number;
  /** Words grow with the circle, so that they can be read when all of it is on the screen. */
  readonly wordScale: number;
  readonly quarters: readonly QuarterLayout[];
  readonly lane: Box;
  readonly experiments: readonly Box[];
  readonly nextExperiment: Box | null;
  readonly title: Box;
  readonly bounds: Box;
}

/** Clockwise from the upper left: -1 = left or up. */
const sides: Readonly<Record<Stage, readonly [x: -1 | 1, y: -1 | 1]>> = {
  problem_defining: [-1, -1],
  interpreting_hypothesizing: [1, -1],
  solution_finding: [1, 1],
  analyzing_reflecting: [-1, 1],
};

const { note, experiment, gap, edge, gutter, hub, heading, title } = cycleMeasures;

export function planRound(
  counts: Readonly<Record<Stage, number>>,
  experimentCount: number,
  isOpen: boolean,
): RoundPlan {
  const columns = laneColumns(experimentCount + (isOpen ? 1 : 0));
  const laneHalf = (columns * (experiment.width + gap) - gap) / 2 + edge;
  const innerOf = (stage: Stage) => (sides[stage][1] < 0 ? gutter : laneHalf + 2 * gutter);
  const wanted = (stage: Stage) => quarterCapacity(counts[stage] + (isOpen ? 1 : 0));
  let radius: number = cycleMeasures.firstRadius;
  const isEnough = () => stages.every((stage) => countSlots(radius, innerOf(stage), wanted(stage)) >= wanted(stage));
  while (!isEnough()) radius = Math.ceil(radius * cycleMeasures.growth);

  const top = hub.radius + hub.gap + edge;
  const places = Array.from({ length: experimentCount + (isOpen ? 1 : 0) }, (_, at): Box => {
    const column = at % columns;
    return {
      x: -laneHalf + edge + column * (experiment.width + gap),
      y: top + Math.floor(at / columns) * (experiment.height + gap),
      width: experiment.width,
      height: experiment.height,
    };
  });
  const last = places.at(-1);
  const onRim = laneHalf < radius ? Math.sqrt(radius * radius - laneHalf * laneHalf) : 0;
  const laneBottom = Math.max(onRim, last ? last.y + last.height + edge : 0);
  const lane = {
    x: -laneHalf,
    y: hub.radius + hub.gap,
    width: laneHalf * 2,
    height: laneBottom - hub.radius - hub.gap,
  };

  const wordScale = Math.max(1, radius / cycleMeasures.plainRadius);
  const quarters = stages.map((stage): QuarterLayout => {
    const inner = innerOf(stage);
    const slots = slotsOf(stage, radius, inner, wanted(stage));
    return {
      stage,
      path: quarterPath(stage, radius, inner),
      heading: headingBox(stage, radius, lane, wordScale),
      align: sides[stage][0] < 0 ? 'start' : 'end',
      slots,
      next: isOpen ? (slots[counts[stage]] ?? null) : null,
    };
  });

  const left = -radius - heading.out;
  const titleHeight = title.height * wordScale;
  const topmost = Math.min(-radius, ...quarters.map((quarter) => quarter.heading.y));
  const lowest = Math.max(radius, laneBottom, ...quarters.map((quarter) => quarter.heading.y + quarter.heading.height));
  const titleBox = { x: left, y: topmost - title.gap - titleHeight, width: -left * 2, height: titleHeight };
  return {
    radius,
    wordScale,
    quarters,
    lane,
    experiments: places.slice(0, experimentCount),
    nextExperiment: isOpen ? (places[experimentCount] ?? null) : null,
    title: titleBox,
    bounds: {
      x: left,
      y: titleBox.y,
      width: -left * 2,
      height: lowest - titleBox.y,
    },
  };
}

/** A row of places, seen from the middle: `along` away from the vertical line, `away` from the horizontal one. */
interface Row {
  readonly away: number;
  readonly along: number;
  readonly length: number;
  readonly count: number;
}

/** Rows from the horizontal line outward; each lies between exact bounds, so that no note can leave its quarter. */
function rowsOf(radius: number, inner: number, rowGap: number = gap): readonly Row[] {
  const rows: Row[] = [];
  const outer = radius - edge;
  const clear = hub.radius + hub.gap;
  const first = gutter + Math.max(edge, rowGap * 0.7);
  for (let away = first; away + note.height < outer; away += note.height + rowGap) {
    const far = away + note.height;
    const hubEdge = away < clear ? Math.sqrt(clear * clear - away * away) : 0;
    const along = Math.max(inner + edge, hubEdge);
    const length = Math.sqrt(outer * outer - far * far) - along;
    const count = Math.floor((length + gap) / (note.width + gap));
    if (count > 0) rows.push({ away, along, length, count });
  }
  return rows;
}

const placesIn = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.count, 0);

function countSlots(radius: number, inner: number, enough: number): number {
  // the least area that so many notes take: spares most of the counting while the circle is far too small
  if ((Math.PI / 4) * radius * radius < enough * note.width * note.height) return 0;
  return placesIn(rowsOf(radius, inner));
}

/** Only as many rows as are needed, those around the middle. */
function neededRows(rows: readonly Row[], enough: number): readonly Row[] {
  let places = 0;
  return rows.filter((row) => {
    const isNeeded = places < enough;
    places += row.count;
    return isNeeded;
  });
}

/** As far apart as the quarter allows, so that lines between notes can be seen and the circle is filled evenly. */
const rowGaps: readonly number[] = [72, 60, 50, 40, 32, 25, 19];
const widestGap = 34;

/** Places in reading order: rows from above, each from the left. */
function slotsOf(stage: Stage, radius: number, inner: number, enough: number): readonly Box[] {
  const [sideX, sideY] = sides[stage];
  const tight = neededRows(rowsOf(radius, inner), enough);
  const airy = rowGaps
    .map((rowGap) => neededRows(rowsOf(radius, inner, rowGap), enough))
    .find((rows) => rows.length <= tight.length && placesIn(rows) >= enough);
  const rows = airy ?? tight;
  return (sideY < 0 ? rows.toReversed() : rows).flatMap((row) => {
    const free = row.length - row.count * note.width;
    const between = row.count === 1 ? 0 : Math.min(widestGap, free / row.count);
    const used = row.count * note.width + (row.count - 1) * between;
    // near the middle of the circle, with what is left over shared out on both sides
    const start = row.along + Math.min((row.length - used) / 2, widestGap);
    return Array.from({ length: row.count }, (_, at): Box => {
      const column = sideX < 0 ? row.count - 1 - at : at;
      const along = start + column * (note.width + between);
      return {
        x: sideX < 0 ? -along - note.width : along,
        y: sideY < 0 ? -row.away - note.height : row.away,
        width: note.width,
        height: note.height,
      };
    });
  });
}

/** Beside the quarter's rim, in the corner of the square around the circle; below the lane where that is as wide. */
function headingBox(stage: Stage, radius: number, lane: Box, scale: number): Box {
  const [sideX, sideY] = sides[stage];
  const [width, height] = [heading.width * scale, heading.height * scale];
  const innerX = radius + heading.out - width;
  const rim = innerX >= radius ? 0 : Math.sqrt(radius * radius - innerX * innerX);
  const isUnderLane = sideY > 0 && lane.width / 2 + heading.gap > innerX;
  const near = Math.max(rim, isUnderLane ? lane.y + lane.height : 0) + heading.gap;
  return {
    x: sideX < 0 ? -radius - heading.out : innerX,
    y: sideY < 0 ? -near - height : near,
    width,
    height,
  };
}

/** Lines of the quarter: along the vertical line, the rim, the horizontal line, around the hub. */
function quarterPath(stage: Stage, radius: number, inner: number): string {
  const [sideX, sideY] = sides[stage];
  const clear = hub.radius + hub.gap;
  const at = (x: number, y: number) => `${(x * sideX).toFixed(2)} ${(y * sideY).toFixed(2)}`;
  const innerTop = Math.sqrt(radius * radius - inner * inner);
  const rimEnd = Math.sqrt(radius * radius - gutter * gutter);
  const sweep = sideX * sideY > 0 ? 0 : 1;
  const hubOnHorizontal = Math.sqrt(clear * clear - gutter * gutter);
  const start = inner < clear ? Math.sqrt(clear * clear - inner * inner) : gutter;
  const rim = `M${at(inner, start)}L${at(inner, innerTop)}A${radius.toFixed(2)} ${radius.toFixed(2)} 0 0 ${sweep} ${at(rimEnd, gutter)}`;
  if (inner >= clear) return `${rim}L${at(inner, gutter)}Z`;
  return `${rim}L${at(hubOnHorizontal, gutter)}A${clear} ${clear} 0 0 ${1 - sweep} ${at(inner, start)}Z`;
}
