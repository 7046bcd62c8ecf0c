/** Random ids, codes and seats from the operating system's source of randomness. */
import { randomBytes, randomInt } from 'node:crypto';
import * as v from 'valibot';
import { AssetId, BoardId, PersonId, SnapshotId } from '#shared/wire/ids.ts';

const idAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits that nobody mixes up when read aloud or from a projector: no 0 O, 1 I L, U V. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
export const codeLength = 8;

/** `length` characters of `alphabet`, each equally likely. */
export function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

export const newBoardId = (): BoardId => v.parse(BoardId, randomText(idAlphabet, 16));
export const newPersonId = (): PersonId => v.parse(PersonId, randomText(idAlphabet, 16));
export const newAssetId = (): AssetId => v.parse(AssetId, randomText(idAlphabet, 32));
export const newSnapshotId = (): SnapshotId => v.parse(SnapshotId, randomText(idAlphabet, 16));

/** In the form that is stored: without the dash in the middle. */
export const newCode = (): string => randomText(codeAlphabet, codeLength);

/** 192 bits. */
export const newSeat = (): string => randomBytes(24).toString('base64url');

/** Of what sealed rounds put on the board; says nothing about who wrote it. */
export const newSealedId = (): string => randomText(idAlphabet, 16);
