import { describe, expect, it } from 'vitest';
import { runSheets } from '#shared/testing/english.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import { emptyWorkshop, type Step, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { nextThing } from './nextThing.ts';

const agenda = [...(runSheets[0]?.steps ?? [])];
const at = (step: string, change: Partial<WorkshopState> = {}): WorkshopState => ({
  ...emptyWorkshop,
  agenda,
  step,
  stepStartedAt: 1_700_000_000_000,
  ...change,
});
const ideas = (id: string, change: object = {}): SealedActivity => ({
  kind: 'ideas',
  id,
  prompt: 'Who?',
  named: false,
  target: { kind: 'sheet' },
  status: 'open',
  openedAt: 1,
  closedAt: null,
  ideas: 3,
  writers: 3,
  counted: 3,
  ...change,
});
const own = stepActivityId('ideas', 1_700_000_000_000);
const doing = (activity: Step['activity']) => agenda.map((step) => (step.id === 'n4' ? { ...step, activity } : step));

describe('the one next thing', () => {
  it('[STEP-11] is to start what the step has people do, then to show it, then to go on', () => {
    expect(nextThing(at('n3'), [])).toMatchObject({ do: 'start', activity: { kind: 'ideas', minutes: 5 } });
    const open = ideas(own, { step: 'n3' });
    expect(nextThing(at('n3'), [open])).toEqual({ do: 'end', activity: open });
    const shown = ideas(own, { step: 'n3', status: 'revealed' });
    expect(nextThing(at('n3'), [shown])).toMatchObject({ do: 'go', step: { id: 'n3v' } });
    // begun anew, the step has it once more
    expect(nextThing(at('n3', { stepStartedAt: 1_700_000_000_001 }), [shown])).toMatchObject({ do: 'start' });
  });

  it('[STEP-11] is to go on where people only talk, and at the end to end', () => {
    expect(nextThing(at('n4'), [])).toMatchObject({ do: 'go', step: { id: 'n5' } });
    expect(nextThing(at('n9'), [])).toEqual({ do: 'finish' });
    expect(nextThing(emptyWorkshop, [])).toBeNull();
  });

  it('[STEP-11] asks who is ready, and walks the stages one by one', () => {
    expect(nextThing(at('n1'), [])).toMatchObject({ do: 'ask', question: expect.stringContaining('?') });
    const ready = { question: 'Ready?', startedAt: 1, people: [] };
    expect(nextThing(at('n1', { ready }), [])).toMatchObject({ do: 'go', step: { id: 'n2' } });
    const walk = { agenda: doing({ kind: 'walk' }) };
    expect(nextThing(at('n4', walk), [])).toEqual({ do: 'light', stage: 'problem_defining' });
    expect(nextThing(at('n4', { ...walk, stage: 'solution_finding' }), [])).toEqual({
      do: 'light',
      stage: 'analyzing_reflecting',
    });
    expect(nextThing(at('n4', { ...walk, stage: 'analyzing_reflecting' }), [])).toMatchObject({ do: 'go' });
  });

  it('[STEP-11] ends first what is still open, but for what may outlive its step', () => {
    const byHand = ideas('byhand0000000000');
    expect(nextThing(at('n4'), [byHand])).toEqual({ do: 'end', activity: byHand });
    const lasting = {
      kind: 'ideas',
      prompt: 'Who?',
      named: false,
      place: 'sheet',
      minutes: 0,
      end: 'nothing',
    } as const;
    const open = ideas('before0000000000', { step: 'n4' });
    const state = { agenda: doing(lasting) };
    expect(nextThing(at('n4', state), [{ ...open, id: stepActivityId('ideas', 1_700_000_000_000) }])).toMatchObject({
      do: 'go',
      step: { id: 'n5' },
    });
    expect(nextThing(at('n5', state), [open])).toMatchObject({ do: 'go', step: { id: 'n6' } });
    // the next step has ideas of its own, and two of a kind cannot be open
    expect(nextThing(at('n6', state), [open])).toEqual({ do: 'end', activity: open });
    expect(nextThing(at('n9', state), [open])).toEqual({ do: 'end', activity: open });
  });
});
