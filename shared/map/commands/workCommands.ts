/** Commands of the work: the goal's versions, rounds, accepted findings. */
import type * as v from 'valibot';
import type { Change, Fields } from '../Change.ts';
import { acknowledgementId } from '#shared/kinds/ids.ts';
import { revealsRating } from '../ratings.ts';
import type { MapDraft } from '../MapDraft.ts';
import type { commandSchemas } from './Command.ts';
import { type CommandContext, type CommandResult, done } from './CommandContext.ts';
import { editChanges, isSame, readFields, wholeEntity, withRoundIds } from './entityFields.ts';
import { placeAfter } from './placeAfter.ts';
import { refuse } from './commandRefusals.ts';

type Read<T extends keyof typeof commandSchemas> = v.InferOutput<(typeof commandSchemas)[T]>;

/** True when something that was filled becomes something else; filling what was empty is no change of the promise. */
function replaces(before: unknown, after: unknown): boolean {
  if (before === null || isSame(before, after)) return false;
  if (typeof before !== 'object' || typeof after !== 'object' || after === null) return true;
  return Object.entries(before).some(([key, value]) => replaces(value, Reflect.get(after, key)));
}

/** Changing indicator, baseline or target makes a new version; the one before is kept (invariant 1). */
export function goalVersion(draft: MapDraft, written: Fields): readonly Change[] {
  const { goal } = draft.map();
  const isNew = (['indicator_id', 'baseline', 'target'] as const).some(
    (field) => field in written && replaces(goal[field], written[field]),
  );
  if (!isNew) return [];
  const id = `goal-v${goal.version}`;
  return [
    { op: 'add', collection: 'goals_before', id, entity: { ...goal, id } },
    { op: 'set', collection: 'goal', id: goal.id, field: 'version', value: goal.version + 1 },
  ];
}

export function startRound(draft: MapDraft, command: Read<'startRound'>, context: CommandContext): CommandResult {
  const read = readFields('iterations', command.fields, 'edit');
  if (!read.ok) return read;
  const last = draft.last('iterations');
  const raw = last ? Number(last.id) + 1 : 1;
  const id = String(raw);
  const carriesFrom = 'carries_from' in read.fields ? read.fields['carries_from'] : (last?.number ?? null);
  const { order } = placeAfter(draft, 'iterations', id, undefined);
  const whole = wholeEntity('iterations', {
    started_on: context.today,
    ...read.fields,
    carries_from: carriesFrom,
    id,
    order,
    number: (last?.number ?? 0) + 1,
    goal_version: draft.map().goal.version,
    status: 'open',
    created_on: context.today,
  });
  if (!whole.ok) return whole;
  return done(id, {
    op: 'add',
    collection: 'iterations',
    id,
    entity: { ...withRoundIds(draft, 'iterations', whole.fields), number: raw },
  });
}

export function closeRound(draft: MapDraft, command: Read<'closeRound'>, context: CommandContext): CommandResult {
  const round = draft.get('iterations', command.id);
  if (!round) return refuse('unknown');
  if (round.status === 'closed') return done(round.id);
  const fields: Fields = {
    status: 'closed',
    closed_on: context.today,
    ...(command.carried_insight === undefined ? {} : { carried_insight: command.carried_insight }),
  };
  return done(round.id, editChanges('iterations', round, fields, context.today));
}

export function acceptFinding(draft: MapDraft, command: Read<'acceptFinding'>, context: CommandContext): CommandResult {
  const { type: _type, ...rest } = command;
  if (revealsRating('acknowledgements', 'rule', rest.rule)) return refuse('ratedFinding', 'rule');
  if (rest.reason.trim() === '') return refuse('reasonNeeded', 'reason');
  const id = acknowledgementId(rest.rule, rest.subject);
  const fields = { ...rest, date: context.today };
  const existing = draft.get('acknowledgements', id);
  if (existing) return done(id, editChanges('acknowledgements', existing, fields, context.today));
  const whole = wholeEntity('acknowledgements', { ...fields, id, created_on: context.today });
  return whole.ok ? done(id, { op: 'add', collection: 'acknowledgements', id, entity: whole.fields }) : whole;
}

export function withdrawAcceptance(draft: MapDraft, command: Read<'withdrawAcceptance'>): CommandResult {
  const id = acknowledgementId(command.rule, command.subject);
  const isThere = draft.get('acknowledgements', id) !== undefined;
  return isThere ? done(id, { op: 'remove', collection: 'acknowledgements', id }) : done(id);
}
