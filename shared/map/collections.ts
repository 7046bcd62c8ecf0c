/** The collections of the map: one table that files, documents and commands all read. */
import type * as v from 'valibot';
import * as frame from './entities/frame.ts';
import * as structure from './entities/structure.ts';
import * as work from './entities/work.ts';

/** Collection name -> schema of its entities. */
export const collections = {
  partnership: frame.Partnership,
  goal: frame.Goal,
  goals_before: frame.Goal,
  indicators: frame.Indicator,
  measurements: frame.Measurement,
  sectors: frame.Sector,
  interests: frame.Interest,
  organizations: frame.Organization,
  placements: frame.Placement,
  representatives: frame.Representative,
  bodies: structure.Body,
  seats: structure.Seat,
  lines: structure.Line,
  agreements: structure.Agreement,
  iterations: work.Iteration,
  notes: work.Note,
  experiments: work.Experiment,
  trust_stages: work.TrustRecord,
  trust_items: work.TrustItem,
  trust_pulses: work.Pulse,
  actions: work.Action,
  parking_lot: work.ParkingItem,
  acknowledgements: work.Acknowledgement,
} as const;

export type CollectionName = keyof typeof collections;
export type EntityOf<C extends CollectionName> = Readonly<v.InferOutput<(typeof collections)[C]>>;

/** All names, in the order in which files write them. */
export const collectionNames = Object.keys(collections) as readonly CollectionName[];

export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}

/** Long texts in which several people may write at once: a Y.Text in the document, a string everywhere else. */
export const textFields: { readonly [C in CollectionName]?: readonly string[] } = {
  goal: ['statement', 'why'],
  indicators: ['definition'],
  interests: ['description'],
  organizations: ['note'],
  bodies: ['purpose'],
  lines: ['for_what'],
  iterations: ['focus_question', 'carried_insight'],
  notes: ['text'],
  experiments: ['hypothesis', 'action', 'result', 'learning'],
  parking_lot: ['text'],
};

/** Lists to which several people may add at once: each member is an entry of its own in the document. */
export const memberFields: { readonly [C in CollectionName]?: readonly string[] } = {
  interests: ['parts_of_work'],
  representatives: ['interest_ids'],
  bodies: ['interest_ids'],
  agreements: ['covers', 'party_org_ids'],
  notes: ['links', 'conditions'],
  experiments: ['conditions'],
};

/** Fields that only files have: a board keeps their values apart from its document, for facilitators (RATE-1). */
export const apartFields: { readonly [C in CollectionName]?: readonly string[] } = {
  organizations: ['influence', 'stake'],
};

/** True when the field never stands in a document. */
export function isApartField(collection: CollectionName, field: string): boolean {
  return apartFields[collection]?.includes(field) ?? false;
}

/** True when the field is a long text. */
export function isTextField(collection: CollectionName, field: string): boolean {
  return textFields[collection]?.includes(field) ?? false;
}

/** True when the field is a list whose members merge one by one. */
export function isMemberField(collection: CollectionName, field: string): boolean {
  return memberFields[collection]?.includes(field) ?? false;
}

/** True when entities of the collection have this field. */
export function isField(collection: CollectionName, field: string): boolean {
  return Object.hasOwn(collections[collection].entries, field);
}
