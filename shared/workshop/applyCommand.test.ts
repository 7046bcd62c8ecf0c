import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PersonId } from '#shared/wire/ids.ts';
import { applyCommand, sessionBounds, withoutPerson, type CommandContext } from './applyCommand.ts';
import { readyCount } from './readyCount.ts';
import { runSheets } from '#shared/testing/english.ts';
import { emptyWorkshop, WorkshopState, Step } from '#shared/wire/WorkshopState.ts';
import { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { timeLeft } from './timer.ts';

const id = (n: number) => v.parse(PersonId, `person${String(n).padStart(10, '0')}`);
const fay: CommandContext['person'] = { id: id(1), name: 'Fay', role: 'facilitator' };
const pat: CommandContext['person'] = { id: id(2), name: 'Pat', role: 'participant' };
const olu: CommandContext['person'] = { id: id(3), name: 'Olu', role: 'observer' };
const min = 60_000;

const step = (name: string, minutes = 10, stage: Step['stage'] = null): Step => ({
  id: name,
  title: name,
  minutes,
  instruction: '',
  view: 'frame',
  stage,
  tools: null,
  activity: null,
});

/** Every command must be taken. */
function after(session: WorkshopState, nowMs: number, ...commands: readonly WorkshopCommand[]): WorkshopState {
  let now = session;
  for (const command of commands) {
    const next = applyCommand(now, command, { person: fay, nowMs });
    if (typeof next === 'string') throw new Error(next);
    now = next;
  }
  return now;
}

const agenda = [step('a'), step('b', 0), step('c', 20, 'solution_finding')];
const planned = after(emptyWorkshop, 0, { do: 'setAgenda', agenda, from: 0 });

describe('the agenda', () => {
  it('[SESSION-3] going to a step starts its clock and lights its stage; a step without minutes has no clock', () => {
    const first = after(planned, 1_000, { do: 'goToStep', step: 'a' });
    expect(first).toMatchObject({ step: 'a', stepStartedAt: 1_000, done: [], stage: null });
    expect(first.timer).toEqual({ totalMs: 10 * min, endsAt: 1_000 + 10 * min, leftMs: 10 * min });
    const second = after(first, 2_000, { do: 'nextStep', from: 'a' });
    expect(second).toMatchObject({ step: 'b', timer: null, done: ['a'] });
    const third = after(second, 3_000, { do: 'nextStep' });
    expect(third).toMatchObject({ step: 'c', stage: 'solution_finding', done: ['a', 'b'] });
    expect(after(third, 4_000, { do: 'previousStep' })).toMatchObject({ step: 'b', stage: null, done: ['a'] });
  });

  it('[SESSION-4] two facilitators who press at once go one step', () => {
    const first = after(planned, 0, { do: 'goToStep', step: 'a' }, { do: 'nextStep', from: 'a' });
    expect(after(first, 0, { do: 'nextStep', from: 'a' })).toBe(first);
    expect(after(first, 0, { do: 'previousStep', from: 'c' })).toBe(first);
  });

  it('[SESSION-15] a change of an older agenda is refused, but for one that changes nothing', () => {
    const change = (session: WorkshopState, from: number, steps: readonly Step[]) =>
      applyCommand(session, { do: 'setAgenda', agenda: [...steps], from }, { person: fay, nowMs: 0 });
    const longer = after(planned, 0, { do: 'setAgenda', agenda: [...agenda, step('d')], from: 1 });
    expect(longer.agendaVersion).toBe(2);
    expect(change(longer, 1, [...agenda, step('e')])).toBe('agenda-moved');
    expect(change(longer, 1, longer.agenda)).toBe(longer);
    expect(change(longer, 2, [...agenda, step('e')])).toMatchObject({ agendaVersion: 3 });
    // what else happens in the workshop is no change of the agenda
    expect(after(longer, 0, { do: 'goToStep', step: 'a' }, { do: 'lockAll', on: true }).agendaVersion).toBe(2);
  });

  it('[SESSION-15] whoever goes to a step from one that does not run any more is told, and a step begins once', () => {
    const go = (session: WorkshopState, to: string, from: string | null) =>
      applyCommand(session, { do: 'goToStep', step: to, from }, { person: fay, nowMs: 9 });
    const running = after(planned, 0, { do: 'goToStep', step: 'b', from: null });
    expect(go(running, 'c', null)).toBe('step-moved');
    expect(go(running, 'b', null)).toBe(running);
    expect(go(running, 'c', 'b')).toMatchObject({ step: 'c' });
    expect(go(running, 'b', 'b')).toMatchObject({ step: 'b', stepStartedAt: 9 });
  });

  it('[SESSION-3] says why there is no such step', () => {
    const refused = (session: WorkshopState, command: WorkshopCommand) =>
      applyCommand(session, command, { person: fay, nowMs: 0 });
    expect(refused(planned, { do: 'nextStep' })).toBe('no-workshop');
    expect(refused(planned, { do: 'endWorkshop' })).toBe('no-workshop');
    expect(refused(planned, { do: 'goToStep', step: 'z' })).toBe('step-unknown');
    const last = after(planned, 0, { do: 'goToStep', step: 'c' });
    expect(refused(last, { do: 'nextStep' })).toBe('last-step');
    expect(refused(after(planned, 0, { do: 'goToStep', step: 'a' }), { do: 'previousStep' })).toBe('first-step');
    expect(refused(last, { do: 'setAgenda', agenda: [step('a')], from: 1 })).toBe('step-running');
    expect(refused(last, { do: 'setAgenda', agenda: [step('c'), step('c')], from: 1 })).toBe('step-twice');
  });

  it('[SESSION-3] can be edited and reordered while it runs; marks of steps that are gone go', () => {
    const running = after(planned, 0, { do: 'goToStep', step: 'a' }, { do: 'nextStep' }, { do: 'nextStep' });
    const edited = after(running, 5, { do: 'setAgenda', agenda: [step('c', 30), step('b')], from: 1 });
    expect(edited).toMatchObject({ step: 'c', done: ['b'], timer: running.timer });
  });

  it('[SESSION-5] the end keeps agenda and locks, and the next start begins anew', () => {
    const busy = after(
      planned,
      0,
      { do: 'goToStep', step: 'c' },
      { do: 'lock', keys: ['canvas:shape:a'] },
      { do: 'raiseHand' },
      { do: 'askReady', question: 'Done?' },
      { do: 'spotlight', person: fay.id, firm: true, place: null },
    );
    const ended = after(busy, 9, { do: 'endWorkshop' });
    expect(ended).toMatchObject({ step: null, timer: null, stage: null, ready: null, hands: [], spotlight: null });
    expect(ended).toMatchObject({ endedAt: 9, done: ['c'], locks: ['canvas:shape:a'], agenda });
    expect(after(ended, 10, { do: 'goToStep', step: 'b' })).toMatchObject({ endedAt: null, done: [], step: 'b' });
  });
});

describe('people in the workshop', () => {
  const by = (session: WorkshopState, command: WorkshopCommand, person = pat, nowMs = 0) =>
    applyCommand(session, command, { person, nowMs }) as WorkshopState;

  it('[SESSION-25] every start of a workshop closes the skeleton; steps and the end leave it as it is', () => {
    const open = after(planned, 0, { do: 'openSkeleton', open: true });
    expect(open).toBe(planned);
    const started = after(open, 0, { do: 'goToStep', step: 'a' });
    expect(started.skeletonOpen).toBe(false);
    const opened = after(started, 0, { do: 'openSkeleton', open: true }, { do: 'nextStep' });
    expect(opened.skeletonOpen).toBe(true);
    const ended = after(opened, 0, { do: 'endWorkshop' });
    expect(ended.skeletonOpen).toBe(true);
    expect(after(ended, 0, { do: 'goToStep', step: 'a' }).skeletonOpen).toBe(false);
    expect(by(started, { do: 'openSkeleton', open: true })).toBe('role-refused');
  });

  it('[SESSION-2] only facilitators lead; participants raise hands, say ready and react; observers react', () => {
    const allowed = (person: CommandContext['person']) =>
      (['nextStep', 'endWorkshop', 'lowerAllHands', 'raiseHand', 'react', 'sayReady', 'lockAll'] as const).filter(
        (name) => {
          const command = v.parse(WorkshopCommand, {
            do: name,
            ...(name === 'react' && { reaction: 'agree' }),
            ...(name === 'sayReady' && { ready: true }),
            ...(name === 'lockAll' && { on: true }),
          });
          return applyCommand(planned, command, { person, nowMs: 0 }) !== 'role-refused';
        },
      );
    expect(allowed(pat)).toEqual(['raiseHand', 'react', 'sayReady']);
    expect(allowed(olu)).toEqual(['react']);
    expect(allowed(fay)).toHaveLength(7);
  });

  it('[SESSION-8] hands stand in the order in which they were raised, once each; only facilitators lower another', () => {
    let session = by(by(emptyWorkshop, { do: 'raiseHand' }, pat, 5), { do: 'raiseHand' }, fay, 6);
    expect(by(session, { do: 'raiseHand' }, pat, 7)).toBe(session);
    expect(session.hands.map(({ name, at }) => [name, at])).toEqual([
      ['Pat', 5],
      ['Fay', 6],
    ]);
    expect(by(session, { do: 'lowerHand', person: fay.id })).toBe('role-refused');
    session = by(session, { do: 'lowerHand', person: pat.id }, fay);
    expect(session.hands).toHaveLength(1);
    expect(by(session, { do: 'lowerAllHands' }, fay).hands).toEqual([]);
  });

  it('[SESSION-7] a ready check counts the participants who are here, each once', () => {
    const asked = after(emptyWorkshop, 0, { do: 'askReady', question: '' });
    expect(applyCommand(emptyWorkshop, { do: 'sayReady', ready: true }, { person: pat, nowMs: 0 })).toBe(
      'no-ready-check',
    );
    const said = by(
      by(asked, { do: 'sayReady', ready: true }),
      { do: 'sayReady', ready: true },
      {
        ...pat,
        id: id(9),
      },
    );
    if (said.ready === null) throw new Error('nobody asks');
    const left = { id: id(9), role: 'participant' } as const;
    const other = { id: id(4), role: 'participant' } as const;
    expect(readyCount(said.ready, [fay, pat, pat, other, olu])).toEqual({ ready: 1, of: 2 });
    expect(readyCount(said.ready, [pat, left])).toEqual({ ready: 2, of: 2 });
    expect(by(said, { do: 'sayReady', ready: false }).ready?.people).toEqual([id(9)]);
  });

  it('[SESSION-2] somebody who is taken off the board leaves nothing behind', () => {
    let session = after(emptyWorkshop, 0, { do: 'askReady', question: '' });
    session = by(by(session, { do: 'raiseHand' }), { do: 'sayReady', ready: true });
    session = after(session, 0, { do: 'spotlight', person: pat.id, firm: false, place: null });
    expect(JSON.stringify(withoutPerson(session, pat.id))).not.toContain(pat.id);
    expect(withoutPerson(session, olu.id)).toBe(session);
  });

  it('[SESSION-15] a question, a clock and a spotlight that somebody else has begun are not replaced unseen', () => {
    const asked = after(emptyWorkshop, 5, { do: 'askReady', question: 'Done?' });
    const refused = (session: WorkshopState, command: WorkshopCommand) =>
      applyCommand(session, command, { person: fay, nowMs: 9 });
    expect(refused(asked, { do: 'askReady', question: 'Shall we?' })).toBe('ready-there');
    expect(by(asked, { do: 'sayReady', ready: true, asked: 5 }).ready?.people).toEqual([pat.id]);
    expect(by(asked, { do: 'sayReady', ready: true, asked: 4 })).toBe('no-ready-check');
    expect(by(asked, { do: 'endReady', asked: 4 }, fay)).toBe(asked);
    expect(by(asked, { do: 'endReady', asked: 5 }, fay).ready).toBeNull();
    const timed = after(emptyWorkshop, 5, { do: 'startTimer', minutes: 5 });
    expect(refused(timed, { do: 'startTimer', minutes: 10 })).toBe('timer-there');
    const led = after(emptyWorkshop, 5, { do: 'spotlight', person: fay.id, firm: true, place: null });
    expect(by(led, { do: 'endSpotlight', at: 4 }, fay)).toBe(led);
    expect(by(led, { do: 'endSpotlight', at: 5 }, fay).spotlight).toBeNull();
  });

  it('[SESSION-15] "lower all" lowers the hands that were seen', () => {
    const raised = by(by(emptyWorkshop, { do: 'raiseHand' }, pat, 5), { do: 'raiseHand' }, fay, 6);
    expect(by(raised, { do: 'lowerAllHands', upTo: 5 }, fay).hands.map(({ person }) => person)).toEqual([fay.id]);
    expect(by(raised, { do: 'lowerAllHands', upTo: 6 }, fay).hands).toEqual([]);
    expect(by(raised, { do: 'lowerAllHands', upTo: 4 }, fay)).toBe(raised);
  });

  it('[SESSION-9] locks are bounded, and locking twice or unlocking what is open changes nothing', () => {
    const keys = Array.from({ length: sessionBounds.locks }, (_, n) => `canvas:shape:${n}`);
    const full = after(emptyWorkshop, 0, { do: 'lock', keys });
    expect(after(full, 0, { do: 'lock', keys: ['canvas:shape:7'] })).toBe(full);
    expect(applyCommand(full, { do: 'lock', keys: ['map:goal/g'] }, { person: fay, nowMs: 0 })).toBe('too-many-locks');
    expect(after(full, 0, { do: 'unlock', keys: ['map:goal/g'] })).toBe(full);
    expect(after(full, 0, { do: 'unlock', keys }).locks).toEqual([]);
  });
});

describe('the clock', () => {
  const commands = fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 5 * min }),
      command: fc.oneof(
        fc.record({ do: fc.constant('startTimer' as const), minutes: fc.integer({ min: 1, max: 10 }) }),
        fc.record({ do: fc.constant('addTime' as const), minutes: fc.integer({ min: 1, max: 5 }) }),
        fc.constantFrom<WorkshopCommand>({ do: 'pauseTimer' }, { do: 'resumeTimer' }, { do: 'clearTimer' }),
      ),
    }),
    { maxLength: 40 },
  );

  it('[SESSION-6] runs by the wall clock, stands while paused, and adds exactly what was pressed', () => {
    fc.assert(
      fc.property(commands, (acts) => {
        let session = emptyWorkshop;
        let now = 1_000_000;
        /** the same clock as a child would count it: what is left, and whether it runs */
        let model: { left: number; runs: boolean } | null = null;
        for (const { wait, command } of acts) {
          now += wait;
          if (model?.runs === true) model.left = Math.max(0, model.left - wait);
          const next = applyCommand(session, command, { person: fay, nowMs: now });
          if (command.do === 'startTimer' && model !== null) expect(next).toBe('timer-there');
          else if (command.do === 'startTimer') model = { left: command.minutes * min, runs: true };
          else if (command.do === 'clearTimer') model = null;
          else if (model === null) expect(next).toBe('no-timer');
          else if (command.do === 'addTime')
            model = { left: model.left + command.minutes * min, runs: model.runs || model.left === 0 };
          else if (command.do === 'pauseTimer') model.runs = false;
          else if (model.left > 0) model.runs = true;
          if (typeof next !== 'string') session = next;
          expect(session.timer === null ? null : timeLeft(session.timer, now)).toBe(model?.left ?? null);
          expect(v.is(WorkshopState, session)).toBe(true);
        }
      }),
    );
  });

  it('[SESSION-6] a clock that is over runs again when time is added', () => {
    const over = after(emptyWorkshop, 0, { do: 'startTimer', minutes: 1 });
    const again = after(over, 5 * min, { do: 'addTime', minutes: 1 });
    expect(again.timer).toEqual({ totalMs: 2 * min, endsAt: 6 * min, leftMs: min });
  });
});

