import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PersonId } from '#shared/wire/ids.ts';
import { isWayInShown, nothingShown } from '#shared/wire/showing/Showing.ts';
import { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { emptyWorkshop, WorkshopState, type Step } from '#shared/wire/WorkshopState.ts';
import { applyCommand } from './applyCommand.ts';

const fay = { id: v.parse(PersonId, 'person0000000001'), name: 'Fay' };
const agenda: readonly Step[] = ['a', 'b'].map((id) => ({
  id,
  title: id,
  minutes: 5,
  instruction: '',
  view: 'frame',
  stage: null,
  tools: null,
  activity: null,
}));

function ask(session: WorkshopState, command: WorkshopCommand, nowMs = 0, role = 'facilitator' as const) {
  return applyCommand(session, command, { person: { ...fay, role }, nowMs });
}

function after(...commands: readonly WorkshopCommand[]): WorkshopState {
  let session = emptyWorkshop;
  for (const [at, command] of commands.entries()) {
    const next = ask(session, command, at + 1);
    if (typeof next === 'string') throw new Error(next);
    session = next;
  }
  return session;
}

const vote = { kind: 'vote', activity: 'v000000000000000', cut: null, page: 0 } as const;

describe('what is shown to all', () => {
  it('[SCREEN-2] facilitators alone steer it, and what changes nothing tells nobody', () => {
    const steering: readonly WorkshopCommand[] = [
      { do: 'showInRoom', view: { kind: 'frame' } },
      { do: 'showBig', sheet: vote },
      { do: 'closeBig' },
      { do: 'showCode', on: true },
      { do: 'setWifi', line: 'Library, no password', from: '' },
    ];
    for (const command of steering)
      for (const role of ['participant', 'observer'] as const)
        expect(applyCommand(emptyWorkshop, command, { person: { ...fay, role }, nowMs: 0 })).toBe('role-refused');
    const shown = after({ do: 'showInRoom', view: { kind: 'interest', interest: 'schools', page: 0 } });
    expect(shown.showing.room).toEqual({ kind: 'interest', interest: 'schools', page: 0 });
    expect(ask(shown, { do: 'showInRoom', view: { kind: 'interest', interest: 'schools', page: 0 } })).toBe(shown);
    expect(ask(shown, { do: 'closeBig' })).toBe(shown);
  });

  it('[SCREEN-3] the next step, and the end, bring the room back to what the step asks for, and close what stands large', () => {
    const running = after(
      { do: 'setAgenda', agenda: [...agenda], from: 0 },
      { do: 'goToStep', step: 'a' },
      { do: 'showInRoom', view: { kind: 'join' } },
      { do: 'showBig', sheet: vote },
      { do: 'showCode', on: true },
      { do: 'setWifi', line: 'Library', from: '' },
    );
    const kept = { ...nothingShown, code: true, wifi: 'Library' };
    for (const command of [{ do: 'nextStep' }, { do: 'endWorkshop' }] as const) {
      const next = ask(running, command, 9);
      expect(next).toMatchObject({ showing: kept });
    }
  });

  it('[SCREEN-9] a sheet that is turned stays the one that was opened, another one is new, and only the one that was seen is closed', () => {
    const opened = after({ do: 'showBig', sheet: vote });
    expect(opened.showing.big).toEqual({ sheet: vote, at: 1, by: fay.id });
    const turned = ask(opened, { do: 'showBig', sheet: { ...vote, cut: 3 } }, 50);
    expect(turned).toMatchObject({ showing: { big: { sheet: { cut: 3 }, at: 1, by: fay.id } } });
    const lea = { id: v.parse(PersonId, 'person0000000002'), name: 'Lea', role: 'facilitator' } as const;
    const turn: WorkshopCommand = { do: 'showBig', sheet: { ...vote, page: 1 } };
    const byAnother = applyCommand(opened, turn, { person: lea, nowMs: 55 });
    expect(byAnother).toMatchObject({ showing: { big: { sheet: { page: 1 }, at: 1, by: fay.id } } });
    const other = ask(opened, { do: 'showBig', sheet: { kind: 'coverage', page: 0 } }, 60) as WorkshopState;
    expect(other.showing.big?.at).toBe(60);
    expect(ask(other, { do: 'closeBig', at: 1 })).toBe(other);
    expect(ask(other, { do: 'closeBig', at: 60 })).toMatchObject({ showing: { big: null } });
  });

  it('[SCREEN-14] the line for the network is written over what was seen only', () => {
    const written = after({ do: 'setWifi', line: 'Library', from: '' });
    expect(ask(written, { do: 'setWifi', line: 'City hall', from: '' })).toBe('wifi-moved');
    expect(ask(written, { do: 'setWifi', line: 'Library', from: '' })).toBe(written);
    expect(ask(written, { do: 'setWifi', line: '', from: 'Library' })).toMatchObject({ showing: { wifi: '' } });
  });

  it('[SCREEN-12] the way in is public while it stands somewhere', () => {
    expect(isWayInShown(nothingShown)).toBe(false);
    expect(isWayInShown({ ...nothingShown, code: true })).toBe(true);
    expect(isWayInShown({ ...nothingShown, room: { kind: 'join' } })).toBe(true);
    expect(isWayInShown({ ...nothingShown, big: { sheet: { kind: 'join' }, at: 1 } })).toBe(true);
    expect(isWayInShown({ ...nothingShown, room: { kind: 'frame' } })).toBe(false);
  });

  it('[SCREEN-2] only what can be shown is taken, and a workshop of before shows nothing', () => {
    const taken = (command: unknown) => v.safeParse(WorkshopCommand, command).success;
    expect(taken({ do: 'showInRoom', view: { kind: 'panel' } })).toBe(false);
    expect(taken({ do: 'showInRoom', view: { kind: 'interest', interest: '', page: 0 } })).toBe(false);
    expect(taken({ do: 'showBig', sheet: { kind: 'question' } })).toBe(false);
    expect(taken({ do: 'showBig', sheet: { ...vote, page: -1 } })).toBe(false);
    expect(taken({ do: 'setWifi', line: 'x'.repeat(121), from: '' })).toBe(false);
    const { showing: _, ...before } = emptyWorkshop;
    expect(v.parse(WorkshopState, before).showing).toEqual(nothingShown);
  });
});
