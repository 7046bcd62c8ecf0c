import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { runSheets } from '#shared/testing/english.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { IdeasActivity, PulseActivity, VoteActivity } from '#shared/wire/SealedActivity.ts';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { countsNow, type Here } from './countsNow.ts';

const began = 1_700_000_000_000;
const agenda = [...(runSheets[0]?.steps ?? [])];
const at = (step: string, change: Partial<WorkshopState> = {}): WorkshopState => ({
  ...emptyWorkshop,
  agenda,
  step,
  stepStartedAt: began,
  ...change,
});
const person = (n: number) => v.parse(PersonId, `person${String(n).padStart(10, '0')}`);
const here: Here = [
  { id: person(1), role: 'facilitator' },
  { id: person(2), role: 'participant' },
  // on two devices
  { id: person(2), role: 'participant' },
  { id: person(3), role: 'participant' },
  { id: person(4), role: 'observer' },
];
const none = { sheets: [], groups: [], ideas: [] };
const common = { status: 'open', openedAt: began, closedAt: null, counted: 1 } as const;
const ideas: IdeasActivity = {
  ...common,
  kind: 'ideas',
  id: stepActivityId('ideas', began),
  step: 'n3',
  prompt: 'Who?',
  named: false,
  target: { kind: 'sheet' },
  ideas: 5,
  writers: 1,
};
const vote: VoteActivity = {
  ...common,
  kind: 'vote',
  id: stepActivityId('vote', began),
  question: 'Which?',
  options: [],
  dots: 2,
  cap: 2,
  cast: 3,
  invited: 7,
  totals: null,
};
const pulse: PulseActivity = {
  ...common,
  kind: 'pulse',
  id: stepActivityId('pulse', began),
  responded: 2,
  invited: 6,
  minimum: 5,
  counts: null,
};

/** A sheet of three notes, one of them in a group. */
const sheet = {
  sheets: [{ id: ideas.id, sort: 'groups', order: 'a' }],
  groups: [{ id: 'g', sheet_id: ideas.id, order: 'a', votes: null }],
  ideas: ['g', null, null].map((group_id, n) => ({
    id: `i${n}`,
    sheet_id: ideas.id,
    group_id,
    merged_into: null,
    order: `a${n}`,
    text: 'x',
  })),
} as unknown as Parameters<typeof countsNow>[3];

describe('how far the room is', () => {
  it('[COCKPIT-1] is how many of the participants here have written, voted and answered', () => {
    expect(countsNow(at('n3'), [ideas, vote, pulse], here, none)).toEqual([
      { what: 'written', count: 1, of: 2 },
      { what: 'voted', count: 3, of: 7 },
      { what: 'answered', count: 2, of: 6 },
    ]);
    // some who wrote have left
    expect(countsNow(at('n3'), [{ ...ideas, writers: 4 }], here, none)).toEqual([{ what: 'written', count: 4, of: 4 }]);
  });

  it('[COCKPIT-1] is who is ready while that is asked, and nothing where people only talk', () => {
    const ready = { question: 'Ready?', startedAt: 1, people: [person(3), person(9)] };
    expect(countsNow(at('n4', { ready }), [], here, none)).toEqual([{ what: 'ready', count: 1, of: 2 }]);
    expect(countsNow(at('n4'), [], here, none)).toEqual([]);
  });

  it('[COCKPIT-1] is how many notes are in groups once the ideas are revealed, also while the groups are voted on', () => {
    const revealed = { ...ideas, status: 'revealed', closedAt: began + 1 } as const;
    const grouped = { what: 'grouped', count: 1, of: 3 };
    expect(countsNow(at('n3'), [revealed], here, sheet)).toEqual([{ what: 'written', count: 1, of: 2 }, grouped]);
    expect(countsNow(at('n3'), [ideas], here, sheet)).toEqual([{ what: 'written', count: 1, of: 2 }]);
    const onGroups = agenda.map((step) =>
      step.activity?.kind === 'vote'
        ? { ...step, activity: { ...step.activity, on: { of: 'groups', step: 'n3' } as const } }
        : step,
    );
    const later = at('n3v', { agenda: onGroups, stepStartedAt: began + 60_000 });
    expect(countsNow(later, [revealed], here, sheet)).toEqual([grouped]);
    expect(countsNow(at('n4', { stepStartedAt: began + 60_000 }), [revealed], here, sheet)).toEqual([]);
  });
});