describe('a session', () => {
  it('[SESSION-1] every command leaves a valid session, never changes its input, and counts one up when something changed', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'z');
    const command: fc.Arbitrary<WorkshopCommand> = fc.oneof(
      fc.record({ do: fc.constant('goToStep' as const), step: ids }),
      fc.record({ do: fc.constant('nextStep' as const) }),
      fc.record({ do: fc.constant('setAgenda' as const), agenda: fc.shuffledSubarray(agenda), from: fc.nat(3) }),
      fc.record({
        do: fc.constant('lock' as const),
        keys: fc.array(
          ids.map((one) => `canvas:${one}`),
          { minLength: 1 },
        ),
      }),
      fc.record({ do: fc.constant('lockAll' as const), on: fc.boolean() }),
      fc.record({ do: fc.constant('sayReady' as const), ready: fc.boolean() }),
      fc.constantFrom<WorkshopCommand>(
        { do: 'previousStep' },
        { do: 'endWorkshop' },
        { do: 'raiseHand' },
        { do: 'lowerHand' },
        { do: 'askReady', question: 'Ready?' },
        { do: 'react', reaction: 'slower' },
        { do: 'spotlight', person: pat.id, firm: false, place: null },
        { do: 'endSpotlight' },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.constantFrom(fay, pat, olu)), { maxLength: 60 }), (acts) => {
        let session = planned;
        for (const [one, person] of acts) {
          const before = JSON.stringify(session);
          const next = applyCommand(session, one, { person, nowMs: 7 });
          expect(JSON.stringify(session)).toBe(before);
          if (typeof next === 'string') continue;
          expect(next.version).toBe(next === session ? session.version : session.version + 1);
          expect(v.is(WorkshopState, next)).toBe(true);
          if (next.step !== null) expect(next.agenda.map((s) => s.id)).toContain(next.step);
          session = next;
        }
      }),
    );
  });

  it('[SESSION-11] both run sheets are valid agendas of the minutes they promise, with an instruction in every step', () => {
    expect(runSheets.map(({ minutes }) => minutes)).toEqual([90, 240]);
    // what a step's words ask for, its tools and its view allow
    const structure = runSheets.flatMap(({ steps }) => steps).find(({ title }) => title === 'Structure');
    expect(structure?.instruction).toMatch(/^Draw what exists/);
    expect(structure?.view).toBe('free');
    for (const one of runSheets.flatMap(({ steps }) => steps)) {
      const asked = [
        [/\bdraw\b/i, 'draw'],
        [/\bnote\b|group them|ground rules/i, 'notes'],
        [/place (the )?organizations/i, 'people'],
        [/path to a yes/i, 'structure'],
        [/which are essential/i, 'interests'],
        [/becomes? an action|into actions|every action|each action/i, 'actions'],
        [/each experiment gets/i, 'cycle'],
      ] as const;
      for (const [words, tool] of asked)
        if (words.test(one.instruction) && one.tools !== null) expect(one.tools, one.title).toContain(tool);
    }
    for (const { steps, minutes } of runSheets) {
      expect(steps.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
      for (const one of steps) expect(v.parse(Step, one)).toEqual(one);
      expect(steps.every(({ instruction }) => instruction.length > 20)).toBe(true);
      expect(
        typeof applyCommand(emptyWorkshop, { do: 'setAgenda', agenda: [...steps], from: 0 }, { person: fay, nowMs: 0 }),
      ).toBe('object');
    }
  });
});
