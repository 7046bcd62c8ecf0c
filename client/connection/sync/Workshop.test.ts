import { describe, expect, it } from 'vitest';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { Workshop } from './Workshop.ts';

function openWorkshop() {
  const clock = { time: 1_000_000, now: () => clock.time, after: () => () => {} };
  return { clock, workshop: new Workshop(clock) };
}

describe('Workshop', () => {
  it('[LINE-15] shows the time of the server whatever the own clock says', () => {
    const { clock, workshop } = openWorkshop();
    workshop.receive({ type: 'pulse', now: 9_000_000 });
    clock.time += 5_000;
    expect(workshop.now()).toBe(9_005_000);
  });

  it('[LINE-15] a message that was late does not set the clock back, one that was quicker sets it right', () => {
    const { workshop } = openWorkshop();
    workshop.receive({ type: 'pulse', now: 9_000_000 });
    workshop.receive({ type: 'pulse', now: 8_999_200 });
    expect(workshop.now()).toBe(9_000_000);
    workshop.receive({ type: 'pulse', now: 9_000_300 });
    expect(workshop.now()).toBe(9_000_300);
  });

  it('[LINE-15] an own clock that was set anew is noticed with the next message', () => {
    const { clock, workshop } = openWorkshop();
    workshop.receive({ type: 'pulse', now: 9_000_000 });
    clock.time += 3_600_000;
    workshop.receive({ type: 'pulse', now: 9_001_000 });
    expect(workshop.now()).toBe(9_001_000);
  });

  it('[LINE-15] tells whoever looks when the workshop changes and when somebody reacts', () => {
    const { workshop } = openWorkshop();
    const seen: unknown[] = [];
    workshop.subscribe(() => seen.push(workshop.view().state.version));
    workshop.onReaction((reaction) => seen.push(reaction));
    workshop.receive({ type: 'session', now: 1, session: { ...emptyWorkshop, version: 7 } });
    workshop.receive({ type: 'reaction', person: null, reaction: 'slower' });
    expect(seen).toEqual([7, { person: null, reaction: 'slower' }]);
  });
});
