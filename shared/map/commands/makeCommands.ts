/** Turning ideas and groups into things of the map, and what follows from a vote on things. */
import type * as v from 'valibot';
import type { Change, Fields } from '../Change.ts';
import { type EntityOf, isTextField, kindOf } from '../collections.ts';
import { indexBetween } from '../fractionalIndex.ts';
import { ideasOfSheet } from '../groupings.ts';
import type { MapDraft } from '../MapDraft.ts';
import type { MadeCollection } from '../readings/madeCollections.ts';
import { firstsOf, sheetOf } from '../readings/sheets.ts';
import { maxNameLength } from '#shared/kinds/fields.ts';
import { madeId } from '#shared/kinds/ids.ts';
import { cutAtWord } from '#shared/text/cutAtWord.ts';
import { isBlank } from '#shared/text/unseen.ts';
import type { commandSchemas } from './Command.ts';
import { type CommandContext, type CommandResult, done } from './CommandContext.ts';
import { checkEntity } from './checkEntity.ts';
import { type CommandRefusal, refuse } from './commandRefusals.ts';
import { editChanges, readFields, wholeEntity, withRoundIds } from './entityFields.ts';
import { placeAfter } from './placeAfter.ts';

type Read<T extends keyof typeof commandSchemas> = v.InferOutput<(typeof commandSchemas)[T]>;

/** Where a thing keeps the whole text of which its name is only the beginning. */
const wholeTexts: Partial<Record<MadeCollection, string>> = {
  interests: 'description',
  organizations: 'note',
  indicators: 'definition',
};

/** What a thing says that is turned into another one; `key` is of the idea that the others were merged into. */
interface Source {
  readonly key: string;
  readonly text: string;
}

function readSource(draft: MapDraft, key: string): Source | CommandRefusal {
  const [collection = '', id = ''] = key.split('/');
  if (collection === 'ideas') {
    const named = draft.get('ideas', id);
    if (named === undefined) return refuse('unknown', 'sources');
    const first = firstsOf(draft.group(ideasOfSheet, named.sheet_id)).get(id) ?? id;
    return { key: `ideas/${first}`, text: draft.get('ideas', first)?.text ?? named.text };
  }
  const group = draft.get('groups', id);
  if (group === undefined) return refuse('unknown', 'sources');
  if (!isBlank(group.title)) return { key, text: group.title };
  const lists = { sheets: draft.all('sheets'), groups: draft.all('groups'), ideas: draft.all('ideas') };
  const shown = sheetOf(lists, group.sheet_id)?.groups.find((one) => one.group.id === id);
  return { key, text: shown?.notes[0]?.idea.text ?? '' };
}

/** Its name, and where that leaves something out the whole text where there is a place for it. */
function wordsOf(collection: MadeCollection, text: string): Fields {
  const name = kindOf(collection).name ?? '';
  if (isTextField(collection, name)) return { [name]: text };
  const { line, isCut } = cutAtWord(text, maxNameLength);
  const whole = wholeTexts[collection];
  return { [name]: line, ...(isCut && whole !== undefined ? { [whole]: text } : {}) };
}

export function make(draft: MapDraft, command: Read<'make'>, { today }: CommandContext): CommandResult {
  const { collection, ...asked } = command.to;
  const made = new Map<string, Change>();
  let order: string | null = null;
  let id = '';
  for (const key of command.sources) {
    const source = readSource(draft, key);
    if ('ok' in source) return source;
    id = madeId(source.key, collection);
    if (made.has(id) || draft.get(collection, id) !== undefined) continue;
    if (isBlank(source.text)) return refuse('nothingWritten', 'sources');
    const fields = { ...wordsOf(collection, source.text), ...givenBy[collection], ...asked, source: source.key };
    const read = readFields(collection, fields, 'add');
    if (!read.ok) return read;
    order = order === null ? placeAfter(draft, collection, id, undefined).order : indexBetween(order, '');
    const whole = wholeEntity(collection, { created_on: today, ...read.fields, id, order });
    if (!whole.ok) return whole;
    const problem = checkEntity(draft, collection, whole.fields, whole.fields);
    if (problem !== null) return problem;
    made.set(id, { op: 'add', collection, id, entity: withRoundIds(draft, collection, whole.fields) });
  }
  const prompts = collection === 'interests' && made.size > 0 ? untouchedPrompts(draft) : [];
  return done(id, [...made.values()], prompts);
}

/** The questions with which a blank ring begins, where nobody wrote or stands: they gave way to what people found. */
function untouchedPrompts(draft: MapDraft): readonly Change[] {
  const taken = new Set(draft.all('placements').map(({ interest_id }) => interest_id));
  const isUntouched = ({ id, title, description, placeholder }: EntityOf<'interests'>): boolean =>
    isBlank(title) && isBlank(description) && !isBlank(placeholder) && !taken.has(id);
  return draft
    .all('interests')
    .filter(isUntouched)
    .map(({ id }) => ({ op: 'remove', collection: 'interests', id }));
}

/** What such a thing is when it was only just proposed. */
const givenBy: Partial<Record<MadeCollection, Fields>> = {
  indicators: { status: 'proposed' },
  trust_notes: { stage: 'norming', kind: 'rule' },
};

export function markEssential(
  draft: MapDraft,
  command: Read<'markEssential'>,
  { today }: CommandContext,
): CommandResult {
  const there = command.interests.flatMap((id) => draft.get('interests', id) ?? []);
  const last = there.at(-1);
  if (last === undefined) return refuse('unknown');
  return done(
    last.id,
    there.flatMap((interest) => editChanges('interests', interest, { weight: 'essential' }, today)),
  );
}
