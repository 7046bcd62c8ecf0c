/** What a command does to the map: changes of single fields, so that what two people do at once merges field by field. */
import type { CollectionName } from './collections.ts';

export type Fields = Readonly<Record<string, unknown>>;

export type Change =
  | { readonly op: 'add'; readonly collection: CollectionName; readonly id: string; readonly entity: Fields }
  | { readonly op: 'remove'; readonly collection: CollectionName; readonly id: string }
  | {
      readonly op: 'set';
      readonly collection: CollectionName;
      readonly id: string;
      readonly field: string;
      readonly value: unknown;
    }
  /** a long text as its writer saw it, and as it should be: only the difference is written */
  | {
      readonly op: 'text';
      readonly collection: CollectionName;
      readonly id: string;
      readonly field: string;
      readonly before: string;
      readonly after: string;
    }
  /** one member of a list of the kind that merges member by member */
  | {
      readonly op: 'member';
      readonly collection: CollectionName;
      readonly id: string;
      readonly field: string;
      readonly member: string;
      readonly on: boolean;
    };
