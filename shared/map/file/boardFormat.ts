/** The template format: its keys, and how each list of a file becomes a collection of the map. */
import type { FileForm } from '#shared/kinds/Kind.ts';
import { type CollectionName, collectionNames, kindOf } from '../collections.ts';

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

export interface ListFormat extends FileForm {
  readonly collection: CollectionName;
}

function formsInside(key: 'trust' | undefined): Readonly<Record<string, ListFormat>> {
  return Object.fromEntries(
    collectionNames.flatMap((collection) => {
      const { file } = kindOf(collection);
      return file === null || file.inside?.key !== key
        ? []
        : [[file.inside?.name ?? collection, { ...file, collection }]];
    }),
  );
}

/** Key of the file -> its list. Those of kinds without a form, and `trust`, are read by themselves. */
export const listFormats = formsInside(undefined);

/** Lists inside `trust`. */
export const trustFormats = formsInside('trust');

/** Beside the map: what a file says about itself. */
export interface BoardInfo {
  readonly as_of: string | null;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
}
