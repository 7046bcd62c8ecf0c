/** How people see and change one field of a thing. */
import type { CollectionName } from './collectionNames.ts';

/** Where one value means different things in different fields: value -> the name of its word. */
type OtherWords = Readonly<Record<string, string>>;

export type FieldWay =
  | { readonly type: 'line' | 'text' | 'day' | 'flag' | 'number' | 'dated' | 'helpers' }
  | {
      readonly type: 'choice';
      readonly values: readonly string[];
      readonly canBeEmpty?: boolean;
      readonly words?: OtherWords;
    }
  | { readonly type: 'members'; readonly values: readonly string[]; readonly words?: OtherWords }
  | { readonly type: 'rating'; readonly part: 'influence' | 'stake' }
  | { readonly type: 'reference'; readonly to: CollectionName }
  /** a note of the stage of hypotheses */
  | { readonly type: 'hypothesis' }
  | { readonly type: 'references'; readonly to: 'interests' | 'organizations' }
  | { readonly type: 'end' | 'sentences' }
  /** have commands of their own */
  | { readonly type: 'kind' | 'organization' | 'claims' | 'part' | 'interest' };

export interface EditedField<F extends string = string> {
  readonly field: F;
  /** the name of its label, where the same field means something else on another thing */
  readonly label?: string;
  readonly way: FieldWay;
  /** the name of the definition beside it */
  readonly hint?: string;
  readonly facilitatorsOnly?: boolean;
}

export const line = { type: 'line' } as const;
export const longText = { type: 'text' } as const;
export const onDay = { type: 'day' } as const;
export const yesOrNo = { type: 'flag' } as const;
export const helpers = { type: 'helpers' } as const;
export const choice = <const V extends readonly string[]>(values: V) => ({ type: 'choice', values }) as const;
export const optional = <const V extends readonly string[]>(values: V) =>
  ({ type: 'choice', values, canBeEmpty: true }) as const;
export const leadsTo = <const C extends CollectionName>(to: C) => ({ type: 'reference', to }) as const;
