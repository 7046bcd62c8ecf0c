/** The board that is measured: 40 % notes, 20 % geometric shapes, 20 % texts, 20 % arrows bound at both ends. Plain records. */

type Fields = Readonly<Record<string, unknown>>;
export type BenchRecord = Fields & { readonly id: string; readonly typeName: string };

const columns = 40;
const cell = 260;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const colors = ['yellow', 'light-blue', 'light-green', 'light-red', 'violet'];

/** Ids of its shapes begin with this. */
export const benchShape = 'shape:bench-';
export const shapeId = (index: number) => `${benchShape}${index}`;

/** The record whose turn it is in a walk of `steps` over `count` movable shapes, spread over the whole board. */
export function movedIds(count: number, moved: number): readonly string[] {
  const movable = Math.floor(count * 0.8);
  return Array.from({ length: moved }, (_, turn) => shapeId(Math.floor((turn * movable) / moved)));
}

export const placeOf = (index: number) => ({ x: (index % columns) * cell, y: Math.floor(index / columns) * cell });

/** Where a moving shape stands after so many steps: a circle around its place. */
export function stepOf(id: string, step: number): readonly [number, number, number] {
  const { x, y } = placeOf(Number(id.slice(benchShape.length)));
  return [x + 40 * Math.sin(step / 5), y + 40 * Math.cos(step / 5), 0];
}

/** `count` shapes, and two bindings for each arrow. */
export function benchRecords(count: number): readonly BenchRecord[] {
  const movable = Math.floor(count * 0.8);
  const records: BenchRecord[] = [];
  for (let index = 0; index < movable; index++) records.push(standing(index));
  for (let index = movable; index < count; index++) {
    const from = (index - movable) * 4;
    records.push(arrow(index, from, from + 1));
    records.push(binding(index, 'start', from), binding(index, 'end', from + 1));
  }
  return records;
}

function standing(index: number): BenchRecord {
  const kind = index % 4;
  const color = colors[index % colors.length];
  const text = { size: 'm', font: 'draw', scale: 1, richText: richText(`Idea ${index} of this workshop`) };
  const label = { ...text, labelColor: 'black', align: 'middle', verticalAlign: 'middle', growY: 0, url: '' };
  if (kind === 2)
    return shape(index, 'geo', { ...label, w: 180, h: 140, geo: 'rectangle', dash: 'draw', fill: 'solid', color });
  if (kind === 3) return shape(index, 'text', { ...text, color: 'black', w: 200, textAlign: 'start', autoSize: false });
  return shape(index, 'note', { ...label, color, fontSizeAdjustment: 0 });
}

function arrow(index: number, from: number, to: number): BenchRecord {
  const start = placeOf(from);
  const end = placeOf(to);
  return {
    ...shape(index, 'arrow', {
      kind: 'arc',
      elbowMidPoint: 0.5,
      dash: 'draw',
      size: 'm',
      fill: 'none',
      color: 'black',
      labelColor: 'black',
      bend: 0,
      start: { x: 0, y: 0 },
      end: { x: end.x - start.x, y: end.y - start.y },
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      text: '',
      labelPosition: 0.5,
      font: 'draw',
      scale: 1,
    }),
    ...start,
  };
}

function binding(index: number, terminal: 'start' | 'end', to: number): BenchRecord {
  const anchor = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' };
  return {
    id: `binding:bench-${index}-${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: shapeId(index),
    toId: shapeId(to),
    props: anchor,
    meta: {},
  };
}

function shape(index: number, type: string, props: Fields): BenchRecord {
  return {
    id: shapeId(index),
    typeName: 'shape',
    type,
    ...placeOf(index),
    rotation: 0,
    index: `b${digits[Math.floor(index / 62)] ?? ''}${digits[index % 62] ?? ''}`,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props,
    meta: {},
  };
}

const richText = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
