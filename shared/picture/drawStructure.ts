/** Bodies in rows from who decides down, and the numbered lines of accountability and voice between them. */
import { fitText } from '../views/frame/fitText.ts';
import { framePalettes, type FramePalette } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { isWritten } from '../map/readings/formality.ts';
import { endOf } from '../map/references.ts';
import { decisionRoles, type RepresentativeKind } from '#shared/kinds/values.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { type BodyFacts, bodyMeasures, drawBody } from '../drawings/drawBody.ts';
import { placed, short, type Shape } from '../drawings/Shape.ts';
import type { Picture } from './Picture.ts';
import { longestMiddle, roundedPath, routeLines, type Point } from './routeLines.ts';
import { textLines } from '../drawings/textLines.ts';
import { frameWords } from '../drawings/FrameLook.ts';

const box = { width: bodyMeasures.width, height: bodyMeasures.height, gap: 36, perRow: 5 };
/** Between two rows: room before the first and behind the last line, and between two lines that run side by side. */
const channel = { edge: 24, pitch: 15, least: 52 };
const margin = 40;

interface Node {
  /** `body:x`, `organization:x` or `representative:x` */
  readonly end: string;
  readonly facts: BodyFacts;
  readonly tier: 0 | 1 | 2;
  /** counted from the top, once it has its place */
  row: number;
  x: number;
  y: number;
}

/** Lines as they are numbered in picture and table: agreed ones first. */
export function numberedLines(index: MapIndex): readonly EntityOf<'lines'>[] {
  return index.lines.toSorted((a, b) => Number(a.status !== 'agreed') - Number(b.status !== 'agreed'));
}

/** What an end of a line is called; a person by role and organization. */
export function lineEndName(index: MapIndex, end: string, words: ReportWords): string {
  const { type, id } = endOf(end);
  if (type === 'body') return index.bodies.get(id)?.name || words.texts.notNamed;
  if (type === 'organization') return index.organizations.get(id)?.name || words.texts.notNamed;
  const person = index.map.representatives.find((one) => one.id === id);
  const organization = index.organizations.get(person?.organization_id ?? '')?.name ?? '';
  return `${person?.role_title || words.texts.noTitle}${organization === '' ? '' : ` (${organization})`}`;
}

export interface StructureOptions {
  /** What the numbers of the lines stand for, below the picture: where no table beside it says so. */
  readonly withKey?: boolean;
}

/** Null without bodies and lines. */
export function drawStructure(
  index: MapIndex,
  words: ReportWords,
  palette: FramePalette = framePalettes.light,
  { withKey = false }: StructureOptions = {},
): Picture | null {
  const lines = numberedLines(index);
  const nodes = nodesOf(index, lines, words);
  if (nodes.size === 0) return null;
  const rows = placeInRows([...nodes.values()]);
  const ways = lines.flatMap((line, at) => {
    const [from, to] = [nodes.get(line.from), nodes.get(line.to)];
    return from && to ? [{ line, from, to, number: at + 1 }] : [];
  });
  const routes = routeLines(rows, ways, box, channel);
  const all = [...nodes.values()];
  const { picture } = words.texts;
  const look = { palette, words: frameWords(words.language, words.t) };
  const width = routes.right;
  const bottom = routes.bottom;
  const drawn = ways.map((way, at) => drawLine(way, routes.routes[at] ?? [], index, palette));
  const legend = drawLegend(words, palette, bottom + 34);
  const key = withKey
    ? drawKey(index, ways, words, palette, { top: bottom + 66, width: Math.max(width, legend.width) })
    : { shapes: [], height: 0 };
  return {
    x: -margin,
    y: -margin,
    width: Math.max(width, legend.width) + margin * 2,
    height: bottom + margin * 2 + 46 + key.height,
    background: palette.paper,
    title: picture.structureTitle,
    description: words.fill(picture.structureDescription, { bodies: index.map.bodies.length, lines: lines.length }),
    shapes: [
      ...drawn.map(({ way }) => way),
      ...all.map((node) => placed(node, node.facts.text, drawBody(node.facts, look))),
      ...drawn.map(({ badge }) => badge),
      ...legend.shapes,
      ...key.shapes,
    ],
  };
}

function nodesOf(index: MapIndex, lines: readonly EntityOf<'lines'>[], words: ReportWords): ReadonlyMap<string, Node> {
  const { texts } = words;
  const nodes = new Map<string, Node>();
  const rankOf = (body: EntityOf<'bodies'>) => {
    const rank = decisionRoles.findIndex((role) => role === body.decision_role);
    return rank < 0 ? decisionRoles.length : rank;
  };
  for (const body of index.map.bodies.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const seats = index.seatsOfBody.get(body.id) ?? [];
    nodes.set(`body:${body.id}`, {
      end: `body:${body.id}`,
      facts: {
        text: body.name || texts.notNamed,
        body: {
          decides: body.decision_role === 'decides',
          below: `${words.of(texts.decisionRole, body.decision_role)} · ${words.t('report.picture.seats', { count: seats.length })}`,
          seats: seatsOf(index, body.id),
        },
      },
      tier: tierOf(body),
      row: 0,
      x: 0,
      y: 0,
    });
  }
  for (const end of new Set(lines.flatMap((line) => [line.from, line.to]))) {
    if (nodes.has(end)) continue;
    const facts = { text: lineEndName(index, end, words), body: null };
    nodes.set(end, { end, facts, tier: 2, row: 0, x: 0, y: 0 });
  }
  return nodes;
}

