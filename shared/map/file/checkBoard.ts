/** What a file must keep beyond its fields: ids once, references that lead somewhere, invariants (MAP-2). */
import { type CollectionName, collectionNames } from '../collections.ts';
import { entitiesOf, type PartnershipMap } from '../PartnershipMap.ts';
import { endOf, lineEnds, namedIds, references } from '../references.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { type Problem, step } from './Problem.ts';

/** Entity -> its path in the file. */
export type Place = Map<object, string>;

/** Adds every problem of a board whose fields were all read. `present` = lists that the file has. */
export function checkBoard(
  map: PartnershipMap,
  places: Place,
  present: ReadonlySet<CollectionName>,
  problems: Problem[],
): void {
  const at = (entity: object, ...keys: (string | number)[]) => keys.reduce(step, places.get(entity) ?? '');
  const ids = idsOf(map, at, problems);
  const leadsNowhere = (to: CollectionName, id: string) => present.has(to) && !ids.get(to)?.has(id);

  for (const { from, field, to } of references) {
    for (const entity of entitiesOf(map, from)) {
      if (!places.has(entity)) continue;
      const value: unknown = Reflect.get(entity, field);
      for (const [place, id] of namedIds(value).entries()) {
        const nowhere = to === 'sectors' ? !ids.get('sectors')?.has(id) : leadsNowhere(to, id);
        if (nowhere) {
          const path = Array.isArray(value) ? at(entity, field, place) : at(entity, field);
          problems.push({ path, message: `leads nowhere: "${id}" is not in ${to}` });
        }
      }
    }
  }
  for (const line of map.lines) {
    for (const field of ['from', 'to'] as const) {
      const { type, id } = endOf(line[field]);
      const to = lineEnds[type];
      if (to && leadsNowhere(to, id))
        problems.push({ path: at(line, field), message: `leads nowhere: "${id}" is not in ${to}` });
    }
    if (line.from === line.to) problems.push({ path: at(line, 'to'), message: 'must be another end than "from"' });
  }
  checkClaims(map, present, at, problems);
  checkWork(map, at, problems);
}

type At = (entity: object, ...keys: (string | number)[]) => string;

function idsOf(map: PartnershipMap, at: At, problems: Problem[]): ReadonlyMap<CollectionName, ReadonlySet<string>> {
  const ids = new Map<CollectionName, Set<string>>();
  for (const collection of collectionNames) {
    const seen = new Map<string, string>();
    for (const entity of entitiesOf(map, collection)) {
      const first = seen.get(entity.id);
      if (first === undefined) seen.set(entity.id, at(entity));
      else problems.push({ path: at(entity), message: `stands twice: the same as ${first}` });
    }
    ids.set(collection, new Set(seen.keys()));
  }
  for (const sector of standardSectors) ids.get('sectors')?.add(sector);
  return ids;
}

function checkClaims(map: PartnershipMap, present: ReadonlySet<CollectionName>, at: At, problems: Problem[]): void {
  if (!present.has('placements')) return;
  const placed = new Set(map.placements.map((placement) => `${placement.organization_id} ${placement.interest_id}`));
  for (const person of map.representatives) {
    for (const [place, interest] of (person.interest_ids ?? []).entries()) {
      if (!placed.has(`${person.organization_id} ${interest}`))
        problems.push({
          path: at(person, 'interest_ids', place),
          message: `the organization is not placed in "${interest}"`,
        });
    }
  }
}

function checkWork(map: PartnershipMap, at: At, problems: Problem[]): void {
  const notes = new Map(map.notes.map((note) => [note.id, note]));
  for (const note of map.notes) {
    for (const [place, link] of note.links.entries()) {
      if (link === note.id) problems.push({ path: at(note, 'links', place), message: 'a note cannot link to itself' });
      else if (link < note.id && notes.get(link)?.links.includes(note.id))
        problems.push({ path: at(note, 'links', place), message: `"${link}" and "${note.id}" link to each other` });
    }
  }
  for (const experiment of map.experiments) {
    const hypothesis = notes.get(experiment.hypothesis_note_id ?? '');
    if (hypothesis && hypothesis.stage !== 'interpreting_hypothesizing')
      problems.push({
        path: at(experiment, 'hypothesis_note_id'),
        message: 'must be a note of the stage interpreting_hypothesizing',
      });
  }
  for (const pulse of map.trust_pulses) {
    if (pulse.responded > pulse.invited)
      problems.push({ path: at(pulse, 'responded'), message: 'is more than invited' });
    for (const [item, counts] of Object.entries(pulse.items)) {
      const sum = counts.reduce((total, count) => total + count, 0);
      if (sum !== pulse.responded)
        problems.push({ path: at(pulse, 'items', item), message: `adds up to ${sum}, not to responded` });
    }
  }
}
