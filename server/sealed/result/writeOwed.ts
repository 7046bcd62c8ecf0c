/** Writes what an ended round owes to the document. Each thing has an id of its own, so that a second time changes nothing. */
import type * as Y from 'yjs';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { CommandRefusal } from '#shared/map/commands/commandRefusals.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { IdeaTarget } from '#shared/wire/SealedActivity.ts';
import type { OwedResult } from './OwedResult.ts';

type DueIdeas = Extract<OwedResult, { kind: 'ideas' }>;
type StageTarget = Extract<IdeaTarget, { kind: 'stage' }>;

/** Runs inside a change of the relay; writes nothing that it did not check. Answers why the map does not take it, or null. */
export function writeOwed(doc: Y.Doc, due: OwedResult, newId: () => string): CommandRefusal | null {
  switch (due.kind) {
    case 'ideas': {
      if (due.target.kind === 'sheet') return writeSheet(doc, due, newId);
      const refusal = writeStageNotes(doc, due, due.target, newId);
      // nobody's idea is lost: what the cycle does not take stands on a sheet
      return refusal === null ? null : writeSheet(doc, due, newId);
    }
    case 'votes':
      return run(doc, due.day, newId, (map) => [
        ...due.notes
          .filter(({ id }) => map.notes.some((note) => note.id === id && isOpenRound(map, note.iteration)))
          .map(({ id, votes }): Command => ({ type: 'edit', collection: 'notes', id, fields: { votes } })),
        ...due.ideas
          .filter(({ id }) => map.ideas.some((idea) => idea.id === id))
          .map(({ id, votes }): Command => ({ type: 'edit', collection: 'ideas', id, fields: { votes } })),
        ...due.groups
          .filter(({ id }) => map.groups.some((group) => group.id === id))
          .map(({ id, votes }): Command => ({ type: 'edit', collection: 'groups', id, fields: { votes } })),
      ]);
    case 'pulse':
      return run(doc, due.day, newId, (map) =>
        map.trust_pulses.some(({ id }) => id === due.id) ? [] : [addPulse(due)],
      );
  }
}

/** An announced name stands below the text of its idea. */
function textOf({ text, name }: DueIdeas['ideas'][number]): string {
  return name === null ? text : `${text}\n— ${name}`;
}

function isOpenRound(map: PartnershipMap, number: number): boolean {
  return map.iterations.some((round) => round.number === number && round.status === 'open');
}

function run(
  doc: Y.Doc,
  day: string,
  newId: () => string,
  commands: (map: PartnershipMap) => readonly Command[],
): CommandRefusal | null {
  const map = readMap(doc);
  const result = runCommands(map, commands(map), { today: day, newId });
  if (!result.ok) return result;
  applyChanges(doc, result.changes, null);
  return null;
}

/** Where the round of the cycle was closed or taken away meanwhile, the ideas go into the newest open one, or into a new one. */
function writeStageNotes(doc: Y.Doc, due: DueIdeas, target: StageTarget, newId: () => string): CommandRefusal | null {
  return run(doc, due.day, newId, (map) => {
    const there = new Set(map.notes.map(({ id }) => id));
    const missing = due.ideas.filter(({ id }) => !there.has(id));
    if (missing.length === 0) return [];
    const open = map.iterations.filter(({ status }) => status === 'open');
    const round = open.find(({ id }) => id === target.iteration) ?? open.at(-1);
    const last = map.iterations.at(-1);
    const number = round?.number ?? (last?.number ?? 0) + 1;
    const start: readonly Command[] = round === undefined ? [{ type: 'startRound', fields: {} }] : [];
    const notes = missing.map((idea): Command => ({
      type: 'add',
      collection: 'notes',
      id: idea.id,
      fields: { iteration: number, stage: target.stage, text: textOf(idea) },
    }));
    return [...start, ...notes];
  });
}

/** The question, and below it the ideas in their shuffled order. */
function writeSheet(doc: Y.Doc, due: DueIdeas, newId: () => string): CommandRefusal | null {
  return run(doc, due.day, newId, (map) => {
    const there = new Set(map.ideas.map(({ id }) => id));
    const isThere = map.sheets.some(({ id }) => id === due.round);
    const fields = { question: due.prompt, activity_id: due.round };
    return [
      ...(isThere ? [] : [{ type: 'add', collection: 'sheets', id: due.round, fields } satisfies Command]),
      ...due.ideas
        .filter(({ id }) => !there.has(id))
        .map(({ id, text, name }): Command => ({
          type: 'add',
          collection: 'ideas',
          id,
          fields: { sheet_id: due.round, text, by: name ?? '' },
        })),
    ];
  });
}

function addPulse(due: Extract<OwedResult, { kind: 'pulse' }>): Command {
  const items = Object.entries(due.counts ?? {}).map(([item, [one = 0, two = 0, three = 0, four = 0, five = 0]]) => {
    const counts: [number, number, number, number, number] = [one, two, three, four, five];
    return [item, counts] as const;
  });
  return {
    type: 'add',
    collection: 'trust_pulses',
    id: due.id,
    fields: {
      closed_on: due.day,
      invited: due.invited,
      responded: due.responded,
      items: Object.fromEntries(items),
    },
  };
}
