import { describe, expect, it } from 'vitest';
import { skeletonGroups, type ToolGroup, toolGroups } from '#shared/kinds/toolGroups.ts';
import { type CollectionName, collectionNames } from '#shared/map/collections.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { actRefusal } from './actRefusal.ts';
import { lockKey, openGroups, permitRefusal, permitsOf, rightOf, rightOfRecord } from './permits.ts';

const step = (tools: WorkshopState['agenda'][number]['tools']): Partial<WorkshopState> => ({
  agenda: [{ id: 's1', title: 'One', minutes: 5, instruction: '', view: 'frame', stage: null, activity: null, tools }],
  step: 's1',
  skeletonOpen: false,
});
const permits = (change: Partial<WorkshopState>) => permitsOf({ ...emptyWorkshop, ...change });
const closed = permits({ skeletonOpen: false });

/** Why something of the list may not come or go, and why this field of it may not be changed. */
const whole = (limits: ReturnType<typeof permits>, collection: CollectionName) =>
  permitRefusal(limits, lockKey.entity(collection, 'x'), rightOf(collection, null));
const field = (limits: ReturnType<typeof permits>, collection: CollectionName, name: string) =>
  permitRefusal(limits, lockKey.entity(collection, 'x'), rightOf(collection, name));

describe('groups', () => {
  it('[SESSION-24] each list of the map belongs to one of them, and each of them has something', () => {
    const expected: Record<ToolGroup, readonly CollectionName[]> = {
      goal: ['partnership', 'goal', 'goals_before'],
      interests: ['interests'],
      people: ['sectors', 'organizations', 'placements', 'representatives'],
      structure: ['bodies', 'seats', 'lines', 'agreements'],
      numbers: ['indicators', 'measurements', 'story_notes'],
      trust: ['trust_stages', 'trust_items', 'trust_pulses', 'trust_notes'],
      cycle: ['notes', 'experiments'],
      rounds: ['iterations'],
      actions: ['actions', 'parking_lot', 'acknowledgements'],
      sheets: ['sheets', 'groups', 'ideas'],
      notes: [],
      draw: [],
    };
    const found = Object.fromEntries(
      toolGroups.map((group) => [group, collectionNames.filter((name) => rightOf(name, null).group === group)]),
    );
    const sorted = Object.fromEntries(Object.entries(expected).map(([group, names]) => [group, [...names].toSorted()]));
    for (const [group, names] of Object.entries(found)) expect([...names].toSorted(), group).toEqual(sorted[group]);
    expect(['note', 'text', 'geo', 'arrow', 'image', ''].map((type) => rightOfRecord(type).group)).toEqual([
      'notes',
      'notes',
      'draw',
      'draw',
      'draw',
      'draw',
    ]);
  });

  it('[SESSION-20] a step lets through its own groups only', () => {
    const limited = permits(step(['cycle', 'notes']));
    expect(whole(limited, 'notes')).toBeNull();
    expect(permitRefusal(limited, lockKey.record('shape:a'), rightOfRecord('note'))).toBeNull();
    expect(whole(limited, 'organizations')).toBe('step');
    expect(whole(limited, 'ideas')).toBe('step');
    expect(permitRefusal(limited, lockKey.record('shape:b'), rightOfRecord('draw'))).toBe('step');
  });

  it('[SESSION-21] a lock holds the thing it names and nothing else', () => {
    const locked = permits({ locks: [lockKey.entity('interests', 'x'), lockKey.record('shape:a')] });
    expect(field(locked, 'interests', 'title')).toBe('locked');
    expect(permitRefusal(locked, lockKey.record('shape:a'), rightOfRecord('draw'))).toBe('locked');
    expect(permitRefusal(locked, lockKey.entity('interests', 'y'), rightOf('interests', 'title'))).toBeNull();
  });

  it('[SESSION-20] everything can be locked at once', () => {
    const all = permits({ lockedAll: true });
    expect(permitRefusal(all, lockKey.record('shape:z'), rightOfRecord('draw'))).toBe('locked');
    expect([whole(all, 'interests'), whole(all, 'iterations')]).toEqual(['locked', 'locked']);
    expect(openGroups(all)).toEqual([]);
  });

  it('[STEP-6] what is told to be open is what may be changed', () => {
    expect(openGroups(permits({}))).toEqual(toolGroups);
    expect(openGroups(closed)).toEqual(toolGroups.filter((group) => !skeletonGroups.some((one) => one === group)));
    expect(openGroups(permits(step(['interests', 'sheets'])))).toEqual(['interests', 'sheets']);
    expect(openGroups(permits({ ...step(['sheets']), skeletonOpen: true }))).toEqual([...skeletonGroups, 'sheets']);
  });
});

