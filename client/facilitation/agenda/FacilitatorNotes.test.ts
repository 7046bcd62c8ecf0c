import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#client/connection/api/Api.ts';
import { systemClock } from '#client/connection/systemClock.ts';
import { Workshop } from '#client/connection/sync/Workshop.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { notedSheets } from '#shared/testing/english.ts';
import type { NotesNow } from '#shared/wire/http.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { FacilitatorNotes } from './FacilitatorNotes.ts';
import { agendaDraftName, forgetDraftNotes } from './useAgendaDraft.ts';

let workshop: Workshop;
let asked: Array<(answer: Answer<NotesNow>) => void>;
let later: Array<() => void>;
let notes: FacilitatorNotes;
const told = (agendaVersion: number, version = agendaVersion): void =>
  workshop.receive({ type: 'session', now: 1, session: { ...emptyWorkshop, version, agendaVersion } });
const answer = async (agendaVersion: number, note: string): Promise<void> => {
  asked.shift()?.({ ok: true, value: { agendaVersion, notes: { n1: note } } });
  await Promise.resolve();
};

describe('notes on a facilitator’s page', () => {
  beforeEach(() => {
    workshop = new Workshop(systemClock);
    asked = [];
    later = [];
    notes = new FacilitatorNotes({
      workshop,
      read: () => new Promise((resolve) => asked.push(resolve)),
      after: (_, run) => {
        later.push(run);
        return () => {};
      },
    });
  });

  it('[SESSION-17] are read once for each version of the agenda, and never shown with another one', async () => {
    await answer(0, '');
    told(1);
    told(1, 2);
    expect(asked).toHaveLength(1);
    expect(notes.of(1)).toBeNull();
    await answer(1, 'first');
    expect(notes.of(1)).toEqual({ n1: 'first' });
    told(2);
    expect([notes.of(2), notes.view()?.notes]).toEqual([null, { n1: 'first' }]);
    // the agenda changes while they are on their way: they are read again
    told(3);
    await answer(2, 'second');
    expect(notes.of(3)).toBeNull();
    await answer(3, 'third');
    expect(notes.of(3)).toEqual({ n1: 'third' });
    expect(asked).toEqual([]);
  });

  it('[SESSION-17] are asked for again where there was no answer', async () => {
    asked.shift()?.({ ok: false, code: 'unreachable' });
    await Promise.resolve();
    later.shift()?.();
    await answer(0, 'here');
    expect(notes.view()?.notes).toEqual({ n1: 'here' });
  });

  it('[STEP-14] go with the role, also those that are on their way', async () => {
    await answer(0, 'secret');
    told(1);
    notes.close();
    await answer(1, 'secret');
    told(2);
    expect([notes.view(), notes.of(0), asked.length]).toEqual([null, null, 0]);
  });
});

describe('what of the agenda was changed and not saved', () => {
  const [steps = []] = notedSheets.map((sheet) => sheet.steps);
  const owner = { board: 'b', person: 'p' };

  it('[STEP-14] keeps what was written and loses all notes, also those of others', () => {
    const drafts = new Drafts(null, owner);
    const mine = steps.map((step, n) => (n === 0 ? { ...step, title: 'Arrival', note: 'quokka' } : step));
    const conflicts = [
      { step: 'n1', field: 'note', theirs: { ...steps[0], note: 'wombat' } },
      { step: 'n1', field: 'title', theirs: { ...steps[0], note: 'wombat' } },
    ];
    drafts.keep(agendaDraftName, { from: 3, base: steps, steps: mine, told: conflicts });
    forgetDraftNotes(drafts);
    const text = JSON.stringify(drafts.get(agendaDraftName));
    expect(text).not.toMatch(/quokka|wombat|Let two or three/);
    expect(text).toContain('"title":"Arrival"');
    expect(drafts.get(agendaDraftName)).toMatchObject({ told: [{ field: 'title' }] });
    // it is not of any version, so that what the server has is taken in before it is saved
    expect(drafts.get(agendaDraftName)).toMatchObject({ from: -1 });
  });

  it('[STEP-14] that nobody can read is forgotten whole', () => {
    const drafts = new Drafts(null, owner);
    drafts.keep(agendaDraftName, { steps: 'quokka' });
    forgetDraftNotes(drafts);
    expect(drafts.all().size).toBe(0);
  });
});
