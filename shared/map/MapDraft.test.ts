import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { growth } from '../testing/countWalks.ts';
import { commandFor, commandKinds } from '../testing/mapCommands.ts';
import { applyToMap } from './applyToMap.ts';
import type { Command } from './commands/Command.ts';
import { runCommand, runCommands, runOn } from './commands/runCommand.ts';
import { MapDraft } from './MapDraft.ts';
import { mapOf, type PartnershipMap } from './PartnershipMap.ts';

const contextOf = () => {
  let ids = 0;
  return { today: '2026-03-02', newId: () => `new${++ids}` };
};
const employment = (): PartnershipMap => {
  const read = readTemplate('employment');
  if (!read) throw new Error('no template');
  return read.map;
};
const number = fc.nat(1_000);
const choices = fc.array(fc.record({ what: fc.nat(commandKinds - 1), a: number, b: number, c: number }), {
  minLength: 1,
  maxLength: 25,
});

describe('MapDraft', () => {
  it('[MAP-19] says and becomes what the same commands do one after the other on whole maps', () => {
    fc.assert(
      fc.property(choices, (all) => {
        let whole = employment();
        const draft = new MapDraft(whole);
        const [one, other] = [contextOf(), contextOf()];
        for (const choice of all) {
          const command = commandFor(whole, choice);
          if (command === null) continue;
          const result = runCommand(whole, command, one);
          expect(runOn(draft, command, other)).toEqual(result);
          if (result.ok) whole = applyToMap(whole, result.changes);
        }
        expect(draft.map()).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('[MAP-19] goes back to where it was', () => {
    fc.assert(
      fc.property(choices, choices, (first, second) => {
        const draft = new MapDraft(employment());
        const context = contextOf();
        const runAll = (all: typeof first) => {
          for (const choice of all) {
            const command = commandFor(draft.map(), choice);
            if (command !== null) runOn(draft, command, context);
          }
        };
        runAll(first);
        const [mark, before] = [draft.mark(), draft.map()];
        runAll(second);
        draft.back(mark);
        expect(draft.map()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, (size: number) => readonly Command[]]>([
    [
      'adding and placing',
      (size) =>
        Array.from({ length: size }, (_, at) => [
          { type: 'add', collection: 'organizations', id: `o${at}`, fields: { name: `Org ${at}` } } as const,
          { type: 'place', organization_id: `o${at}`, interest_id: 'i', part_of_work: null } as const,
        ]).flat(),
    ],
    [
      'editing',
      (size) =>
        Array.from({ length: size }, (_, at) => ({
          type: 'edit',
          collection: 'organizations',
          id: `b${at}`,
          fields: { engagement: 'partner' },
        })),
    ],
    [
      'removing',
      (size) =>
        Array.from({ length: size }, (_, at) => ({ type: 'remove', collection: 'organizations', id: `b${at}` })),
    ],
  ])('[MAP-19] %s ten times as many in one act is about ten times the work', (_, commandsOf) => {
    const boardOf = (size: number): PartnershipMap => {
      const made = runCommands(
        mapOf({}),
        [
          { type: 'add', collection: 'interests', id: 'i', fields: { title: 'Work' } },
          ...Array.from({ length: size }, (__, at): Command[] => [
            { type: 'add', collection: 'organizations', id: `b${at}`, fields: { name: `Old ${at}` } },
            { type: 'place', organization_id: `b${at}`, interest_id: 'i', part_of_work: null },
          ]).flat(),
        ],
        contextOf(),
      );
      if (!made.ok) throw new Error(made.code);
      return made.map;
    };
    const run = (size: number) => {
      const [map, commands] = [boardOf(size), commandsOf(size)];
      return () => expect(runCommands(map, commands, contextOf())).toMatchObject({ ok: true });
    };
    expect(growth(run)).toBeLessThan(13);
  });
});
