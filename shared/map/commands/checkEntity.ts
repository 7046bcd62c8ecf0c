/** The invariants that one entity has to keep on this map; a command that would break one is refused. */
import type { Fields } from '../Change.ts';
import type { CollectionName, EntityOf } from '../collections.ts';
import { addsUp } from '../normalizeMap.ts';
import { entitiesOf, type PartnershipMap } from '../PartnershipMap.ts';
import { revealsRating } from '../ratings.ts';
import { endOf, lineEnds, namedIds, references } from '../references.ts';
import { standardSectors } from '../values.ts';
import { type CommandRefusal, refuse } from './commandRefusals.ts';
import { isRoundClosed } from '../readings/isRoundClosed.ts';

function has(map: PartnershipMap, collection: CollectionName, id: string): boolean {
  if (collection === 'sectors' && standardSectors.some((sector) => sector === id)) return true;
  if (collection === 'iterations') return map.iterations.some((round) => String(round.number) === id);
  return entitiesOf(map, collection).some((entity) => entity.id === id);
}

/** Null when the entity may be so; `written` = the fields that are new. */
export function checkEntity(
  map: PartnershipMap,
  collection: CollectionName,
  entity: Fields,
  written: Fields,
): CommandRefusal | null {
  for (const { from, field, to } of references) {
    if (from !== collection || !(field in written)) continue;
    if (!namedIds(entity[field]).every((id) => has(map, to, id))) return refuse('reference', field);
  }
  if (revealsRating(collection, 'source', written['source'])) return refuse('ratedFinding', 'source');
  switch (collection) {
    case 'representatives':
      return checkClaims(map, entity);
    case 'lines':
      return checkLine(map, entity);
    case 'notes':
      return checkNote(map, entity);
    case 'experiments':
      return checkExperiment(map, entity, written);
    case 'trust_pulses':
      // the entity was read by the schema of pulses
      return addsUp(entity as EntityOf<'trust_pulses'>) ? null : refuse('notAddingUp', 'items');
    default:
      return null;
  }
}

function checkClaims(map: PartnershipMap, person: Fields): CommandRefusal | null {
  const claims = namedIds(person['interest_ids']);
  const isPlaced = (interest: string) =>
    map.placements.some(
      (placement) => placement.organization_id === person['organization_id'] && placement.interest_id === interest,
    );
  return claims.every(isPlaced) ? null : refuse('outsidePlacements', 'interest_ids');
}

function checkLine(map: PartnershipMap, line: Fields): CommandRefusal | null {
  for (const field of ['from', 'to']) {
    const { type, id } = endOf(String(line[field]));
    const collection = lineEnds[type];
    if (!collection || !has(map, collection, id)) return refuse('reference', field);
  }
  return line['from'] === line['to'] ? refuse('sameEnds', 'to') : null;
}

function checkNote(map: PartnershipMap, note: Fields): CommandRefusal | null {
  if (isRoundClosed(map, note['iteration'])) return refuse('roundClosed');
  const links = namedIds(note['links']);
  const isMutual = map.notes.some(
    (other) => links.includes(other.id) && other.links.some((link) => link === note['id']),
  );
  return isMutual || links.some((link) => link === note['id']) ? refuse('mutualLink', 'links') : null;
}

function checkExperiment(map: PartnershipMap, experiment: Fields, written: Fields): CommandRefusal | null {
  const hypothesis = map.notes.find((note) => note.id === experiment['hypothesis_note_id']);
  if (hypothesis && hypothesis.stage !== 'interpreting_hypothesizing')
    return refuse('wrongStage', 'hypothesis_note_id');
  const { status } = experiment;
  const hasResult = typeof experiment['result'] === 'string' && experiment['result'].trim() !== '';
  if (status === 'finished' && !hasResult && ('status' in written || 'result' in written))
    return refuse('needsResult', 'result');
  const mayDecide = status === 'finished' || status === 'stopped';
  return experiment['decision'] !== null && !mayDecide ? refuse('notFinished', 'decision') : null;
}
