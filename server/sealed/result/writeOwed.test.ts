import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { sheetsOf } from '#shared/map/readings/sheets.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { OwedResult } from './OwedResult.ts';
import { shuffled } from './shuffled.ts';
import { writeOwed } from './writeOwed.ts';

const day = '2026-05-04';
let number = 0;
const newId = () => `id${++number}`;

function board(...commands: Command[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstDocument());
  const result = runCommands(readMap(doc), commands, { today: day, newId });
  if (!result.ok) throw new Error(result.message);
  applyChanges(doc, result.changes, null);
  return doc;
}

const ideas = (target: Extract<OwedResult, { kind: 'ideas' }>['target'], ...texts: string[]): OwedResult => ({
  kind: 'ideas',
  round: 'round',
  prompt: 'Who is missing?',
  target,
  day,
  ideas: texts.map((text, n) => ({ id: `idea${n}`, text, name: null })),
});
const stage = (iteration: string) => ({ kind: 'stage', stage: 'problem_defining', iteration }) as const;
const sheet = { kind: 'sheet' } as const;

describe('what an ended round owes to the document', () => {
  it('[SEALED-6] is written once, however often it is tried', () => {
    const doc = board({ type: 'startRound', fields: {} });
    const five = [1, 1, 1, 1, 1];
    const counts = {
      reliability: five,
      truth: five,
      ability: five,
      strength: five,
      safe_to_disagree: five,
      clear_rules: five,
    };
    const dues: readonly OwedResult[] = [
      ideas(stage('1'), 'one', 'two'),
      ideas(sheet, 'one', 'two'),
      { kind: 'pulse', id: 'p', day, invited: 6, responded: 5, counts },
    ];
    for (const due of dues) {
      expect(writeOwed(doc, due, newId)).toBeNull();
      const before = Y.encodeStateVector(doc);
      expect(writeOwed(doc, due, newId)).toBeNull();
      expect(Y.encodeStateVector(doc)).toEqual(before);
    }
    expect(readMap(doc).notes.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(readMap(doc).trust_pulses).toHaveLength(1);
  });

  it('[SEALED-6] stands on a sheet under the question, in its shuffled order, with a name only where it was announced', () => {
    const doc = board();
    const due = { ...ideas(sheet, 'one', 'two\nlines'), round: 'a'.repeat(16) };
    if (due.kind !== 'ideas') throw new Error('these are ideas');
    let transactions = 0;
    doc.on('update', () => transactions++);
    expect(writeOwed(doc, due, newId)).toBeNull();
    expect(transactions).toBe(1);
    const [shown, ...others] = sheetsOf(readMap(doc));
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      sheet: { id: due.round, question: 'Who is missing?', activity_id: due.round },
      groups: [],
      count: 2,
    });
    expect(shown?.ungrouped.map(({ idea }) => [idea.id, idea.text, idea.by])).toEqual([
      ['idea0', 'one', ''],
      ['idea1', 'two\nlines', ''],
    ]);
    const named = { ...due, round: 'b'.repeat(16), ideas: [{ id: 'n', text: 'mine', name: 'Boris' }] };
    writeOwed(doc, named, newId);
    expect(sheetsOf(readMap(doc))[1]?.ungrouped[0]?.idea).toMatchObject({ text: 'mine', by: 'Boris' });
    // what people did with it meanwhile stays when it is tried again
    const moved = runCommands(readMap(doc), [{ type: 'groupIdeas', ideas: ['idea1'], title: 'Lines' }], {
      today: day,
      newId,
    });
    if (!moved.ok) throw new Error(moved.message);
    applyChanges(doc, moved.changes, null);
    writeOwed(doc, due, newId);
    expect(sheetsOf(readMap(doc))[0]?.groups.map(({ notes: inIt }) => inIt.length)).toEqual([1]);
  });

  it('[SEALED-6] what an older program owes as sticky notes, with or without a question, stands on a sheet', () => {
    const older = { ...ideas(sheet, 'one', 'two'), target: { kind: 'notes', page: 'page:gone', x: 10, y: 20 } };
    const { prompt: _none, ...oldest } = { ...older, prompt: '' };
    for (const [due, question] of [
      [older, 'Who is missing?'],
      [oldest, ''],
    ] as const) {
      const doc = board();
      expect(writeOwed(doc, v.parse(OwedResult, JSON.parse(JSON.stringify(due))), newId)).toBeNull();
      expect(sheetsOf(readMap(doc))).toMatchObject([{ sheet: { question }, count: 2 }]);
    }
  });

  it('[SEALED-6] a sheet takes as many ideas as an activity can have', () => {
    const doc = board();
    const texts = Array.from({ length: 1_039 }, (_, n) => `${n} ${'x'.repeat(990)}`);
    expect(writeOwed(doc, ideas(sheet, ...texts), newId)).toBeNull();
    expect(readMap(doc).ideas.map(({ text }) => text)).toEqual(texts);
  });

  it('[SEALED-6] finds another place where the round of the cycle is closed or gone', () => {
    const closed = board({ type: 'startRound', fields: {} }, { type: 'closeRound', id: '1' });
    expect(writeOwed(closed, ideas(stage('1'), 'one'), newId)).toBeNull();
    expect(readMap(closed).notes).toMatchObject([{ text: 'one', iteration: 2 }]);
    const two = board(
      { type: 'startRound', fields: {} },
      { type: 'startRound', fields: {} },
      { type: 'closeRound', id: '1' },
    );
    writeOwed(two, ideas(stage('1'), 'one'), newId);
    expect(readMap(two).notes).toMatchObject([{ iteration: 2 }]);
  });

  it('[SEALED-6] totals go to notes that are still there and may be changed', () => {
    const doc = board({ type: 'startRound', fields: {} });
    writeOwed(doc, ideas(stage('1'), 'one', 'two'), newId);
    const due: OwedResult = {
      kind: 'votes',
      day,
      notes: [
        { id: 'idea0', votes: 4 },
        { id: 'gone', votes: 9 },
      ],
      ideas: [],
      groups: [],
    };
    expect(writeOwed(doc, due, newId)).toBeNull();
    expect(readMap(doc).notes.map(({ votes }) => votes)).toEqual([4, null]);
  });

  it('[SHEET-7] totals go to ideas and groups that are still there; an older program owes to notes alone', () => {
    const doc = board({ type: 'add', collection: 'sheets', id: 's', fields: {} });
    const write = (...commands: Command[]) => {
      const result = runCommands(readMap(doc), commands, { today: day, newId });
      if (!result.ok) throw new Error(result.message);
      applyChanges(doc, result.changes, null);
    };
    write(...['a', 'b'].map((id): Command => ({ type: 'add', collection: 'ideas', id, fields: { sheet_id: 's' } })), {
      type: 'groupIdeas',
      id: 'g',
      ideas: ['b'],
    });
    const due: OwedResult = {
      kind: 'votes',
      day,
      notes: [],
      ideas: [
        { id: 'a', votes: 0 },
        { id: 'gone', votes: 9 },
      ],
      groups: [{ id: 'g', votes: 3 }],
    };
    expect(writeOwed(doc, due, newId)).toBeNull();
    expect(readMap(doc).ideas.map(({ votes }) => votes)).toEqual([0, null]);
    expect(readMap(doc).groups.map(({ votes }) => votes)).toEqual([3]);
    expect(v.parse(OwedResult, { kind: 'votes', day, notes: [] })).toMatchObject({ ideas: [], groups: [] });
  });

  it('[SEALED-3] a shuffle can give every order', () => {
    const orders = new Set<string>();
    for (const a of [0, 1, 2]) for (const b of [0, 1]) orders.add(shuffled(['x', 'y', 'z'], pickOf(a, b, 0)).join(''));
    expect(orders.size).toBe(6);
    expect(shuffled([1, 2, 3, 4, 5]).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });
});

function pickOf(...picks: number[]): (below: number) => number {
  return () => picks.shift() ?? 0;
}
