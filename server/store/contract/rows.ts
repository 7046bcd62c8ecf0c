/** Boards, people and bytes for tests of stores; ids are random, so that tests never meet. */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { AssetId, BoardId, PersonId, SnapshotId } from '#shared/wire/ids.ts';
import type { SeatRow } from '../DoorStore.ts';
import type { BoardRow } from '../BoardStore.ts';
import type { JournalEntry } from '../DocumentStore.ts';
import type { PersonRow } from '../PeopleStore.ts';
import type { SnapshotRow } from '../SnapshotStore.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const text = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

export function newBoard(change: Partial<BoardRow> = {}): BoardRow {
  return {
    id: v.parse(BoardId, text(16)),
    title: 'Housing in the valley',
    code: text(8),
    linkGenerations: { facilitator: 1, participant: 1, observer: 1 },
    createdAtMs: 1000,
    touchedAtMs: 1000,
    ...change,
  };
}

export function newPerson(board: BoardId, change: Partial<PersonRow> = {}): PersonRow {
  return {
    id: v.parse(PersonId, text(16)),
    board,
    name: 'Ana',
    color: '#336699',
    role: 'participant',
    organization: 'Tenants Union',
    kind: 'designee',
    returnGeneration: 1,
    joinedAtMs: 2000,
    removedAtMs: null,
    ...change,
  };
}

export function newSeatOf(board: BoardId, person: PersonId, change: Partial<SeatRow> = {}): SeatRow {
  return {
    board,
    person,
    hash: text(64),
    device: { browser: 'Firefox', system: 'Android' },
    madeAtMs: 2000,
    seenAtMs: 2000,
    endedAtMs: null,
    isReturn: false,
    ...change,
  };
}

export function newSnapshot(board: BoardId, change: Partial<SnapshotRow> = {}): SnapshotRow {
  return {
    id: v.parse(SnapshotId, text(16)),
    board,
    name: 'Session 1',
    reason: 'person',
    detail: null,
    byRole: 'facilitator',
    takenAtMs: 3000,
    counts: { interests: 1, organizations: 2, representatives: 3, notes: 4, actions: 5, drawings: 6 },
    picture: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...change,
  };
}

export const newPersonId = () => v.parse(PersonId, text(16));
export const newAssetId = () => v.parse(AssetId, text(32));
export const bytes = (...values: number[]) => Uint8Array.from(values);
export const noClaims = (update: Uint8Array): JournalEntry => ({ update, claims: [] });
