/** Whether this program may write a document, by the version and the tldraw schema that the server keeps in its `meta`. */
import type { SerializedSchema } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { documentVersion } from '#shared/board/roots.ts';

export interface DocumentSchema {
  /** Written by a newer program: look, don't write. */
  readonly isNewer: boolean;
  /** The schema of older records; null when they are ours. */
  readonly older: SerializedSchema | null;
}

/** Compares `meta` with our own schema. A document without a schema has ours. */
export function schemaOf(meta: Y.Map<unknown>, own: SerializedSchema): DocumentSchema {
  const version = meta.get('version');
  const isNewer = typeof version === 'number' && version > documentVersion;
  const written: unknown = meta.get('schema');
  const sequences = sequencesOf(written);
  if (!sequences || !isSchema(written)) return { isNewer, older: null };
  const ours = sequencesOf(own) ?? {};
  const entries = Object.entries(sequences);
  if (isNewer || entries.some(([name, number]) => number > (ours[name] ?? -1))) return { isNewer: true, older: null };
  const isOlder =
    entries.some(([name, number]) => number < (ours[name] ?? 0)) ||
    Object.keys(ours).some((name) => sequences[name] === undefined);
  return { isNewer: false, older: isOlder ? written : null };
}

function isSchema(value: unknown): value is SerializedSchema {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    value.schemaVersion === 2 &&
    'sequences' in value
  );
}

function sequencesOf(value: unknown): Record<string, number> | null {
  if (!isSchema(value) || !('sequences' in value)) return null;
  const { sequences } = value;
  return typeof sequences === 'object' && sequences !== null
    ? Object.fromEntries(Object.entries(sequences).filter(([, number]) => typeof number === 'number'))
    : null;
}
