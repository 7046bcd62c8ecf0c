/** The invariants that one entity has to keep on this map; a command that would break one is refused. */
import type { Fields } from '../Change.ts';
import type { CollectionName, EntityOf } from '../collections.ts';
import { addsUp } from '../normalizeMap.ts';
import type { MapDraft } from '../MapDraft.ts';
import { revealsRating } from '../ratings.ts';
import { endOf, lineEnds, namedIds, references } from '../references.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { type CommandRefusal, refuse } from './commandRefusals.ts';
import { pairKey, placementsInInterest } from '../groupings.ts';
import { isRoundClosed } from '../readings/isRoundClosed.ts';

function has(draft: MapDraft, collection: CollectionName, id: string): boolean {
  if (collection === 'sectors' && standardSectors.some((sector) => sector === id)) return true;
  if (collection === 'iterations') return draft.all('iterations').some((round) => String(round.number) === id);
  return draft.get(collection, id) !== undefined;
}

/** Null when the entity may be so; `written` = the fields that are new. */
export function checkEntity(
  draft: MapDraft,
  collection: CollectionName,
  entity: Fields,
  written: Fields,
): CommandRefusal | null {
  for (const { from, field, to } of references) {
    if (from !== collection || !(field in written)) continue;
    if (!namedIds(entity[field]).every((id) => has(draft, to, id))) return refuse('reference', field);
  }
  if (revealsRating(collection, 'source', written['source'])) return refuse('ratedFinding', 'source');
  switch (collection) {
    case 'representatives':
      return checkClaims(draft, entity);
    case 'lines':
      return checkLine(draft, entity);
    case 'notes':
      return checkNote(draft, entity);
    case 'ideas':
      return checkIdea(draft, entity, written);
    case 'experiments':
      return checkExperiment(draft, entity, written);
    case 'trust_pulses':
      // the entity was read by the schema of pulses
      return addsUp(entity as EntityOf<'trust_pulses'>) ? null : refuse('notAddingUp', 'items');
    default:
      return null;
  }
}

function checkClaims(draft: MapDraft, person: Fields): CommandRefusal | null {
  const claims = namedIds(person['interest_ids']);
  const isPlaced = (interest: string) =>
    draft.group(placementsInInterest, pairKey(String(person['organization_id']), interest)).length > 0;
  return claims.every(isPlaced) ? null : refuse('outsidePlacements', 'interest_ids');
}

function checkLine(draft: MapDraft, line: Fields): CommandRefusal | null {
  for (const field of ['from', 'to']) {
    const { type, id } = endOf(String(line[field]));
    const collection = lineEnds[type];
    if (!collection || !has(draft, collection, id)) return refuse('reference', field);
  }
  return line['from'] === line['to'] ? refuse('sameEnds', 'to') : null;
}

function checkNote(draft: MapDraft, note: Fields): CommandRefusal | null {
  if (isRoundClosed({ iterations: draft.all('iterations') }, note['iteration'])) return refuse('roundClosed');
  const links = namedIds(note['links']);
  const isMutual = links.some((other) => draft.get('notes', other)?.links.some((link) => link === note['id']));
  return isMutual || links.some((link) => link === note['id']) ? refuse('mutualLink', 'links') : null;
}

function checkIdea(draft: MapDraft, idea: Fields, written: Fields): CommandRefusal | null {
  const places = [
    ['group_id', draft.get('groups', String(idea['group_id']))],
    ['merged_into', draft.get('ideas', String(idea['merged_into']))],
  ] as const;
  const other = places.find(([field, to]) => field in written && to && to.sheet_id !== idea['sheet_id']);
  return other === undefined ? null : refuse('otherSheet', other[0]);
}

function checkExperiment(draft: MapDraft, experiment: Fields, written: Fields): CommandRefusal | null {
  const hypothesis = draft.get('notes', String(experiment['hypothesis_note_id']));
  if (hypothesis && hypothesis.stage !== 'interpreting_hypothesizing')
    return refuse('wrongStage', 'hypothesis_note_id');
  const { status } = experiment;
  const hasResult = typeof experiment['result'] === 'string' && experiment['result'].trim() !== '';
  if (status === 'finished' && !hasResult && ('status' in written || 'result' in written))
    return refuse('needsResult', 'result');
  const mayDecide = status === 'finished' || status === 'stopped';
  return experiment['decision'] !== null && !mayDecide ? refuse('notFinished', 'decision') : null;
}
