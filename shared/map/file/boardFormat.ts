/** The template format: its keys, and how each list of a file becomes a collection of the map. */
import type { CollectionName, EntityOf } from '../collections.ts';
import { acknowledgementId, placementId, seatId } from '../ids.ts';
import type { EntityShape } from './readEntity.ts';

export const boardFormat = 'partnership-board-template/1';
export const maxEntities = 5_000;

/** Keys of a file that are not on the board: they belong to the picker and to tests. */
export const besideBoard = [
  'format',
  'id',
  'title',
  'summary',
  'language',
  'as_of',
  'provenance',
  'expected_numbers',
  'expected_findings',
] as const;

export interface ListFormat extends EntityShape {
  readonly collection: CollectionName;
  /** the id of an entity that files write without one */
  readonly idOf?: (entity: Readonly<Record<string, unknown>>, place: number) => string;
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');
const wordOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/** Key of the file -> its list. `indicators[].series`, `sectors` and `trust` are read by themselves. */
export const listFormats: Readonly<Record<string, ListFormat>> = {
  goals_before: { collection: 'goals_before' },
  indicators: { collection: 'indicators', beside: ['series'] },
  interests: { collection: 'interests', beside: ['order'] },
  organizations: { collection: 'organizations' },
  placements: {
    collection: 'placements',
    derived: ['id'],
    written: ['interest_id'],
    idOf: (entity) =>
      placementId(
        word(entity['organization_id']),
        wordOrNull(entity['interest_id']),
        wordOrNull(entity['part_of_work']),
      ),
  },
  representatives: { collection: 'representatives', needed: ['kind'] },
  bodies: { collection: 'bodies' },
  seats: {
    collection: 'seats',
    derived: ['id'],
    idOf: (entity) => seatId(word(entity['body_id']), word(entity['representative_id'])),
  },
  lines: { collection: 'lines' },
  agreements: { collection: 'agreements' },
  iterations: { collection: 'iterations', derived: ['id'], idOf: (entity) => String(entity['number']) },
  notes: { collection: 'notes' },
  experiments: { collection: 'experiments' },
  actions: { collection: 'actions' },
  parking_lot: { collection: 'parking_lot' },
  acknowledgements: {
    collection: 'acknowledgements',
    derived: ['id'],
    idOf: (entity) => acknowledgementId(word(entity['rule']), word(entity['subject'])),
  },
};

/** Lists inside `trust`. */
export const trustFormats: Readonly<Record<string, ListFormat>> = {
  stages: { collection: 'trust_stages', derived: ['id'], idOf: (_entity, place) => `stage-${place + 1}` },
  items: { collection: 'trust_items' },
  pulses: { collection: 'trust_pulses' },
};

/** Beside the map: what a file says about itself. */
export interface BoardInfo {
  readonly as_of: string | null;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
}

/** Lists under construction. */
export type DraftLists = { [C in CollectionName]?: EntityOf<C>[] };
