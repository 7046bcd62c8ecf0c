/**
 * What the details of a thing show: the fields of its kind, in the words of this page. Labels stand in the locale under
 * `map.field`, the words of values under `map.value`, definitions under `map.hint`.
 */
import type { EditedField, FieldWay } from '#shared/kinds/EditedField.ts';
import { kinds } from '#shared/kinds/kinds.ts';
import type { enMap } from '#client/locales/enMap.ts';
import type { Inspected } from '#client/panels/things/entityName.ts';

export type FieldLabel = keyof typeof enMap.field;
export type FieldHint = keyof typeof enMap.hint;
export type ValueWord = keyof typeof enMap.value;

type OtherWords = Readonly<Partial<Record<ValueWord, ValueWord>>>;
type InWords<W extends FieldWay> = W extends { readonly values: readonly string[] }
  ? Omit<W, 'values' | 'words'> & { readonly values: readonly ValueWord[]; readonly words?: OtherWords }
  : W;

export interface FieldSpec extends EditedField<FieldLabel> {
  readonly label?: FieldLabel;
  readonly hint?: FieldHint;
  readonly way: InWords<FieldWay>;
}

/** A field of a kind without words in the locale does not compile here. */
export function fieldsOf(collection: Inspected): readonly FieldSpec[] {
  return kinds[collection].details;
}
