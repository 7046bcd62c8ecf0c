/**
 * Everything that is particular about one kind of thing on the map, in one shape. Whatever handles all kinds (documents, files,
 * commands, comparison, details, outline, findings) looks here and names none of them.
 */
import type * as v from 'valibot';
import type { CollectionName } from './collectionNames.ts';
import type { EditedField } from './EditedField.ts';
import type { ToolGroup } from './toolGroups.ts';

export type EntitySchema = v.ObjectSchema<v.ObjectEntries, undefined>;

/**
 * Where a field leads. Files are refused for a reference that leads nowhere, documents are mended by it (MAP-13): `owner` =
 * without its target the entity is nothing, `one` = becomes null, `many` = is left out.
 */
export interface Reference {
  readonly to: CollectionName;
  readonly how: 'owner' | 'one' | 'many';
  /** It is told with its target where that comes or goes, though it can be without it. */
  readonly comesWith?: true;
}

/** How a file in the template format writes a list of them. */
export interface FileForm<F extends string = string> {
  /** inside the object of this key instead of the file itself, under this name */
  readonly inside?: { readonly key: 'trust'; readonly name: string };
  /** fields that a file does not write: they follow from place and parent */
  readonly derived?: readonly F[];
  /** fields with a default that a file has to write all the same */
  readonly needed?: readonly F[];
  /** fields that may be null but must stand there */
  readonly written?: readonly F[];
  /** keys that a file may have beside the fields; read elsewhere */
  readonly beside?: readonly string[];
  /** the id of an entity that files write without one */
  readonly idOf?: (entity: Readonly<Record<string, unknown>>, place: number) => string;
}

/** Where it stands in the outline beside the frame. */
export interface OutlinePlace<F extends string = string> {
  /** it has a list of its own at the end of the outline */
  readonly isGroup?: true;
  /** people put its rows in an order */
  readonly isMovable?: true;
  /** fields whose words stand beside its name */
  readonly facts?: readonly F[];
}

export interface Particulars<F extends string = string> {
  /** the field that is its name; null where the name is made of what it connects, or it has none */
  readonly name: F | null;
  /** `common`: the common commands add, order, edit and remove it; `edit`: they edit and remove it; `own`: it has only its own */
  readonly commands: 'common' | 'edit' | 'own';
  /** acts after which nothing else on the map is read differently; `texts`: edits of long texts and of the order */
  readonly standsAlone: readonly ('add' | 'edit' | 'texts' | 'remove')[];
  /** where it is removed, only its name is left in other things, at which no removal looks */
  readonly leavesNames?: true;
  readonly references?: { readonly [field in F]?: Reference };
  /** long texts in which several people may write at once: a Y.Text in the document, a string everywhere else */
  readonly texts?: readonly F[];
  /** lists to which several people may add at once: each member is an entry of its own in the document */
  readonly members?: readonly F[];
  /** only in files: a board keeps their values apart from its document, for facilitators (RATE-1) */
  readonly apart?: readonly F[];
  /** unique beyond the id */
  readonly uniqueBy?: readonly F[];
  /** written only by the map itself or by a command of its own, once it is there */
  readonly fixed?: readonly F[];
  /** what a step of the workshop counts it to (SESSION-24) */
  readonly group: ToolGroup;
  /** that there is one is part of the skeleton, though what it says is not (SESSION-25) */
  readonly isSkeleton?: true;
  /** facilitators alone make and remove it, and with it what is `fixed` (SESSION-26) */
  readonly isLed?: true;
  /** null: what reads files has a part of its own for it */
  readonly file: FileForm<F> | null;
  /** not told in a comparison: it follows from other changes, says where something stands, or names a person */
  readonly silent?: readonly F[];
  /** texts in which people may have named somebody, and what they are called where somebody looks them through */
  readonly sensitive?: { readonly as: string; readonly fields: readonly F[] };
  /** names that the map has anyway and that are no secret */
  readonly known?: readonly F[];
  /** the first word of a finding's subject that speaks of it */
  readonly subject?: string;
  /** fields as people see and change them, in this order; without it there are no details to open */
  readonly details?: readonly EditedField<F>[];
  readonly outline?: OutlinePlace<F>;
}

export type Kind = Particulars & { readonly schema: EntitySchema };

/** Keeps the types of a kind as they are written. */
export function kind<const S extends EntitySchema, const P extends Particulars<keyof S['entries'] & string>>(
  schema: S,
  particulars: P,
): { readonly schema: S } & P {
  return { schema, ...particulars };
}
