/**
 * The secret of a return link: it gives another device of its person a seat. It is derived like the keys of links, so that it can
 * be shown again on each device of the person; a new one counts the person's generation up.
 */
import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { type BoardId, PersonId } from '#shared/wire/ids.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { secretsEqual } from './secretsEqual.ts';

/** 18 bytes: 144 bits, and 24 characters without padding. */
const keyBytes = 18;
const idLength = 16;

type Whose = { readonly board: BoardId; readonly id: string; readonly returnGeneration: number };

export function returnSecret(secret: Uint8Array, { board, id, returnGeneration }: Whose): string {
  const mac = createHmac('sha256', secret).update(`return\n${board}\n${id}\n${returnGeneration}`).digest();
  return `${id}${mac.subarray(0, keyBytes).toString('base64url')}`;
}

/** Path with fragment; the secret stands behind `#`, which no browser sends to any server. */
export function returnPath(secret: Uint8Array, person: Whose): string {
  return `/b/${person.board}#r=${returnSecret(secret, person)}`;
}

/** Whom a secret names, which is no proof yet; null where it names nobody. */
export function namedBy(given: string): PersonId | null {
  const id = v.safeParse(PersonId, given.slice(0, idLength));
  return id.success ? id.output : null;
}

/** False for an earlier one, and for nobody; the same work is done. */
export function isReturnOf(secret: Uint8Array, board: BoardId, person: PersonRow | null, given: string): boolean {
  const whose = person ?? { board, id: 'nobody', returnGeneration: -1 };
  return secretsEqual(given, returnSecret(secret, whose)) && person !== null;
}