/** Who decides stands above, who prepares and carries out below, everybody else below these: wide rather than high, as a page is. */
function tierOf({ decision_role: role }: EntityOf<'bodies'>): Node['tier'] {
  return role === 'decides' ? 0 : role === 'recommends' || role === 'implements' ? 1 : 2;
}

/** Rows from who decides down, each in the middle; several where one would be too wide. */
function placeInRows(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const rows = ([0, 1, 2] as const).flatMap((tier) =>
    chunks(
      nodes.filter((node) => node.tier === tier),
      box.perRow,
    ),
  );
  const widest = Math.max(0, ...rows.map((row) => row.length)) * (box.width + box.gap) - box.gap;
  for (const [at, row] of rows.entries()) {
    const used = row.length * (box.width + box.gap) - box.gap;
    for (const [place, node] of row.entries()) {
      node.row = at;
      node.x = (widest - used) / 2 + place * (box.width + box.gap);
    }
  }
  return rows;
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  const count = Math.ceil(items.length / size);
  const each = Math.ceil(items.length / Math.max(1, count));
  for (let at = 0; at < items.length; at += each) parts.push(items.slice(at, at + each));
  return parts;
}

function seatsOf(index: MapIndex, body: string): Readonly<Record<RepresentativeKind, number>> {
  const counts = { designee: 0, doer: 0, decision_maker: 0 };
  for (const seat of index.seatsOfBody.get(body) ?? []) {
    const kind = index.activeRepresentatives.get(seat.representative_id)?.kind;
    if (kind !== undefined) counts[kind] += 1;
  }
  return counts;
}

interface Way {
  readonly line: EntityOf<'lines'>;
  readonly from: Node;
  readonly to: Node;
  readonly number: number;
}

function drawLine(
  { line, number }: Way,
  route: readonly Point[],
  index: MapIndex,
  palette: FramePalette,
): { readonly way: Shape; readonly badge: Shape } {
  const isAgreed = line.status === 'agreed';
  const color = line.kind === 'voice_channel' ? palette.doer : palette.goal;
  const paint = { stroke: color, strokeWidth: isWritten(index, line) ? 2.4 : 1.5, round: true } as const;
  const tip = route.at(-1) ?? { x: 0, y: 0 };
  const up = (route.at(-2)?.y ?? 0) < tip.y ? -1 : 1;
  const middle = longestMiddle(route);
  const point = (x: number, y: number) => `${short(x)} ${short(y)}`;
  return {
    way: {
      kind: 'group',
      shapes: [
        {
          kind: 'path',
          d: roundedPath(route, 10),
          ...paint,
          dash: !isAgreed ? [2, 5] : line.kind === 'voice_channel' ? [8, 5] : undefined,
        },
        {
          kind: 'path',
          d: `M${point(tip.x - 5, tip.y + up * 9)}L${point(tip.x, tip.y)}L${point(tip.x + 5, tip.y + up * 9)}`,
          ...paint,
        },
      ],
    },
    badge: {
      kind: 'group',
      shapes: [
        { kind: 'circle', x: middle.x, y: middle.y, radius: 11, fill: palette.card, stroke: color, strokeWidth: 1.5 },
        {
          kind: 'text',
          text: String(number),
          x: middle.x,
          y: middle.y + 4.2,
          size: 12,
          weight: 700,
          fill: color,
          anchor: 'middle',
        },
      ],
    },
  };
}

function drawLegend(
  words: ReportWords,
  palette: FramePalette,
  y: number,
): { readonly shapes: readonly Shape[]; readonly width: number } {
  const { picture, structure } = words.texts;
  const shapes: Shape[] = [];
  let x = 0;
  const item = (text: string, stroke: string, strokeWidth: number, dash?: readonly [number, number]) => {
    shapes.push(
      { kind: 'path', d: `M${short(x)} ${y}h34`, stroke, strokeWidth, dash, round: true },
      { kind: 'text', text, x: x + 42, y: y + 4, size: 12, weight: 500, fill: palette.soft },
    );
    x += 42 + textWidth(text, 12) + 26;
  };
  item(`${picture.accountable} (${structure.inForce.toLocaleLowerCase(words.language)})`, palette.goal, 2.4);
  item(picture.notWritten, palette.goal, 1.5);
  item(picture.voice, palette.doer, 2, [8, 5]);
  item(picture.proposed, palette.goal, 1.5, [2, 5]);
  return { shapes, width: x };
}

const keyRowHeight = 20;

/** A row for each number: who, to whom, for what. */
function drawKey(
  index: MapIndex,
  ways: readonly Way[],
  words: ReportWords,
  palette: FramePalette,
  { top, width }: { readonly top: number; readonly width: number },
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes = ways.flatMap(({ line, number }, at): readonly Shape[] => {
    const ends = `${lineEndName(index, line.from, words)} → ${lineEndName(index, line.to, words)}`;
    const whole = line.for_what.trim() === '' ? ends : `${ends}: ${line.for_what}`;
    const text = fitText(whole, { width: width - 40, maxLines: 1, fontSizes: [12], leading: 1.25 });
    const y = top + at * keyRowHeight;
    const color = line.kind === 'voice_channel' ? palette.doer : palette.goal;
    return [
      { kind: 'text', text: String(number), x: 24, y: y + 2, size: 12, weight: 700, fill: color, anchor: 'end' },
      ...textLines({ ...text, x: 34, y: y - 9, weight: 500, fill: palette.ink }),
    ];
  });
  return { shapes, height: ways.length * keyRowHeight + 12 };
}
