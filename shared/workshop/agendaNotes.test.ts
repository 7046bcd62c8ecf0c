import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { notedSheets } from '#shared/testing/english.ts';
import { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { agendaLimits } from '#shared/wire/WorkshopState.ts';
import { joinNotes, notesOf, splitNotes } from './agendaNotes.ts';
import { mergeAgenda } from './mergeAgenda.ts';

const sheets = notedSheets.map(({ steps }) => steps);
const [sheet = []] = sheets;
const takes = (command: object) => v.safeParse(WorkshopCommand, command).success;

describe('notes of facilitators', () => {
  it('[SESSION-17] are no part of the steps that everybody gets: a step with one is refused', () => {
    const { agenda, notes } = splitNotes(sheet);
    expect(JSON.stringify(agenda)).not.toContain('note"');
    expect(Object.keys(notes)).toEqual(sheet.map(({ id }) => id));
    expect(joinNotes(agenda, notes)).toEqual(sheet);
    expect(takes({ do: 'setAgenda', agenda, notes, from: 0 })).toBe(true);
    expect(takes({ do: 'setAgenda', agenda: sheet, from: 0 })).toBe(false);
  });

  it('[SESSION-17] stay with steps that stay where an agenda says nothing of them, and go with their step', () => {
    const { agenda, notes } = splitNotes(sheet);
    expect(notesOf(agenda, undefined, notes)).toEqual(notes);
    expect(notesOf(agenda.slice(1), undefined, notes)).not.toHaveProperty('n1');
    expect(notesOf(agenda, { n1: ' new ', n2: '  ', other: 'of no step' }, notes)).toEqual({ n1: 'new' });
    // a name that every object has is no note
    expect(notesOf([{ ...agenda[0], id: 'constructor' } as (typeof agenda)[number]], undefined, {})).toEqual({});
  });

  it('[SESSION-17] are bounded, each and together', () => {
    const { agenda } = splitNotes(sheet);
    const at = (length: number) => ({ do: 'setAgenda', agenda, notes: { n1: 'x'.repeat(length) }, from: 0 });
    expect([takes(at(agendaLimits.noteLength)), takes(at(agendaLimits.noteLength + 1))]).toEqual([true, false]);
    const full = (extra: number) => {
      const notes = Object.fromEntries(Array.from({ length: 29 }, (_, n) => [`s${n}`, 'x'.repeat(2_000)]));
      const rest = agendaLimits.noteCharacters - JSON.stringify({ ...notes, last: '' }).length;
      return { do: 'setAgenda', agenda, notes: { ...notes, last: 'x'.repeat(rest + extra) }, from: 0 };
    };
    expect([takes(full(0)), takes(full(1))]).toEqual([true, false]);
  });

  it('[SESSION-15] [SESSION-17] [STEP-13] two facilitators’ notes and activities are merged like every other field', () => {
    const steps = (note: string, minutes: number) => [
      { ...sheet[0], id: 'a', title: 'A', note, minutes } as (typeof sheet)[number],
    ];
    const base = steps('', 5);
    expect(mergeAgenda(base, steps('mine', 5), steps('', 9))).toMatchObject({
      agenda: [{ note: 'mine', minutes: 9 }],
      conflicts: [],
    });
    expect(mergeAgenda(base, steps('mine', 5), steps('theirs', 5))).toMatchObject({
      agenda: [{ note: 'mine' }],
      conflicts: [{ step: 'a', field: 'note', theirs: { note: 'theirs' } }],
    });
    const doing = (activity: (typeof sheet)[number]['activity']) => base.map((step) => ({ ...step, activity }));
    const pulse = { kind: 'pulse', minutes: 2, end: 'show' } as const;
    const merged = mergeAgenda(base, doing(pulse), doing(null));
    expect(merged.agenda[0]?.activity).toEqual(pulse);
    expect(merged.conflicts).toMatchObject([{ field: 'activity' }]);
  });
});

describe('the ready agendas', () => {
  it('[SESSION-11] have minutes that add up, something for facilitators in each step, and votes on steps that come before', () => {
    for (const { steps, minutes } of notedSheets) {
      expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
      for (const [index, { note, activity, title }] of steps.entries()) {
        expect(note, title).not.toBe('');
        expect(takes({ do: 'setAgenda', ...splitNotes(steps), from: 0 })).toBe(true);
        if (activity === null || !('minutes' in activity)) continue;
        expect(activity.minutes, title).toBeLessThanOrEqual(steps[index]?.minutes ?? 0);
        if (activity.kind !== 'vote' || activity.on.of === 'interests' || activity.on.of === 'options') continue;
        const { step } = activity.on;
        expect(steps.slice(0, index).find(({ id }) => id === step)?.activity?.kind).toBe('ideas');
      }
    }
    expect(sheets.map((steps) => steps.filter(({ activity }) => activity !== null).length)).toEqual([6, 11]);
  });
});
