/**
 * What people do in the cycle, as commands: canvas, panel and inspector use the same, so that an act means the same wherever
 * it is done.
 */
import { evidenceOf, experimentOf } from '#shared/views/cycle/cycleInput.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';

type Note = EntityOf<'notes'>;

export interface WorkRef {
  readonly collection: 'notes' | 'experiments';
  readonly id: string;
}

/** A new note at the end of its stage, or right after another one. */
export function addNote(
  id: string,
  note: { readonly round: number; readonly stage: Stage; readonly text: string },
): readonly Command[] {
  return [
    { type: 'add', collection: 'notes', id, fields: { iteration: note.round, stage: note.stage, text: note.text } },
  ];
}

/** Into a stage of a round, at a place among the notes there. */
export function placeNote(
  map: PartnershipMap,
  id: string,
  to: { readonly round: number; readonly stage: Stage; readonly place: number },
): readonly Command[] {
  const note = map.notes.find((one) => one.id === id);
  if (!note) return [];
  const isElsewhere = note.stage !== to.stage || note.iteration !== to.round;
  const there = map.notes.filter((one) => one.iteration === to.round && one.stage === to.stage);
  const others = there.filter((one) => one.id !== id);
  const at = Math.min(to.place, others.length);
  const stands = !isElsewhere && there.findIndex((one) => one.id === id) === at;
  return [
    ...(isElsewhere
      ? [{ type: 'edit', collection: 'notes', id, fields: { stage: to.stage, iteration: to.round } } as const]
      : []),
    ...(stands || others.length === 0
      ? []
      : [{ type: 'reorder', collection: 'notes', id, after: others[at - 1]?.id ?? null } as const]),
  ];
}

/** Later in the cycle = builds on what was before. Within one stage what comes second in the list, or in the gesture. */
function isLater(one: Note, other: Note): boolean {
  if (one.iteration !== other.iteration) return one.iteration > other.iteration;
  return stages.indexOf(one.stage) >= stages.indexOf(other.stage);
}

export type LinkPlan =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly why: 'sameThing' | 'twoExperiments' | 'closedRound' | 'notHypothesis' };

/** Joins two things, whichever was named first: the later one in the cycle builds on the earlier one. */
export function planLink(map: PartnershipMap, from: WorkRef, to: WorkRef): LinkPlan {
  if (from.collection === to.collection && from.id === to.id) return { ok: false, why: 'sameThing' };
  const notes = [from, to].map((ref) =>
    ref.collection === 'notes' ? map.notes.find((note) => note.id === ref.id) : undefined,
  );
  const [first, second] = notes;
  const isClosed = (note: Note) => map.iterations.find((round) => round.number === note.iteration)?.status === 'closed';
  if (first && second) {
    const [later, earlier] = isLater(second, first) ? [second, first] : [first, second];
    if (isClosed(later)) return { ok: false, why: 'closedRound' };
    // within one stage it may have been joined the other way round already
    if (earlier.links.includes(later.id)) return { ok: true, commands: [] };
    const field = { type: 'member', collection: 'notes', field: 'links', on: true } as const;
    return { ok: true, commands: [{ ...field, id: later.id, member: earlier.id }] };
  }
  const note = first ?? second;
  const experiment = [from, to].find((ref) => ref.collection === 'experiments')?.id;
  if (!note || experiment === undefined) return { ok: false, why: 'twoExperiments' };
  if (note.stage === 'interpreting_hypothesizing')
    return {
      ok: true,
      commands: [{ type: 'edit', collection: 'experiments', id: experiment, fields: { hypothesis_note_id: note.id } }],
    };
  if (note.stage === 'problem_defining') return { ok: false, why: 'notHypothesis' };
  if (isClosed(note)) return { ok: false, why: 'closedRound' };
  return {
    ok: true,
    commands: [{ type: 'edit', collection: 'notes', id: note.id, fields: { evidence: evidenceOf(experiment) } }],
  };
}

