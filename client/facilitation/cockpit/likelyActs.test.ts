import { describe, expect, it } from 'vitest';
import { runSheets } from '#shared/testing/english.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { IdeasActivity, PulseActivity, SealedActivity, VoteActivity } from '#shared/wire/SealedActivity.ts';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { emptyWorkshop, type Step, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { applyCommand } from '#shared/workshop/applyCommand.ts';
import * as v from 'valibot';
import { likelyActs, type SecondAct, type Standing } from './likelyActs.ts';

const began = 1_700_000_000_000;
const agenda = [...(runSheets[0]?.steps ?? [])];
const maya = { id: v.parse(PersonId, 'person0000000001'), name: 'Maya', role: 'facilitator' } as const;
const empty: Standing = { sheets: new Set(), hasInterests: false, hasActions: false };
const full = (...sheets: string[]): Standing => ({ sheets: new Set(sheets), hasInterests: true, hasActions: true });
const clock = { totalMs: 60_000, endsAt: began + 60_000, leftMs: 60_000 } as WorkshopState['timer'];
const at = (step: string, change: Partial<WorkshopState> = {}): WorkshopState => ({
  ...emptyWorkshop,
  agenda,
  step,
  stepStartedAt: began,
  timer: clock,
  ...change,
});
const idOf = (kind: 'ideas' | 'vote' | 'pulse') => stepActivityId(kind, began);
const common = { status: 'open', openedAt: began, closedAt: null, counted: 9 } as const;
const closed = { status: 'closed', closedAt: began + 5 } as const;
const ideas: IdeasActivity = {
  ...common,
  kind: 'ideas',
  id: idOf('ideas'),
  step: 'n3',
  prompt: 'Who?',
  named: false,
  target: { kind: 'sheet' },
  ideas: 9,
  writers: 9,
};
const revealed: IdeasActivity = { ...ideas, status: 'revealed', closedAt: began + 5 };
const vote: VoteActivity = {
  ...common,
  kind: 'vote',
  id: idOf('vote'),
  step: 'n3v',
  question: 'Which?',
  options: [],
  dots: 2,
  cap: 2,
  cast: 9,
  invited: 9,
  totals: null,
};
const pulse: PulseActivity = {
  ...common,
  kind: 'pulse',
  id: idOf('pulse'),
  step: 'n7',
  responded: 9,
  invited: 9,
  minimum: 5,
  counts: null,
};
const shownPulse = { ...pulse, ...closed, counts: {} } as PulseActivity;
const big = { room: null, code: false, wifi: '', big: { sheet: { kind: 'join' }, at: 7 } } as WorkshopState['showing'];
const ready = { question: 'Ready?', startedAt: 3, people: [] };
const walk = agenda.map((step): Step => (step.id === 'n4' ? { ...step, activity: { kind: 'walk' } } : step));

type Case = readonly [
  name: string,
  state: WorkshopState,
  activities: readonly SealedActivity[],
  standing: Standing,
  first: string,
  second: { readonly do: SecondAct['do'] } & Readonly<Record<string, unknown>>,
];

const cases: readonly Case[] = [
  ['before the private ideas', at('n3'), [], empty, 'start', { do: 'ask' }],
  ['before them, with a ready check', at('n3', { ready }), [], empty, 'start', { do: 'endReady', asked: 3 }],
  ['while people write', at('n3'), [ideas], empty, 'end', { do: 'addMinute' }],
  ['while they write without a clock', at('n3', { timer: null }), [ideas], empty, 'end', { do: 'ask' }],
  ['once the ideas stand on their sheet', at('n3'), [revealed], full(ideas.id), 'go', { do: 'group' }],
  ['once they stand, and the sheet is gone', at('n3'), [revealed], empty, 'go', { do: 'addMinute' }],
  ['while people vote', at('n3v'), [vote], full(), 'end', { do: 'addMinute' }],
  [
    'after a vote',
    at('n3v'),
    [{ ...vote, ...closed, totals: [3, 2] }],
    full(),
    'go',
    { do: 'showBig', sheet: { kind: 'vote', activity: vote.id, cut: null, page: 0 } },
  ],
  ['after a vote that too few cast', at('n3v'), [{ ...vote, ...closed }], full(), 'go', { do: 'addMinute' }],
  [
    'after a vote that was discarded',
    at('n3v'),
    [{ ...vote, ...closed, status: 'discarded' }],
    full(),
    'go',
    { do: 'addMinute' },
  ],
  [
    'after a vote of an earlier step',
    at('n4'),
    [{ ...vote, ...closed, closedAt: 1 }],
    full(),
    'go',
    { do: 'addMinute' },
  ],
  ['while large', at('n3v', { showing: big, ready }), [vote], full(), 'end', { do: 'closeBig', at: 7 }],
  [
    'after a pulse',
    at('n7'),
    [shownPulse],
    full(),
    'go',
    { do: 'showBig', sheet: { kind: 'pulse', activity: pulse.id } },
  ],
  ['where people talk', at('n4'), [], full(), 'go', { do: 'addMinute' }],
  ['where people talk without a clock', at('n4', { timer: null }), [], full(), 'go', { do: 'ask' }],
  ['at the coverage', at('n5'), [], full(), 'go', { do: 'showBig', sheet: { kind: 'coverage' } }],
  ['at the coverage of nothing', at('n5'), [], empty, 'go', { do: 'addMinute' }],
  ['at the actions', at('n8'), [], full(), 'go', { do: 'showBig', sheet: { kind: 'actions' } }],
  ['at the end', at('n9'), [], empty, 'finish', { do: 'showBig', sheet: { kind: 'comparison' } }],
  ['before a question to all', at('n1'), [], empty, 'ask', { do: 'goOn' }],
  ['while it is asked', at('n1', { ready }), [], empty, 'go', { do: 'endReady' }],
  ['on a walk through the cycle', at('n4', { agenda: walk }), [], empty, 'light', { do: 'goOn' }],
];

/** What the server is asked for; undefined where nothing is. */
function commandOf(act: SecondAct): WorkshopCommand | undefined {
  switch (act.do) {
    case 'closeBig':
      return { do: 'closeBig', at: act.at };
    case 'endReady':
      return { do: 'endReady', asked: act.asked };
    case 'addMinute':
      return { do: 'addTime', minutes: 1 };
    case 'ask':
      return { do: 'askReady', question: 'Ready?' };
    case 'showBig':
      return { do: 'showBig', sheet: act.sheet };
    case 'goOn':
      return { do: 'nextStep' };
    case 'group':
      return undefined;
  }
}

describe('the two likely acts', () => {
  it.each(cases)('[COCKPIT-2] %s', (_name, state, activities, standing, first, second) => {
    const acts = likelyActs(state, activities, standing);
    expect(acts?.first.do).toBe(first);
    expect(acts?.second).toMatchObject(second);
    // nothing that would be refused, and nothing that would change nothing
    const command = acts === null ? undefined : commandOf(acts.second);
    if (command === undefined) return;
    const next = applyCommand(state, command, { person: maya, nowMs: began + 9, notes: {} });
    expect(typeof next).toBe('object');
    expect(next).not.toBe(state);
  });

  it('[COCKPIT-2] none while no step runs', () => {
    expect(likelyActs({ ...emptyWorkshop, agenda }, [ideas], empty)).toBeNull();
  });
});
