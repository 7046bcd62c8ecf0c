import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { stages } from '#shared/kinds/values.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { commandFor, commandKinds } from '#shared/testing/mapCommands.ts';
import { makeAction, makeExperiment, placeNote, planLink, takeUp, unlink } from './cycleActions.ts';

function start(): PartnershipMap {
  const template = readTemplate('employment');
  if (!template) throw new Error('there is no such template');
  return template.map;
}
let ids = 0;
const context = { today: '2026-03-02', newId: () => `n${(ids += 1)}` };
const after = (map: PartnershipMap, commands: Parameters<typeof runCommands>[1]): PartnershipMap => {
  const done = runCommands(map, commands, context);
  if (!done.ok) throw new Error(`${done.code}: ${JSON.stringify(commands[done.at])}`);
  return done.map;
};
const note = (map: PartnershipMap, id: string) => map.notes.find((one) => one.id === id);

const choice = fc.record({
  what: fc.nat(commandKinds - 1),
  a: fc.nat(200),
  b: fc.nat(200),
  c: fc.nat(200),
});
/** A board after random acts of anybody. */
const boards = fc.array(choice, { maxLength: 25 }).map((choices) => {
  let map = start();
  for (const one of choices) {
    const command = commandFor(map, one);
    const done = command && runCommands(map, [command], context);
    if (done?.ok) map = done.map;
  }
  return map;
});

describe('what people do in the cycle', () => {
  it('[CYCLE-16] joining works between any two things, or says why not; joined twice is joined once, parting parts', () => {
    fc.assert(
      fc.property(boards, fc.nat(999), fc.nat(999), (map, one, other) => {
        const things = [
          ...map.notes.map(({ id }) => ({ collection: 'notes', id }) as const),
          ...map.experiments.map(({ id }) => ({ collection: 'experiments', id }) as const),
        ];
        const [from, to] = [things[one % things.length], things[other % things.length]];
        if (!from || !to) return;
        const plan = planLink(map, from, to);
        if (!plan.ok) return;
        const joined = after(map, plan.commands);
        const again = planLink(joined, to, from);
        expect(again.ok).toBe(true);
        if (again.ok) expect(after(joined, again.commands).notes).toEqual(joined.notes);
        const [command] = plan.commands;
        if (command?.type !== 'member') return;
        const line = { kind: 'buildsOn', from: command.id, to: command.member } as const;
        expect(note(joined, line.from)?.links).toContain(line.to);
        expect(note(after(joined, unlink(joined, line)), line.from)?.links).not.toContain(line.to);
      }),
      { numRuns: 150 },
    );
  });

  it('[CYCLE-11] a note stands where it was put, whatever the board is', () => {
    fc.assert(
      fc.property(boards, fc.nat(999), fc.nat(3), fc.nat(20), (map, at, stageAt, place) => {
        const own = map.notes[at % Math.max(1, map.notes.length)];
        const stage = stages[stageAt];
        const isOpen = (round: number) => map.iterations[round - 1]?.status === 'open';
        const round = map.iterations.find(({ status }) => status === 'open');
        if (!own || !stage || !round || !isOpen(own.iteration)) return;
        const moved = after(map, placeNote(map, own.id, { round: round.number, stage, place }));
        const there = moved.notes.filter((one) => one.iteration === round.number && one.stage === stage);
        expect(there.findIndex(({ id }) => id === own.id)).toBe(Math.min(place, there.length - 1));
        const others = there.filter(({ id }) => id !== own.id).map(({ id }) => id);
        const before = map.notes.filter((one) => one.iteration === round.number && one.stage === stage);
        expect(others).toEqual(before.filter(({ id }) => id !== own.id).map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });

  it('[CYCLE-34] an experiment takes over what the idea says, and the idea points to it', () => {
    const map = start();
    const made = after(map, makeExperiment(map, 'new', 's205'));
    expect(made.experiments.at(-1)).toMatchObject({
      title: 'Shift start at 6:00 instead of 5:00.',
      hypothesis_note_id: 'h201',
      level: 'system',
      conditions: ['practices'],
      iteration: 2,
    });
    expect(note(made, 's205')?.evidence).toBe('experiment:new');
    const tested = after(map, makeExperiment(map, 'test', 'h203'));
    expect(tested.experiments.at(-1)).toMatchObject({ title: '', hypothesis_note_id: 'h203' });
    // a note of a closed round is read only; the experiment is made all the same
    const late = after(map, makeExperiment(map, 'late', 's104'));
    expect(late.experiments.at(-1)).toMatchObject({ iteration: 1, hypothesis_note_id: 'h104' });
    expect(note(late, 's104')).toEqual(note(map, 's104'));
  });

  it('[CYCLE-34] an action of an experiment has its owner and says where it came from', () => {
    const map = start();
    const made = after(map, makeAction(map, 'act', { collection: 'experiments', id: 'e4' }));
    expect(made.actions.at(-1)).toMatchObject({
      title: 'Child care vouchers from day one',
      owner_org_id: 'little-steps',
      source: 'experiment:e4',
    });
  });

  it('[ACT-5] taking up is one act: what it became, and where it went', () => {
    const map = start();
    const done = runCommands(map, takeUp(map, 'new', 'park1', { type: 'action' }), context);
    expect(done.ok && done.map.actions.at(-1)?.title).toBe('Is 90 percent enough if most of the new jobs pay badly?');
    expect(done.ok && done.map.parking_lot.find(({ id }) => id === 'park1')).toMatchObject({
      status: 'taken_up',
      moved_to: 'action:new',
    });
  });
});
