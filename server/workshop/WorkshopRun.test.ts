import { describe, expect, it } from 'vitest';
import { oneWorkshopMs } from '#shared/compare/sinceWhich.ts';
import type { StepRecord } from '#shared/record/WorkshopRecord.ts';
import { emptyWorkshop, type Step, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { PersonId } from '#shared/wire/ids.ts';
import { applyCommand } from '#shared/workshop/applyCommand.ts';
import { adopted, followed, movedRun, type RunEnd, type WorkshopRun } from './WorkshopRun.ts';
import * as v from 'valibot';

const minute = 60_000;
const step = (id: string, minutes: number): Step => ({
  id,
  title: `The ${id}`,
  minutes,
  instruction: '',
  view: 'free',
  stage: null,
  tools: null,
  activity: null,
});
const agenda = [step('goal', 10), step('frame', 20), step('end', 0)];
const fay = { id: v.parse(PersonId, 'fayfayfayfayfay0'), name: 'Fay', role: 'facilitator' } as const;

/** A workshop that is led by the minute. */
class Led {
  session: WorkshopState = { ...emptyWorkshop, agenda };
  run: WorkshopRun | null = null;
  readonly steps: StepRecord[] = [];
  readonly ends: RunEnd[] = [];
  begun = 0;
  #ids = 0;

  does(atMs: number, command: WorkshopCommand): void {
    const after = applyCommand(this.session, command, { person: fay, nowMs: atMs });
    if (typeof after === 'string') throw new Error(after);
    this.takes(atMs, after);
  }

  /** What the record makes of it. */
  takes(nowMs: number, after = this.session): void {
    const made = followed(this.run, { before: this.session, after }, { nowMs, newId: () => `w${this.#ids++}` });
    this.run = made.run === null || made.run.endedMs !== null ? made.run : { ...made.run, lastMs: nowMs };
    this.steps.push(...made.steps);
    if (made.end !== null) this.ends.push(made.end);
    if (made.begins) this.begun++;
    this.session = after;
  }
}

const times = (steps: readonly StepRecord[]) =>
  steps.map((one) => [one.workshop, one.step, one.from / minute, one.to === null ? null : one.to / minute]);

describe('what a workshop becomes in the record', () => {
  it('[RECORD-4] each step with its plan and its real times when it is left, begun anew and gone back to as well', () => {
    const led = new Led();
    led.does(1 * minute, { do: 'goToStep', step: 'goal' });
    expect([led.steps, led.begun]).toEqual([[], 1]);
    led.does(13 * minute, { do: 'nextStep' });
    led.does(14 * minute, { do: 'previousStep' });
    led.does(15 * minute, { do: 'goToStep', step: 'goal' });
    led.does(16 * minute, { do: 'lockAll', on: true });
    led.does(20 * minute, { do: 'goToStep', step: 'end' });
    led.does(50 * minute, { do: 'endWorkshop' });
    expect(times(led.steps)).toEqual([
      ['w0', 'goal', 1, 13],
      ['w0', 'frame', 13, 14],
      ['w0', 'goal', 14, 15],
      ['w0', 'goal', 15, 20],
      ['w0', 'end', 20, 50],
    ]);
    expect(led.steps[0]).toMatchObject({ title: 'The goal', planned: 10 });
    expect(led.ends).toMatchObject([{ toMs: 50 * minute, ended: true, run: { id: 'w0', fromMs: minute } }]);
    expect(led.begun).toBe(1);
  });

  it('[RECORD-4] one that is begun again within twelve hours goes on, and ends anew', () => {
    const led = new Led();
    led.does(0, { do: 'goToStep', step: 'goal' });
    led.does(minute, { do: 'endWorkshop' });
    led.does(minute + oneWorkshopMs - 1, { do: 'goToStep', step: 'frame' });
    led.does(2 * minute + oneWorkshopMs, { do: 'endWorkshop' });
    expect(new Set(led.steps.map(({ workshop }) => workshop))).toEqual(new Set(['w0']));
    expect(led.ends.map(({ run, toMs }) => [run.id, run.fromMs, toMs])).toEqual([
      ['w0', 0, minute],
      ['w0', 0, 2 * minute + oneWorkshopMs],
    ]);
    led.does(2 * minute + 2 * oneWorkshopMs, { do: 'goToStep', step: 'goal' });
    expect([led.run?.id, led.begun]).toEqual(['w1', 2]);
  });

  it('[RECORD-5] one that nobody ends is closed by what comes twelve hours later, its last step without an end', () => {
    const led = new Led();
    led.does(0, { do: 'goToStep', step: 'goal' });
    led.does(5 * minute, { do: 'nextStep' });
    led.does(9 * minute, { do: 'lockAll', on: true });
    led.takes(9 * minute + oneWorkshopMs - 1);
    expect(led.ends).toEqual([]);
    // somebody only looked, which is something that happened in it
    led.takes(9 * minute + 2 * oneWorkshopMs);
    expect(times(led.steps)).toEqual([
      ['w0', 'goal', 0, 5],
      ['w0', 'frame', 5, null],
    ]);
    expect(led.ends).toMatchObject([{ ended: false, toMs: 9 * minute + oneWorkshopMs - 1 }]);
    // the step runs on for the people; for the record the next one begins a workshop
    led.does(10 * minute + 2 * oneWorkshopMs, { do: 'nextStep' });
    expect([led.run?.id, led.begun, led.ends.length]).toEqual(['w1', 2, 1]);
    led.does(11 * minute + 2 * oneWorkshopMs, { do: 'endWorkshop' });
    expect(times(led.steps).at(-1)?.slice(0, 2)).toEqual(['w1', 'end']);
    expect(led.ends).toHaveLength(2);
  });

  it('[RECORD-5] the next step, twelve hours later, closes it as well', () => {
    const led = new Led();
    led.does(0, { do: 'goToStep', step: 'goal' });
    led.does(oneWorkshopMs, { do: 'nextStep' });
    expect(times(led.steps)).toEqual([['w0', 'goal', 0, null]]);
    expect(led.ends).toMatchObject([{ ended: false, toMs: 0, run: { id: 'w0' } }]);
    expect([led.run?.id, led.run?.fromMs]).toEqual(['w1', oneWorkshopMs]);
  });

  it('[RECORD-4] going back and forth all day fills no record', () => {
    const led = new Led();
    led.does(0, { do: 'goToStep', step: 'goal' });
    for (let turn = 1; turn <= 400; turn++) led.does(turn, { do: turn % 2 === 1 ? 'nextStep' : 'previousStep' });
    expect(led.steps).toHaveLength(300);
    led.does(500, { do: 'endWorkshop' });
    expect(led.ends).toHaveLength(1);
  });

  it('[RECORD-4] a session of before is followed from its running step on, and a clock that is set moves with it', () => {
    const running = applyCommand(
      { ...emptyWorkshop, agenda },
      { do: 'goToStep', step: 'frame' },
      { person: fay, nowMs: 5 * minute },
    ) as WorkshopState;
    const run = adopted(running, 6 * minute, () => 'w9');
    expect(run).toMatchObject({ id: 'w9', fromMs: 5 * minute, step: { id: 'frame' }, atStart: null });
    expect(adopted(running, 5 * minute + oneWorkshopMs, () => 'w9')).toBeNull();
    expect(adopted(emptyWorkshop, 0, () => 'w9')).toBeNull();
    const moved = movedRun(run, 60 * minute);
    expect(moved).toMatchObject({ fromMs: 65 * minute, lastMs: 66 * minute, step: { fromMs: 65 * minute } });
    expect(movedRun(null, 1)).toBeNull();
  });
});
