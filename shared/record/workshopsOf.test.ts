import { describe, expect, it } from 'vitest';
import type { RecordContent, RecordEntry } from './RecordEntry.ts';
import type { StepRecord, WorkshopRecord } from './WorkshopRecord.ts';
import { workshopsOf } from './workshopsOf.ts';

let ids = 0;
const entry = (at: number, content: RecordContent): RecordEntry => ({ id: `e${ids++}`, at, content });
const step = (workshop: string, id: string, from: number, to: number | null): RecordEntry => {
  const content: StepRecord = { kind: 'step', workshop, step: id, title: id, planned: 5, from, to };
  return entry(to ?? from, content);
};
const end = (workshop: string, from: number, to: number, more: Partial<WorkshopRecord> = {}): RecordEntry =>
  entry(to, {
    kind: 'workshop',
    workshop,
    from,
    to,
    ended: true,
    attendance: { roles: [], kinds: [] },
    outcome: null,
    ...more,
  });
const vote = (at: number, question: string): RecordEntry =>
  entry(at, { kind: 'vote', question, options: ['a', 'b'], totals: [1, 2], dots: 1, cast: 3, invited: 3 });

describe('the record as people read it', () => {
  it('[RECORD-8] a step that was begun anew or gone back to is one step with all its time', () => {
    const { workshops } = workshopsOf([
      step('w', 'goal', 0, 10),
      step('w', 'goal', 10, 12),
      step('w', 'frame', 12, 20),
      step('w', 'goal', 20, 25),
      step('w', 'end', 25, null),
      end('w', 0, 30, { ended: false }),
    ]);
    expect(workshops).toHaveLength(1);
    expect(workshops[0]?.steps).toMatchObject([
      { step: 'goal', took: 17, stretches: [{ from: 0, to: 12 }, { from: 20, to: 25 }] }, // prettier-ignore
      { step: 'frame', took: 8 },
      { step: 'end', took: null, stretches: [{ from: 25, to: null }] },
    ]);
    expect(workshops[0]).toMatchObject({ from: 0, to: 30, ended: false });
  });

  it('[RECORD-4] [RECORD-8] the last end of a workshop counts; one that has none yet shows its steps', () => {
    const { workshops } = workshopsOf([
      end('late', 100, 200),
      step('open', 'goal', 300, 310),
      step('late', 'goal', 100, 150),
      end('late', 100, 260),
    ]);
    expect(workshops.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['late', 100, 260],
      ['open', 300, null],
    ]);
  });

  it('[RECORD-8] what was asked stands with the workshop in which it was asked, its borders included', () => {
    const asked = [9, 10, 20, 21, 30, 99].map((at) => vote(at, `at ${at}`));
    const { workshops, others } = workshopsOf([end('one', 10, 20), step('two', 'goal', 30, 40), ...asked]);
    const questions = (list: readonly RecordEntry[]) =>
      list.map(({ content }) => ('question' in content ? content.question : ''));
    expect(workshops.map(({ answers }) => questions(answers))).toEqual([
      ['at 10', 'at 20'],
      ['at 30', 'at 99'],
    ]);
    expect(questions(others)).toEqual(['at 9', 'at 21']);
  });

  it('[RECORD-8] of an empty record there is nothing', () => {
    expect(workshopsOf([])).toEqual({ workshops: [], others: [] });
  });
});
