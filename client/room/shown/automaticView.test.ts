import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { emptyWorkshop, type Step, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { automaticView } from './automaticView.ts';

const step = (id: string, view: Step['view'], activity: Step['activity'] = null): Step => ({
  id,
  title: id,
  minutes: 5,
  instruction: '',
  view,
  stage: null,
  tools: null,
  activity,
});
const alone: Step['activity'] = {
  kind: 'ideas',
  prompt: 'Who?',
  named: false,
  place: 'sheet',
  minutes: 5,
  end: 'show',
};
const agenda = [
  step('goal', 'goal'),
  step('write', 'frame', alone),
  step('cover', 'coverage'),
  step('cycle', 'cycle'),
  step('acts', 'actions'),
];
const running = (id: string, more: Partial<WorkshopState> = {}): WorkshopState => ({
  ...emptyWorkshop,
  agenda,
  step: id,
  stepStartedAt: 1_000,
  ...more,
});
const ideas = (status: string, closedAt: number | null) =>
  v.parse(SealedActivity, {
    kind: 'ideas',
    id: 'i000000000000001',
    prompt: 'Who?',
    named: false,
    target: { kind: 'sheet' },
    status,
    openedAt: 1_100,
    closedAt,
    ideas: 3,
    writers: 3,
  });

describe('what the room sees by itself', () => {
  it('[SCREEN-1] before a workshop it is the way in where that is on show, else the table; and the table after it', () => {
    expect(automaticView(emptyWorkshop, [])).toEqual({ kind: 'frame' });
    const showing = { ...emptyWorkshop.showing, code: true };
    expect(automaticView({ ...emptyWorkshop, showing }, [])).toEqual({ kind: 'join' });
    expect(automaticView({ ...emptyWorkshop, showing, endedAt: 9 }, [])).toEqual({ kind: 'frame' });
  });

  it('[SCREEN-1] while people are asked it is the question, and then what came of it, until the next step', () => {
    expect(automaticView(running('write'), [])).toEqual({ kind: 'question' });
    expect(automaticView(running('write'), [ideas('open', null)])).toEqual({ kind: 'question' });
    const sheet = { kind: 'sheet', sheet: 'i000000000000001', page: 0 };
    expect(automaticView(running('write'), [ideas('revealed', 1_900)])).toEqual(sheet);
    expect(automaticView(running('write'), [ideas('discarded', 1_900)])).toEqual({ kind: 'question' });
    expect(automaticView(running('cover', { stepStartedAt: 2_000 }), [ideas('revealed', 1_900)])).toEqual({
      kind: 'frame',
    });
  });

  it('[SCREEN-1] without an activity it is what the step names', () => {
    expect(automaticView(running('goal'), [])).toEqual({ kind: 'question' });
    expect(automaticView(running('cover'), [])).toEqual({ kind: 'frame' });
    expect(automaticView(running('cycle'), [])).toEqual({ kind: 'cycle' });
    const lit = running('cycle', { stage: 'solution_finding' });
    expect(automaticView(lit, [])).toEqual({ kind: 'stage', stage: 'solution_finding', page: 0 });
    expect(automaticView(running('acts'), [])).toEqual({ kind: 'actions', page: 0 });
  });
});
