import { describe, expect, it } from 'vitest';
import { isSameAgenda, mergeAgenda } from './mergeAgenda.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';

const step = (id: string, change: Partial<Step> = {}): Step => ({
  id,
  title: id,
  minutes: 10,
  instruction: '',
  view: 'frame',
  stage: null,
  tools: null,
  activity: null,
  ...change,
});
const base = [step('a'), step('b'), step('c')];
const ids = (agenda: readonly Step[]) => agenda.map(({ id }) => id).join('');

describe('two facilitators who change the agenda', () => {
  it('[SESSION-15] keep the steps that each added, each behind the step it was put after', () => {
    const { agenda, conflicts } = mergeAgenda(
      base,
      [step('a'), step('m'), step('b'), step('c')],
      [step('a'), step('b'), step('c'), step('t')],
    );
    expect(ids(agenda)).toBe('ambct');
    expect(conflicts).toEqual([]);
  });

  it('[SESSION-15] keep what they wrote in different fields of one step', () => {
    const { agenda, conflicts } = mergeAgenda(
      base,
      [step('a', { title: 'mine' }), step('b'), step('c')],
      [step('a', { minutes: 25, tools: ['draw'] }), step('b'), step('c')],
    );
    expect(agenda[0]).toEqual(step('a', { title: 'mine', minutes: 25, tools: ['draw'] }));
    expect(conflicts).toEqual([]);
  });

  it('[SESSION-15] see both where they wrote in the same field, and the one who saves later decides', () => {
    const theirs = [step('a', { title: 'theirs' }), step('b'), step('c')];
    const { agenda, conflicts } = mergeAgenda(base, [step('a', { title: 'mine' }), step('b'), step('c')], theirs);
    expect(agenda[0]?.title).toBe('mine');
    expect(conflicts).toEqual([{ step: 'a', field: 'title', theirs: theirs[0] }]);
    // of one mind there is nothing to decide
    expect(mergeAgenda(base, theirs, theirs).conflicts).toEqual([]);
  });

  it('[SESSION-15] a removed step goes, unless the other one wrote in it', () => {
    const gone = [step('a'), step('c')];
    const written = [step('a'), step('b', { instruction: 'new words' }), step('c')];
    expect(ids(mergeAgenda(base, base, gone).agenda)).toBe('ac');
    expect(ids(mergeAgenda(base, gone, base).agenda)).toBe('ac');
    expect(mergeAgenda(base, written, gone)).toMatchObject({
      agenda: written,
      conflicts: [{ step: 'b', field: null, theirs: null }],
    });
    expect(mergeAgenda(base, gone, written)).toEqual({
      agenda: written,
      conflicts: [{ step: 'b', field: null, theirs: written[1] }],
    });
  });

  it('[SESSION-15] the order of whoever changed it stands', () => {
    const turned = [step('c'), step('a'), step('b')];
    const withMore = [step('a'), step('b'), step('t'), step('c')];
    expect(ids(mergeAgenda(base, turned, withMore).agenda)).toBe('cabt');
    expect(ids(mergeAgenda(base, withMore, turned).agenda)).toBe('cabt');
    expect(isSameAgenda(base, [...base])).toBe(true);
    expect(isSameAgenda(base, turned)).toBe(false);
  });
});
