import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { PeopleHere } from './PeopleHere.ts';

let clock: ManualClock;
let mine: Awareness;
let people: PeopleHere;
const opened: Awareness[] = [];

const newAwareness = (): Awareness => {
  const awareness = new Awareness(new Y.Doc());
  opened.push(awareness);
  return awareness;
};
const person = (id: string, name: string, role: 'facilitator' | 'participant' = 'participant') => ({
  id: id.repeat(16),
  name,
  color: '#12746c',
  role,
});
const arrive = (who: object, more: object = {}): Awareness => {
  const other = newAwareness();
  other.setLocalState({ person: who, ...more });
  send(other);
  return other;
};
const send = (other: Awareness): void =>
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(other, [other.clientID]), 'line');
const names = (): string[] => people.list().map(({ name, state }) => `${name} ${state}`);

beforeEach(() => {
  clock = new ManualClock();
  mine = newAwareness();
  people = new PeopleHere({ now: () => clock.nowMs(), after: (ms, run) => clock.setTimer(run, ms) });
  people.watch(mine);
  people.setOnline(true);
  people.setMe(person('m', 'Me') as never);
});
afterEach(() => {
  people.clear();
  for (const awareness of opened.splice(0)) awareness.destroy();
});

describe('PeopleHere', () => {
  it('[LINE-11] several tabs of one person are one entry; away only when all are', () => {
    const ben = person('b', 'Ben');
    arrive(ben, { away: true });
    expect(names()).toEqual(['Me here', 'Ben away']);
    arrive(ben);
    expect(names()).toEqual(['Me here', 'Ben here']);
  });

  it('[LINE-11] I come first, then facilitators, then names', () => {
    arrive(person('z', 'Zoe', 'facilitator'));
    arrive(person('a', 'Ann'));
    expect(names()).toEqual(['Me here', 'Zoe here', 'Ann here']);
  });

  it('[LINE-11] whoever leaves fades and is gone after a while; a short break does not show', () => {
    const ben = arrive(person('b', 'Ben'));
    ben.setLocalState(null);
    send(ben);
    expect(names()).toEqual(['Me here', 'Ben gone']);
    ben.setLocalState({ person: person('b', 'Ben') });
    send(ben);
    expect(names()).toEqual(['Me here', 'Ben here']);
    ben.setLocalState(null);
    send(ben);
    clock.advance(25_000);
    expect(names()).toEqual(['Me here']);
  });

  it('[LINE-11] presence that is not what it should be is left out', () => {
    arrive({ id: 'not an id', name: 'Eve', color: 'red', role: 'queen' });
    arrive(person('b', 'Ben'), { cursor: { x: Number.NaN, y: 0 } });
    expect(names()).toEqual(['Me here']);
  });

  it('[LINE-12] my presence leaves at most 20 times a second, the newest state last', () => {
    let sent = 0;
    mine.on('update', () => (sent += 1));
    for (let n = 0; n < 100; n += 1) {
      people.set({ cursor: { x: n, y: n } });
      clock.advance(5);
    }
    clock.advance(100);
    expect(sent).toBeLessThanOrEqual(12);
    expect(mine.getLocalState()).toMatchObject({ cursor: { x: 99, y: 99 } });
  });

  it('[LINE-12] my presence moves over when the document is rebuilt', () => {
    people.set({ page: 'page:one' });
    const next = newAwareness();
    people.watch(next);
    expect(next.getLocalState()).toMatchObject({ page: 'page:one' });
  });

  it("[SCREEN-5] a room's screen shows no presence, and counts everybody but itself", () => {
    const room = new PeopleHere({ now: () => clock.nowMs(), after: (ms, run) => clock.setTimer(run, ms) }, true);
    const awareness = newAwareness();
    room.watch(awareness);
    room.setOnline(true);
    room.setMe(person('r', 'Screen') as never);
    room.set({ cursor: { x: 1, y: 1 } });
    clock.advance(100);
    expect(awareness.getLocalState()).toBeNull();
    const other = newAwareness();
    other.setLocalState({ person: person('a', 'Ada') });
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'line');
    expect(room.list().map(({ name }) => name)).toEqual(['Ada']);
  });
});
