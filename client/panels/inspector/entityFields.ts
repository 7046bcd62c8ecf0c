/**
 * What the details of a thing show: the fields of its kind, in the words of this page. Labels stand in the catalog under
 * `map.field`, the words of values under `map.value`, definitions under `map.hint`.
 */
import type { EditedField, FieldWay } from '#shared/kinds/EditedField.ts';
import { kinds } from '#shared/kinds/kinds.ts';
import type { Words } from '#shared/words/Words.ts';
import type { Inspected } from '#client/panels/things/entityName.ts';

export type FieldLabel = keyof Words['map']['field'];
export type FieldHint = keyof Words['map']['hint'];
export type ValueWord = keyof Words['map']['value'];

type OtherWords = Readonly<Partial<Record<ValueWord, ValueWord>>>;
type InWords<W extends FieldWay> = W extends { readonly values: readonly string[] }
  ? Omit<W, 'values' | 'words'> & { readonly values: readonly ValueWord[]; readonly words?: OtherWords }
  : W;

export interface FieldSpec extends EditedField<FieldLabel> {
  readonly label?: FieldLabel;
  readonly hint?: FieldHint;
  readonly way: InWords<FieldWay>;
}

/** A field of a kind without words in the catalog does not compile here. */
export function fieldsOf(collection: Inspected): readonly FieldSpec[] {
  return kinds[collection].details;
}
