import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '#shared/views/frame/FrameLayout.ts';
import { stages } from '#shared/kinds/values.ts';
import type { CycleInput, CycleNote } from './CycleLayout.ts';
import { cycleLeft } from './cycleMeasures.ts';
import { cycleTarget } from './cycleTarget.ts';
import { layoutCycle } from './layoutCycle.ts';

function notesOf(round: number, counts: readonly number[]): CycleNote[] {
  return stages.flatMap((stage, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, place) => ({
      id: `${stage}-${round}-${place}`,
      round,
      stage,
      notes: [],
      experiment: null,
    })),
  );
}
const experimentsOf = (round: number | null, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `e${String(round)}-${at}`, round, hypothesis: null }));

function oneRound(counts: readonly number[], experiments = 0, isOpen = true): CycleInput {
  return {
    rounds: [{ id: '1', number: 1, isOpen }],
    notes: notesOf(1, counts),
    experiments: experimentsOf(1, experiments),
    left: 1000,
  };
}

function overlaps(one: Box, other: Box): boolean {
  const slack = 0.001;
  return (
    one.x + one.width > other.x + slack &&
    other.x + other.width > one.x + slack &&
    one.y + one.height > other.y + slack &&
    other.y + other.height > one.y + slack
  );
}
function anyOverlap(boxes: readonly Box[]): readonly [Box, Box] | null {
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) if (overlaps(one, other)) return [one, other];
  return null;
}
const corners = ({ x, y, width, height }: Box) =>
  [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const;
const isInside = (outer: Box, box: Box) =>
  box.x >= outer.x - 0.001 &&
  box.y >= outer.y - 0.001 &&
  box.x + box.width <= outer.x + outer.width + 0.001 &&
  box.y + box.height <= outer.y + outer.height + 0.001;

const counts = fc.tuple(...stages.map(() => fc.integer({ min: 0, max: 60 })));
const rounds = fc.array(fc.record({ counts, experiments: fc.integer({ min: 0, max: 14 }), isOpen: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

describe('layoutCycle', () => {
  it('[CYCLE-1] nothing overlaps and nothing leaves its quarter: up to 60 notes per stage, 14 experiments, four rounds', () => {
    fc.assert(
      fc.property(rounds, (list) => {
        const input: CycleInput = {
          rounds: list.map(({ isOpen }, at) => ({ id: String(at + 1), number: at + 1, isOpen })),
          notes: list.flatMap((round, at) => notesOf(at + 1, round.counts)),
          experiments: list.flatMap((round, at) => experimentsOf(at + 1, round.experiments)),
          left: 1000,
        };
        const layout = layoutCycle(input);
        expect(layout.notes).toHaveLength(input.notes.length);
        expect(layout.experiments).toHaveLength(input.experiments.length);
        expect(anyOverlap(layout.rounds.map(({ bounds }) => bounds))).toBeNull();
        for (const round of layout.rounds) {
          const notes = layout.notes.filter((note) => note.round === round.id);
          const experiments = layout.experiments.filter((one) => one.round === round.id);
          const spots = [...round.quarters.flatMap(({ next }) => next ?? []), round.nextExperiment ?? []].flat();
          const headings = round.quarters.map(({ heading }) => heading);
          const boxes = [...notes.map(({ box }) => box), ...experiments.map(({ box }) => box), ...spots, ...headings];
          expect(anyOverlap([...boxes, round.title])).toBeNull();
          for (const box of boxes) expect(isInside(round.bounds, box)).toBe(true);
          for (const { box, stage } of notes) {
            expect(overlaps(box, round.lane)).toBe(false);
            for (const [x, y] of corners(box)) {
              const target = cycleTarget(layout, { x, y });
              expect(target).toMatchObject({ part: 'quarter', stage, round: { id: round.id } });
            }
          }
          for (const heading of headings)
            for (const [x, y] of corners(heading)) {
              expect(Math.hypot(x - round.center.x, y - round.center.y)).toBeGreaterThan(round.radius);
              expect(cycleTarget(layout, { x, y })).toBeNull();
            }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[CYCLE-2] while a quarter has room nobody else moves; a growing circle keeps quarter and order', () => {
    let before = layoutCycle(oneRound([0, 3, 2, 1], 2));
    let growths = 0;
    for (let count = 1; count <= 40; count += 1) {
      const after = layoutCycle(oneRound([count, 3, 2, 1], 2));
      const slotsOf = (layout: typeof after) => layout.rounds[0]?.quarters.map(({ slots }) => slots);
      const isGrown = JSON.stringify(slotsOf(after)) !== JSON.stringify(slotsOf(before));
      if (isGrown) growths += 1;
      else for (const note of before.notes) expect(after.notes.find(({ id }) => id === note.id)?.box).toEqual(note.box);
      const order = after.notes.filter(({ stage }) => stage === 'problem_defining');
      const reading = order.toSorted((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
      expect(reading.map(({ id }) => id)).toEqual(order.map(({ id }) => id));
      before = after;
    }
    expect(growths).toBeLessThan(7);
  });

  it('[CYCLE-2] the empty spot is where the next note will stand', () => {
    const empty = layoutCycle(oneRound([2, 0, 0, 0]));
    const spot = empty.rounds[0]?.quarters[0]?.next;
    const filled = layoutCycle(oneRound([3, 0, 0, 0]));
    expect(filled.notes.find(({ id }) => id === 'problem_defining-1-2')?.box).toEqual(spot);
  });

  it('[CYCLE-3] open rounds are large, closed ones smaller behind them, the newest first', () => {
    const layout = layoutCycle({
      rounds: [
        { id: '1', number: 1, isOpen: false },
        { id: '2', number: 2, isOpen: false },
        { id: '4', number: 3, isOpen: true },
      ],
      notes: notesOf(1, [3, 3, 3, 3]),
      experiments: experimentsOf(null, 2),
      left: 1000,
    });
    expect(layout.rounds.map(({ id, ratio }) => [id, ratio])).toEqual([
      ['4', 1],
      ['2', 0.5],
      ['1', 0.5],
    ]);
    expect(layout.bounds?.x).toBe(1000);
    expect(layout.experiments.map(({ round }) => round)).toEqual(['4', '4']);
    const closed = layoutCycle(oneRound([1, 1, 1, 1], 0, false));
    expect(closed.rounds[0]).toMatchObject({ ratio: 1, nextExperiment: null });
    expect(closed.rounds[0]?.quarters.map(({ next }) => next)).toEqual([null, null, null, null]);
    expect(layoutCycle({ ...oneRound([]), rounds: [] }).bounds).toBeNull();
  });

  it('[CYCLE-4] lines run from what was first to what builds on it, and end outside of both', () => {
    const [problem, hypothesis, solution] = notesOf(1, [1, 1, 1, 0]);
    if (!problem || !hypothesis || !solution) throw new Error('three notes are needed');
    const layout = layoutCycle({
      ...oneRound([]),
      notes: [
        problem,
        { ...hypothesis, notes: [problem.id, 'gone'] },
        { ...solution, notes: [hypothesis.id], experiment: 'e' },
      ],
      experiments: [{ id: 'e', round: 1, hypothesis: hypothesis.id }],
    });
    expect(layout.links.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['buildsOn', hypothesis.id, problem.id],
      ['buildsOn', solution.id, hypothesis.id],
      ['evidence', solution.id, 'e'],
      ['hypothesis', 'e', hypothesis.id],
    ]);
    const boxOf = (id: string) =>
      [...layout.notes, ...layout.experiments].find((place) => place.id === id)?.box ?? {
        x: 0,
        y: 0,
        width: 0,
        height: 0,
      };
    const hits = (box: Box, { x, y }: { x: number; y: number }) =>
      x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    for (const { from, to, start, end } of layout.links) {
      expect(hits(boxOf(from), end)).toBe(false);
      expect(hits(boxOf(to), start)).toBe(false);
    }
  });

  it('[CYCLE-5] the cycle begins on few places right of the ring, whatever the ring does in between', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9000, noNaN: true }), (right) => {
        expect(cycleLeft(right)).toBeGreaterThanOrEqual(right + 150);
      }),
    );
    expect(new Set(Array.from({ length: 1000 }, (_, at) => cycleLeft(300 + at))).size).toBeLessThan(5);
  });
});
