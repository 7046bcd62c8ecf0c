/** Lines between what was first and what builds on it: from edge to edge, around the middle of the round. */
import type { Box, Point } from '#shared/views/frame/FrameLayout.ts';
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
  const roundAt = new Map(rounds.map((round) => [round.id, round]));
  const lines: LinkLine[] = [];
  const add = (kind: LinkKind, from: Place | undefined, to: Place | undefined) => {
    if (!from || !to || from === to) return;
    lines.push({ kind, from: from.id, to: to.id, ...way(to, from, roundAt) });
  };
  for (const note of input.notes) {
    for (const other of note.notes) add('buildsOn', noteAt.get(note.id), noteAt.get(other));
    if (note.experiment !== null) add('evidence', noteAt.get(note.id), experimentAt.get(note.experiment));
  }
  for (const { id, hypothesis } of input.experiments)
    if (hypothesis !== null) add('hypothesis', experimentAt.get(id), noteAt.get(hypothesis));
  return lines;
}

function way(first: Place, later: Place, rounds: ReadonlyMap<string, RoundLayout>) {
  const [from, to] = [middle(first.box), middle(later.box)];
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // lines between two rounds go straight
  const round = first.round === later.round ? rounds.get(first.round) : undefined;
  const bend = round ? aroundHub(from, to, round) : half;
  return {
    start: edgeToward(first.box, bend, 2),
    bend,
    end: edgeToward(later.box, bend, 7 * later.ratio),
    ratio: Math.min(first.ratio, later.ratio),
  };
}

/** The bend of a line that goes around the middle of its round where it would run through it. */
function aroundHub(from: Point, to: Point, { center, hubRadius, ratio }: RoundLayout): Point {
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  const part = ((center.x - from.x) * x + (center.y - from.y) * y) / (length * length);
  const nearest = Math.min(1, Math.max(0, part));
  const off = { x: from.x + x * nearest - center.x, y: from.y + y * nearest - center.y };
  const away = Math.hypot(off.x, off.y);
  const clear = hubRadius + 26 * ratio;
  // a little to the side, so that two lines between the same neighbors can be told apart
  const side = { x: -y / length, y: x / length };
  if (away >= clear) return { x: half.x + side.x * length * 0.06, y: half.y + side.y * length * 0.06 };
  const out = away > 1 ? { x: off.x / away, y: off.y / away } : side;
  const push = (clear - away) * 2.1;
  return { x: half.x + out.x * push, y: half.y + out.y * push };
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
