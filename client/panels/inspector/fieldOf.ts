/** What every way of editing a field is given: the thing, the field, its value now, and how it is written. */
import type { EditableCollection } from '#shared/map/commands/Command.ts';
import type { Commands } from '#client/map/useCommands.ts';
import type { FieldSpec } from './entityFields.ts';

export interface FieldOf {
  readonly collection: EditableCollection;
  readonly entity: Readonly<Record<string, unknown>>;
  /** of the thing */
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly frame: {
    readonly label: string;
    readonly hint: string | undefined;
    readonly problem: string | null;
    readonly readOnly: boolean;
  };
  readonly write: (next: unknown) => void;
  readonly run: Commands['run'];
}

type Way = FieldSpec['way'];

export interface WayProps<T extends Way['type']> {
  readonly way: Extract<Way, { readonly type: T }>;
  readonly of: FieldOf;
}

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
