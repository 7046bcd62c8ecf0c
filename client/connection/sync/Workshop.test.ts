import { describe, expect, it } from 'vitest';
import { nothingShown } from '#shared/wire/showing/Showing.ts';
import type { RoomView } from '#shared/wire/showing/views.ts';
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

  it('[SCREEN-4] what was asked for is gone on from at once, and is the server’s as soon as it has it', () => {
    const { workshop } = openWorkshop();
    const room = (): unknown => workshop.view().state.showing.room;
    const told = (version: number, view: RoomView | null): void =>
      workshop.receive({
        type: 'session',
        now: 1,
        session: { ...emptyWorkshop, version, showing: { ...nothingShown, room: view } },
      });
    const [table, cycle, actions] = [{ kind: 'frame' }, { kind: 'cycle' }, { kind: 'actions', page: 0 }] as const;
    const first = workshop.foresee({ do: 'showInRoom', view: table });
    expect(room()).toEqual(table);
    const second = workshop.foresee({ do: 'showInRoom', view: cycle });
    told(1, table);
    first(1);
    expect(room()).toEqual(cycle);
    // the answer can be there before the message, and the message before the answer
    second(2);
    expect(room()).toEqual(cycle);
    told(2, cycle);
    told(3, actions);
    expect(room()).toEqual(actions);
    const third = workshop.foresee({ do: 'showInRoom', view: table });
    told(4, table);
    told(5, actions);
    third(4);
    expect(room()).toEqual(actions);
  });

  it('[SCREEN-4] what the server refuses is not shown any longer', () => {
    const { workshop } = openWorkshop();
    const seen: unknown[] = [];
    workshop.subscribe(() => seen.push(workshop.view().state.showing.room));
    workshop.foresee({ do: 'showInRoom', view: { kind: 'frame' } })(null);
    expect(seen).toEqual([{ kind: 'frame' }, null]);
  });

  it('[SCREEN-4] a command that shows nothing draws no page anew before the server has it', () => {
    const { workshop } = openWorkshop();
    const view = workshop.view();
    let told = 0;
    workshop.subscribe(() => (told += 1));
    workshop.foresee({ do: 'raiseHand' })(1);
    workshop.foresee({ do: 'showBig', sheet: { kind: 'actions', page: 0 } })(null);
    expect([told, workshop.view() === view]).toEqual([0, true]);
  });

  it('[SCREEN-9] a large sheet is turned at once; another one opens when the server says so', () => {
    const { workshop } = openWorkshop();
    const big = { sheet: { kind: 'coverage', page: 0 }, at: 5 } as const;
    workshop.receive({
      type: 'session',
      now: 1,
      session: { ...emptyWorkshop, version: 1, showing: { ...nothingShown, big } },
    });
    workshop.foresee({ do: 'showBig', sheet: { kind: 'coverage', page: 1 } });
    expect(workshop.view().state.showing.big).toEqual({ sheet: { kind: 'coverage', page: 1 }, at: 5 });
    workshop.foresee({ do: 'showBig', sheet: { kind: 'actions', page: 0 } });
    expect(workshop.view().state.showing.big?.sheet.kind).toBe('coverage');
  });
});
