/** Decides whether a document message may be applied, from its headers alone. Runs inside the tick, right before Yjs. */
import { maxUpdateParts } from '#shared/wire/maxUpdateParts.ts';
import type { MessageRefusal } from '#shared/wire/messages.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Ownership } from './Ownership.ts';
import type { DepthOf } from './TypeDepths.ts';
import type { StateOf, UpdateReader } from './UpdateReader.ts';

/**
 * take: hand it to Yjs. known: all of it is in the document already, deletions perhaps excepted.
 * gap: parts are missing that must come first. malformed: close the sender.
 */
export type Admission = 'take' | 'known' | 'gap' | 'malformed' | MessageRefusal;

/** new client ids in one message: a tab has one, an offline copy one per visit */
const maxNewClients = 256;

/** The document has nothing under it; where something is missing from the document, ids that are somebody's come back. */
export function isNew(
  message: { readonly mayReturn?: boolean },
  client: number,
  stateOf: StateOf,
  ownership: Ownership,
): boolean {
  return stateOf(client) === 0 && !(message.mayReturn === true && ownership.ownerOf(client) !== undefined);
}

export function admit(
  message: {
    readonly kind: 'update' | 'step2';
    readonly body: Uint8Array;
    readonly person: PersonId;
    readonly mayReturn?: boolean;
  },
  reader: UpdateReader,
  ownership: Ownership,
  stateOf: StateOf,
  depthOf: DepthOf,
): Admission {
  const isReturn = message.mayReturn === true;
  const fault = reader.read(message.body, stateOf, depthOf, isReturn);
  if (fault !== null) return fault;
  if (message.kind === 'update' && reader.parts > maxUpdateParts) return 'tooLarge';
  let newClients = 0;
  for (const block of reader.blocks) {
    const owner = ownership.ownerOf(block.client);
    if (isNew(message, block.client, stateOf, ownership)) newClients++;
    // what the document has already is ignored by Yjs, and a step 2 often carries parts of others that crossed on the way
    if (!isReturn && owner !== undefined && owner !== message.person && block.to > stateOf(block.client))
      return 'notYours';
  }
  for (const client of reader.deletesBeyond) {
    const owner = ownership.ownerOf(client);
    if (!isReturn && owner !== undefined && owner !== message.person) return 'notYours';
  }
  if (newClients > maxNewClients || reader.absurd) return 'invalid';
  if (reader.gap) return 'gap';
  return reader.news || reader.deletes ? 'take' : 'known';
}
