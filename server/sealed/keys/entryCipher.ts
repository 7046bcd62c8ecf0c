/**
 * What a person wrote, encrypted for its row (AES-256-GCM). Board, activity and person belong to it: moved to another row it
 * cannot be read. It is padded, so that its length does not tell dots from abstaining, or one answer from two.
 */
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Every ballot and every answer fits into one of these. */
const paddedTo = 1_024;
const mark = 'sealed1:';

export function rowName(board: BoardId, activity: string, person: PersonId): string {
  return `${board}/${activity}/${person}`;
}

/** True for a row of before there were keys. */
export function isPlain(stored: string): boolean {
  return !stored.startsWith(mark);
}

/** `row`: its `rowName`. `text` is JSON, so spaces after it mean nothing. */
export function encrypt(key: KeyObject, row: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(row));
  const left = (paddedTo - (Buffer.byteLength(text) % paddedTo)) % paddedTo;
  const parts = [nonce, cipher.update(text + ' '.repeat(left), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return mark + Buffer.concat(parts).toString('base64');
}

/** Throws where it was not encrypted with this key for this row, or is not what was written. */
export function decrypt(key: KeyObject, row: string, stored: string): string {
  const bytes = Buffer.from(stored.slice(mark.length), 'base64');
  if (bytes.length < nonceBytes + tagBytes) throw new RangeError('it is too short');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(row)).setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
