import { describe, expect, it } from 'vitest';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { applyCommand } from './applyCommand.ts';
import { minutesAhead } from './minutesAhead.ts';
import { activityBegan, activityEnded } from './stepClock.ts';
import { startTimer, timeLeft } from './timer.ts';

const minute = 60_000;
const running: WorkshopState = { ...emptyWorkshop, version: 7, timer: startTimer(20 * minute, 0) };
const left = ({ timer }: WorkshopState, nowMs: number) => (timer === null ? null : timeLeft(timer, nowMs) / minute);
const lead = (session: WorkshopState, command: Parameters<typeof applyCommand>[1], nowMs: number): WorkshopState => {
  const person = { id: 'p'.repeat(16) as never, name: 'Maya', role: 'facilitator' } as const;
  const next = applyCommand(session, command, { person, nowMs });
  if (typeof next === 'string') throw new Error(next);
  return next;
};

describe('the clock of an activity', () => {
  it('[SESSION-16] takes the place of the step’s clock, which has gone on when it is there again', () => {
    const open = activityBegan(running, { id: 'a', minutes: 5 }, 2 * minute);
    expect(open).toMatchObject({ version: 8, stepClock: { activity: 'a' } });
    expect([left(open, 2 * minute), left(open, 7 * minute)]).toEqual([5, 0]);
    const after = activityEnded(open, 'a');
    expect(after).toMatchObject({ version: 9, stepClock: null });
    expect(left(after, 7 * minute)).toBe(13);
    // the agenda counts what the step has left, and not what the activity has
    const agenda = { agenda: [], step: null };
    expect(minutesAhead({ ...open, ...agenda }, 2 * minute)).toBe(18);
  });

  it('[SESSION-16] without minutes, or of another activity, nothing changes', () => {
    expect(activityBegan(running, { id: 'a', minutes: 0 }, 0)).toBe(running);
    expect(activityEnded(running, 'a')).toBe(running);
    const open = activityBegan(running, { id: 'a', minutes: 5 }, 0);
    expect(activityEnded(open, 'b')).toBe(open);
  });

  it('[SESSION-16] a second activity keeps the clock of the step behind it, and no step has no clock to come back', () => {
    const two = activityBegan(activityBegan(running, { id: 'a', minutes: 5 }, 0), { id: 'b', minutes: 3 }, minute);
    expect(activityEnded(two, 'a')).toBe(two);
    expect(left(activityEnded(two, 'b'), minute)).toBe(19);
    const none = activityBegan(emptyWorkshop, { id: 'a', minutes: 5 }, 0);
    expect(activityEnded(none, 'a').timer).toBeNull();
  });

  it('[SESSION-16] what is given, paused and resumed counts for both; a step that is left takes both along', () => {
    let session = activityBegan(running, { id: 'a', minutes: 5 }, 0);
    session = lead(session, { do: 'addTime', minutes: 2 }, 0);
    session = lead(session, { do: 'pauseTimer' }, 1 * minute);
    session = lead(session, { do: 'resumeTimer' }, 9 * minute);
    expect(left(session, 9 * minute)).toBe(6);
    expect(left(activityEnded(session, 'a'), 9 * minute)).toBe(21);
    const step = {
      id: 'n',
      title: 'Next',
      minutes: 4,
      instruction: '',
      view: 'frame',
      stage: null,
      tools: null,
      activity: null,
    } as const;
    const gone = lead({ ...session, agenda: [step] }, { do: 'goToStep', step: 'n' }, 10 * minute);
    expect(gone.stepClock).toBeNull();
    expect(activityEnded(gone, 'a')).toBe(gone);
    expect(left(gone, 10 * minute)).toBe(4);
    expect(lead(session, { do: 'clearTimer' }, 9 * minute)).toMatchObject({
      timer: null,
      stepClock: { activity: 'a' },
    });
  });
});
