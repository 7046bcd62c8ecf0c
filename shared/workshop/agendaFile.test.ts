import { describe, expect, it } from 'vitest';
import { notedSheets } from '#shared/testing/english.ts';
import { createRandom } from '#shared/testing/random.ts';
import {
  agendaFileName,
  agendaFormat,
  maxAgendaFileBytes,
  readAgendaFile,
  writeAgendaFile,
  type AgendaFault,
} from './agendaFile.ts';

const steps = notedSheets[1]?.steps ?? [];
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (change: object = {}) =>
  bytes(JSON.stringify({ format: agendaFormat, version: 1, name: 'A', steps, ...change }));
const faults = (content: Uint8Array): readonly AgendaFault[] => {
  const read = readAgendaFile(content);
  return read.ok ? [] : read.faults;
};
const withStep = (change: object) => file({ steps: [{ ...steps[0], ...change }] });

describe('the file of an agenda', () => {
  it('[STEP-15] gives back all of it: steps, activities, votes on other steps, notes', () => {
    for (const sheet of notedSheets) {
      const agenda = { name: sheet.title, steps: sheet.steps };
      expect(readAgendaFile(bytes(writeAgendaFile(agenda)))).toEqual({ ok: true, agenda });
    }
  });

  it('[STEP-15] that is none, or of a newer version, says so', () => {
    expect(faults(bytes(''))).toEqual([{ fault: 'notJson' }]);
    expect(faults(Uint8Array.from([0xff, 0xfe, 0x00]))).toEqual([{ fault: 'notJson' }]);
    for (const none of ['null', '[]', '7', '{}', '{"format":"roundtable-board","version":1}'])
      expect(faults(bytes(none)), none).toEqual([{ fault: 'notAgenda' }]);
    expect(faults(file({ version: 2 }))).toEqual([{ fault: 'newer' }]);
    expect(faults(file({ version: 0 }))).toEqual([{ fault: 'notAgenda' }]);
    expect(faults(file({ steps: 'none' }))).toEqual([{ fault: 'notAgenda' }]);
    expect(faults(file({ name: '' }))).toEqual([{ fault: 'name' }]);
    expect(faults(file({ name: 'x'.repeat(81) }))).toEqual([{ fault: 'name' }]);
    expect(faults(file({ name: 'x'.repeat(80) }))).toEqual([]);
    expect(faults(file({ steps: [] }))).toEqual([{ fault: 'noSteps' }]);
    const many = (count: number) =>
      file({ steps: Array.from({ length: count }, (_, n) => ({ ...steps[0], id: `s${n}` })) });
    expect([faults(many(60)), faults(many(61))]).toEqual([[], [{ fault: 'tooManySteps' }]]);
    expect(faults(new Uint8Array(maxAgendaFileBytes + 1))).toEqual([{ fault: 'tooLarge' }]);
    expect(faults(new Uint8Array(maxAgendaFileBytes))).toEqual([{ fault: 'notJson' }]);
    const long = { ...steps[0], note: 'x'.repeat(2_000) };
    expect(faults(file({ steps: Array.from({ length: 30 }, (_, n) => ({ ...long, id: `s${n}` })) }))).toEqual([
      { fault: 'tooLong' },
    ]);
  });

  it('[STEP-15] names each fault by step and field, all of them at once', () => {
    expect(faults(file({ steps: [steps[0], 7, steps[0]] }))).toEqual([{ fault: 'notStep', step: 2 }]);
    expect(faults(file({ steps: [steps[0], steps[1], steps[0]] }))).toEqual([{ fault: 'twice', step: 3 }]);
    const { minutes: _, ...missing } = steps[0] ?? { minutes: 0 };
    expect(faults(file({ steps: [missing] }))).toEqual([{ fault: 'missing', step: 1, field: 'minutes' }]);
    expect(faults(withStep({ surprise: true }))).toEqual([{ fault: 'unknown', step: 1, field: 'surprise' }]);
    expect(faults(withStep({ minutes: 1.5, view: 'nowhere' }))).toEqual([
      { fault: 'wrong', step: 1, field: 'minutes' },
      { fault: 'wrong', step: 1, field: 'view' },
    ]);
    for (const change of [
      { title: ' ' },
      { minutes: -1 },
      { minutes: 601 },
      { tools: ['everything'] },
      { note: 'x'.repeat(2_001) },
      { activity: { kind: 'dance' } },
      { activity: { kind: 'ideas', prompt: '', named: false, place: 'sheet', minutes: 1, end: 'show' } },
      { activity: { kind: 'pulse', minutes: 1, end: 'show', extra: 1 } },
    ])
      expect(faults(withStep(change)), JSON.stringify(change)).toEqual([
        { fault: 'wrong', step: 1, field: Object.keys(change)[0] },
      ]);
    expect(faults(withStep({ note: 'x'.repeat(2_000), minutes: 600 }))).toEqual([]);
  });

  it('[STEP-15] of hostile bytes is refused or read, and never throws or reaches a prototype', () => {
    const random = createRandom(5_000);
    const whole = file();
    for (let run = 0; run < 400; run++) {
      const broken = Uint8Array.from(whole.subarray(0, 5_000));
      for (let change = 0; change <= run % 7; change++) broken[random.below(broken.length)] = random.below(256);
      const read = readAgendaFile(broken);
      if (!read.ok) expect(read.faults.length).toBeGreaterThan(0);
    }
    const polluted = bytes(
      `{"format":"${agendaFormat}","version":1,"name":"A","steps":[{"__proto__":{"title":"x"},"id":"a"}]}`,
    );
    expect(faults(polluted).length).toBeGreaterThan(0);
    expect(faults(bytes(`{"format":"${agendaFormat}","version":1,"name":"A","steps":${'['.repeat(5_000)}`))).toEqual([
      { fault: 'notJson' },
    ]);
    expect(Object.prototype).not.toHaveProperty('title');
  });

  it('[STEP-15] has a name that every system takes', () => {
    expect(agendaFileName('Every month: goal / people?')).toBe('Every-month-goal-people.agenda.json');
    expect(agendaFileName('Zürich …')).toBe('Zürich.agenda.json');
    expect(agendaFileName('😀')).toBe('agenda.agenda.json');
  });
});
