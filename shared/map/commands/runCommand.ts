/** Runs one command on a map: the changes it makes, or why not. The map stays as it was (MAP-5). */
import * as v from 'valibot';
import type { Change, Fields } from '../Change.ts';
import { isMemberField } from '../collections.ts';
import { MapDraft } from '../MapDraft.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';
import { checkEntity } from './checkEntity.ts';
import { type Command, commandSchemas, type CommandType } from './Command.ts';
import { type CommandContext, type CommandDone, type CommandResult, done } from './CommandContext.ts';
import { editChanges, readFields, wholeEntity, withRoundIds } from './entityFields.ts';
import * as made from './makeCommands.ts';
import { placeAfter } from './placeAfter.ts';
import * as frame from './placeCommands.ts';
import { type CommandRefusal, refuse } from './commandRefusals.ts';
import { removeEntity } from './removeEntity.ts';
import * as sheet from './sheetCommands.ts';
import * as work from './workCommands.ts';

type Read<T extends CommandType> = v.InferOutput<(typeof commandSchemas)[T]>;
type Runner<T extends CommandType> = (draft: MapDraft, command: Read<T>, context: CommandContext) => CommandResult;

const add: Runner<'add'> = (draft, command, context) => {
  const { collection } = command;
  const id = command.id ?? context.newId();
  if (draft.get(collection, id) !== undefined) return refuse('exists');
  const read = readFields(collection, command.fields, 'add');
  if (!read.ok) return read;
  const { order, changes } = placeAfter(draft, collection, id, command.after);
  const whole = wholeEntity(collection, { created_on: context.today, ...read.fields, id, order });
  if (!whole.ok) return whole;
  const problem = checkEntity(draft, collection, whole.fields, whole.fields);
  return (
    problem ?? done(id, changes, { op: 'add', collection, id, entity: withRoundIds(draft, collection, whole.fields) })
  );
};

const edit: Runner<'edit'> = (draft, command, context) => {
  const { collection, id } = command;
  const entity: Fields | undefined = draft.get(collection, id);
  if (!entity) return refuse('unknown');
  const read = readFields(collection, command.fields, 'edit');
  if (!read.ok) return read;
  if (
    collection === 'iterations' &&
    entity['status'] === 'closed' &&
    Object.keys(read.fields).some((field) => field !== 'carried_insight')
  )
    return refuse('roundClosed');
  // a note cannot leave a closed round, either
  const problem =
    (collection === 'notes' ? checkEntity(draft, collection, entity, {}) : null) ??
    checkEntity(draft, collection, { ...entity, ...read.fields }, read.fields);
  if (problem) return problem;
  const version = collection === 'goal' ? work.goalVersion(draft, read.fields) : [];
  return done(
    id,
    version,
    editChanges(collection, entity, withRoundIds(draft, collection, read.fields), context.today),
  );
};

const member: Runner<'member'> = (draft, command, context) => {
  const { collection, id, field } = command;
  if (!isMemberField(collection, field)) return refuse('invalid', field);
  const entity: Fields | undefined = draft.get(collection, id);
  const value = entity?.[field];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const others = list.filter((one) => one !== command.member);
  if (command.on && list.includes(command.member)) return done(id);
  return edit(
    draft,
    { type: 'edit', collection, id, fields: { [field]: command.on ? [...others, command.member] : others } },
    context,
  );
};

const reorder: Runner<'reorder'> = (draft, command) => {
  const { collection, id, after } = command;
  const isThere = (wanted: string) => draft.get(collection, wanted) !== undefined;
  if (!isThere(id) || (after !== null && !isThere(after))) return refuse('unknown');
  if (after === id) return done(id);
  const { order, changes } = placeAfter(draft, collection, id, after);
  return done(id, changes, { op: 'set', collection, id, field: 'order', value: order });
};

const runners: { readonly [T in CommandType]: Runner<T> } = {
  add,
  edit,
  member,
  reorder,
  remove: (draft, command) => removeEntity(draft, command.collection, command.id),
  place: frame.place,
  movePlacement: frame.movePlacement,
  changeKind: frame.changeKind,
  moveRepresentative: frame.moveRepresentative,
  claim: frame.claim,
  seat: frame.seat,
  measure: frame.measure,
  startRound: work.startRound,
  closeRound: work.closeRound,
  acceptFinding: work.acceptFinding,
  withdrawAcceptance: work.withdrawAcceptance,
  groupIdeas: sheet.groupIdeas,
  moveIdeas: sheet.moveIdeas,
  mergeIdeas: sheet.mergeIdeas,
  partIdeas: sheet.partIdeas,
  tidySheet: sheet.tidySheet,
  make: made.make,
  markEssential: made.markEssential,
};

function run<T extends CommandType>(
  type: T,
  draft: MapDraft,
  command: unknown,
  context: CommandContext,
): CommandResult {
  const read = v.safeParse(commandSchemas[type], command);
  if (read.success) return runners[type](draft, read.output, context);
  const key = read.issues[0].path?.[0]?.key;
  return refuse('invalid', typeof key === 'string' ? key : undefined);
}

/** The changes of a command, or why it cannot be done. */
export function runCommand(map: PartnershipMap, command: Command, context: CommandContext): CommandResult {
  return runOn(new MapDraft(map), command, context);
}

/** The changes of a command on a draft, which takes them; or why it cannot be done, and the draft stays as it was. */
export function runOn(draft: MapDraft, command: Command, context: CommandContext): CommandResult {
  if (!Object.hasOwn(commandSchemas, command.type)) return refuse('invalid', 'type');
  if (command.type !== 'remove') draft.settle();
  const result = run(command.type, draft, command, context);
  if (result.ok && result.changes.length > 0) draft.take(result.changes);
  return result;
}

/** Several commands as one act: all of them, each on what the ones before left, or none. */
export function runCommands(
  map: PartnershipMap,
  commands: readonly Command[],
  context: CommandContext,
): (CommandDone & { readonly map: PartnershipMap }) | (CommandRefusal & { readonly at: number }) {
  const changes: Change[] = [];
  const draft = new MapDraft(map);
  let id = '';
  for (const [at, command] of commands.entries()) {
    const result = runOn(draft, command, context);
    if (!result.ok) return { ...result, at };
    changes.push(...result.changes);
    id = result.id;
  }
  return { ok: true, id, changes, map: draft.map() };
}