describe('the skeleton', () => {
  it('[SESSION-25] closed, it is the goal, the interests, the rounds and which bodies there are', () => {
    const held = collectionNames.filter((name) => whole(closed, name) === 'skeleton');
    expect(held.toSorted()).toEqual(['bodies', 'goal', 'goals_before', 'interests', 'partnership']);
    expect(field(closed, 'goal', 'statement')).toBe('skeleton');
    expect(field(closed, 'iterations', 'focus_question')).toBe('skeleton');
    expect(field(closed, 'bodies', 'name')).toBeNull();
    expect(whole(closed, 'seats')).toBeNull();
    expect(whole(closed, 'organizations')).toBeNull();
  });

  it('[SESSION-25] the running step opens what it lists, one without a limit opens all, and none opens nothing', () => {
    const interests = permits(step(['interests']));
    expect([whole(interests, 'interests'), whole(interests, 'goal'), whole(interests, 'bodies')]).toEqual([
      null,
      'skeleton',
      'skeleton',
    ]);
    expect(whole(permits(step(['structure'])), 'bodies')).toBeNull();
    expect(whole(permits(step(null)), 'goal')).toBeNull();
    expect(whole(permits({ ...step(null), step: null }), 'goal')).toBe('skeleton');
  });

  it('[SESSION-25] opened by a facilitator it is open whatever the step says, and the rest is not', () => {
    const opened = permits({ ...step(['notes']), skeletonOpen: true });
    expect([whole(opened, 'interests'), whole(opened, 'bodies'), field(opened, 'goal', 'statement')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([field(opened, 'bodies', 'name'), whole(opened, 'organizations')]).toEqual(['step', 'step']);
  });

  it('[SESSION-26] rounds come, end and go by facilitators only, whatever is open', () => {
    for (const limits of [permits({}), closed, permits(step(['rounds'])), permits(step(null))]) {
      expect(whole(limits, 'iterations')).toBe('rounds');
      expect(['status', 'closed_on', 'number'].map((name) => field(limits, 'iterations', name))).toEqual([
        'rounds',
        'rounds',
        'rounds',
      ]);
    }
    expect(field(permits(step(['rounds'])), 'iterations', 'focus_question')).toBeNull();
  });
});

describe('an act', () => {
  const map = readTemplate('employment')?.map;
  const seat = map?.seats[0];
  if (map === undefined || seat === undefined) throw new Error('nobody has a seat');
  const remove = (collection: CollectionName, id: string) => ({ op: 'remove', collection, id }) as const;
  const people = permits(step(['people']));

  it('[SESSION-20] that removes something may take along what cannot be without it, and nothing else', () => {
    const person = remove('representatives', seat.representative_id);
    expect(actRefusal(people, map, [remove('seats', seat.id), person])).toBeNull();
    expect(actRefusal(people, map, [remove('seats', seat.id)])).toBe('step');
    expect(actRefusal(people, map, [person, remove('agreements', map.agreements[0]?.id ?? '')])).toBe('step');
    const locked = permits({ ...step(['people']), locks: [lockKey.entity('seats', seat.id)] });
    expect(actRefusal(locked, map, [remove('seats', seat.id), person])).toBe('locked');
    // with its body, which is of the skeleton, it does not go
    expect(actRefusal(closed, map, [remove('seats', seat.id), remove('bodies', seat.body_id)])).toBe('skeleton');
  });

  it('[SESSION-24] that makes something counts by what it becomes', () => {
    const idea = { op: 'set', collection: 'ideas', id: 'i', field: 'group_id', value: null } as const;
    const interest = { op: 'add', collection: 'interests', id: 'n', entity: { source: 'ideas/i' } } as const;
    const action = { op: 'add', collection: 'actions', id: 'n', entity: { source: 'ideas/i' } } as const;
    expect(actRefusal(closed, map, [interest])).toBe('skeleton');
    expect(actRefusal(closed, map, [action])).toBeNull();
    expect(actRefusal(permits(step(['sheets'])), map, [idea])).toBeNull();
    expect(actRefusal(permits(step(['sheets'])), map, [action])).toBe('step');
    expect(actRefusal(permits(step(['interests'])), map, [interest])).toBeNull();
  });
});
