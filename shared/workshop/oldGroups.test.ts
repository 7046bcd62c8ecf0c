import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { emptyWorkshop, WorkshopState } from '#shared/wire/WorkshopState.ts';
import { readOldGroups } from './oldGroups.ts';

const { skeletonOpen: _open, ...before } = emptyWorkshop;
const step = (id: string, tools: readonly string[] | null) => ({
  id,
  title: id,
  minutes: 1,
  instruction: '',
  view: 'free',
  stage: null,
  tools,
});
const agenda = [step('a', ['map', 'notes']), step('b', ['cycle', 'actions', 'draw']), step('c', null), step('d', [])];

describe('workshops of before', () => {
  it('[SESSION-24] the five groups mean what they meant, and nothing is lost', () => {
    const read = v.parse(WorkshopState, readOldGroups({ ...before, agenda }));
    expect(read.agenda.map(({ tools }) => tools)).toEqual([
      ['goal', 'interests', 'people', 'structure', 'numbers', 'trust', 'sheets', 'notes'],
      ['cycle', 'rounds', 'actions', 'draw'],
      null,
      [],
    ]);
    expect(read).toMatchObject({ ...before, agenda: read.agenda });
  });

  it('[SESSION-25] boards stay open until a workshop starts, and one that runs lists what it listed', () => {
    expect(readOldGroups({ ...before, agenda })).toMatchObject({ skeletonOpen: true });
    expect(readOldGroups({ ...before, agenda, step: 'a' })).toMatchObject({ skeletonOpen: false });
  });

  it('[SESSION-24] what was stored since stays as it is, and what is none of ours is still refused', () => {
    const now = { ...emptyWorkshop, agenda: [step('a', ['notes'])] };
    expect(readOldGroups(now)).toBe(now);
    for (const odd of [null, 7, 'text', {}, { agenda: 3, step: null }, { ...before, agenda: [3, null] }])
      expect(v.is(WorkshopState, readOldGroups(odd))).toBe(false);
    expect(v.is(WorkshopState, readOldGroups({ ...before, agenda: [step('a', ['maps'])] }))).toBe(false);
    expect(v.is(WorkshopState, readOldGroups({ ...before, agenda: [step('a', ['toString'])] }))).toBe(false);
  });
});
