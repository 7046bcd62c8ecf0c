/** Lines between what was first and what builds on it: from edge to edge, bent a little toward the middle of the round. */
import type { Box, Point } from '#shared/frame/FrameLayout.ts';
import type { CycleInput, ExperimentPlace, LinkKind, LinkLine, NotePlace, RoundLayout } from './CycleLayout.ts';

type Place = NotePlace | ExperimentPlace;

export function linkLines(
  input: Pick<CycleInput, 'notes' | 'experiments'>,
  rounds: readonly RoundLayout[],
  notes: readonly NotePlace[],
  experiments: readonly ExperimentPlace[],
): readonly LinkLine[] {
  const noteAt = new Map(notes.map((place) => [place.id, place]));
  const experimentAt = new Map(experiments.map((place) => [place.id, place]));
  const centers = new Map(rounds.map(({ id, center }) => [id, center]));
  const lines: LinkLine[] = [];
  const add = (kind: LinkKind, from: Place | undefined, to: Place | undefined) => {
    if (!from || !to || from === to) return;
    lines.push({ kind, from: from.id, to: to.id, ...way(to, from, centers) });
  };
  for (const note of input.notes) {
    for (const other of note.notes) add('buildsOn', noteAt.get(note.id), noteAt.get(other));
    if (note.experiment !== null) add('evidence', noteAt.get(note.id), experimentAt.get(note.experiment));
  }
  for (const { id, hypothesis } of input.experiments)
    if (hypothesis !== null) add('hypothesis', experimentAt.get(id), noteAt.get(hypothesis));
  return lines;
}

function way(first: Place, later: Place, centers: ReadonlyMap<string, Point>) {
  const [from, to] = [middle(first.box), middle(later.box)];
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // lines between two rounds go straight
  const center = first.round === later.round ? (centers.get(first.round) ?? half) : half;
  const bend = { x: half.x + (center.x - half.x) * 0.28, y: half.y + (center.y - half.y) * 0.28 };
  return {
    start: edgeToward(first.box, bend, 2),
    bend,
    end: edgeToward(later.box, bend, 7 * later.ratio),
    ratio: Math.min(first.ratio, later.ratio),
  };
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the line from the box' middle to the point leaves the box, and `out` beyond. */
function edgeToward(box: Box, point: Point, out: number): Point {
  const from = middle(box);
  const [x, y] = [point.x - from.x, point.y - from.y];
  const reach = Math.min(
    x === 0 ? Infinity : (box.width / 2 + out) / Math.abs(x),
    y === 0 ? Infinity : (box.height / 2 + out) / Math.abs(y),
    1,
  );
  return { x: from.x + x * reach, y: from.y + y * reach };
}
