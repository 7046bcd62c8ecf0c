/** Why a person may only look at the document just now; null when they may write. */
import type * as Y from 'yjs';
import { documentVersion, roots } from '#shared/board/roots.ts';
import type { ReadOnlyReason } from '#shared/wire/messages.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { LookOnlyReason } from './Line.ts';

export function lookOnly(doc: Y.Doc, role: Role, mode: ReadOnlyReason | null): LookOnlyReason | null {
  const version: unknown = doc.getMap(roots.meta).get('version');
  if (typeof version === 'number' && version > documentVersion) return 'newerDocument';
  return mayDo(role, 'edit') ? mode : 'observer';
}