/** The other way round of `planLink`, for a line as the layout names it. */
export function unlink(
  map: PartnershipMap,
  line: { readonly kind: 'buildsOn' | 'evidence' | 'hypothesis'; readonly from: string; readonly to: string },
): readonly Command[] {
  switch (line.kind) {
    case 'buildsOn':
      return [{ type: 'member', collection: 'notes', id: line.from, field: 'links', member: line.to, on: false }];
    case 'evidence': {
      const note = map.notes.find((one) => one.id === line.from);
      if (!note || experimentOf(note) !== line.to) return [];
      return [{ type: 'edit', collection: 'notes', id: line.from, fields: { evidence: '' } }];
    }
    case 'hypothesis':
      return [{ type: 'edit', collection: 'experiments', id: line.from, fields: { hypothesis_note_id: null } }];
  }
}

const titleLength = 300;

/** An experiment from an idea: its title, level and conditions, the hypothesis it hangs on; the idea points to it. */
export function makeExperiment(map: PartnershipMap, id: string, noteId: string): readonly Command[] {
  const note = map.notes.find((one) => one.id === noteId);
  if (!note) return [];
  const isHypothesis = note.stage === 'interpreting_hypothesizing';
  const hypothesis = isHypothesis
    ? note.id
    : note.links.find((link) => map.notes.some((one) => one.id === link && one.stage === 'interpreting_hypothesizing'));
  const isOpen = map.iterations.some((round) => round.number === note.iteration && round.status === 'open');
  const pointsBack = isOpen && note.evidence.trim() === '' && note.stage === 'solution_finding';
  return [
    {
      type: 'add',
      collection: 'experiments',
      id,
      fields: {
        iteration: note.iteration,
        title: isHypothesis ? '' : note.text.trim().slice(0, titleLength),
        hypothesis_note_id: hypothesis ?? null,
        level: note.level,
        conditions: [...note.conditions],
        leverage: note.leverage,
      },
    },
    ...(pointsBack
      ? [{ type: 'edit', collection: 'notes', id: note.id, fields: { evidence: evidenceOf(id) } } as const]
      : []),
  ];
}

/** An action from a note or an experiment; who and when follow, and findings ask for them. */
export function makeAction(map: PartnershipMap, id: string, from: WorkRef): readonly Command[] {
  const note = from.collection === 'notes' ? map.notes.find((one) => one.id === from.id) : undefined;
  const experiment = from.collection === 'experiments' ? map.experiments.find((one) => one.id === from.id) : undefined;
  const source = `${from.collection === 'notes' ? 'note' : 'experiment'}:${from.id}`;
  return [
    {
      type: 'add',
      collection: 'actions',
      id,
      fields: {
        title: (note?.text ?? experiment?.title ?? '').trim().slice(0, titleLength),
        owner_org_id: experiment?.owner_org_id ?? null,
        approver_body_id: experiment?.approver_body_id ?? null,
        source,
      },
    },
  ];
}

/** A parked question becomes an action, or a note of a stage; the parking lot says where it went. */
export function takeUp(
  map: PartnershipMap,
  id: string,
  parked: string,
  as: { readonly type: 'action' } | { readonly type: 'note'; readonly round: number; readonly stage: Stage },
): readonly Command[] {
  const item = map.parking_lot.find((one) => one.id === parked);
  if (!item) return [];
  const text = item.text.trim();
  const made: readonly Command[] =
    as.type === 'note'
      ? addNote(id, { round: as.round, stage: as.stage, text })
      : [
          {
            type: 'add',
            collection: 'actions',
            id,
            fields: { title: text.slice(0, titleLength), source: `parking:${parked}` },
          },
        ];
  return [
    ...made,
    {
      type: 'edit',
      collection: 'parking_lot',
      id: parked,
      fields: { status: 'taken_up', moved_to: `${as.type}:${id}` },
    },
  ];
}
