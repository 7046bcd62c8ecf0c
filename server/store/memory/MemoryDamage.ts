/** What was set aside of one board in memory. Nothing is damaged here by itself, so this is what others found out. */
import type { PersonId } from '#shared/wire/ids.ts';
import type { DocumentMend, Misunderstood, SetAsideRow } from '../DamageStore.ts';
import type { StoredDocument } from '../DocumentStore.ts';
import type { RecordRow } from '../RecordStore.ts';
import type { MemoryActivities } from './MemoryActivities.ts';
import type { MemorySnapshots } from './MemorySnapshots.ts';

export interface MemoryDamage {
  rows: readonly (SetAsideRow & { readonly content: Uint8Array | null; readonly isDecided: boolean })[];
}

/** What of a board can be set aside. */
interface Parts {
  readonly damage: MemoryDamage;
  session: string | null;
  readonly rounds: MemoryActivities;
  readonly snapshots: MemorySnapshots;
  readonly record: RecordRow[];
}

export function openDamageOf(damage: MemoryDamage): readonly SetAsideRow[] {
  return damage.rows
    .filter(({ isDecided }) => !isDecided)
    .map(({ part, id, reason, atMs }) => ({ part, id, reason, atMs }));
}

export function documentDamageOf(damage: MemoryDamage): Pick<StoredDocument, 'damage' | 'hasLost'> {
  const rows = damage.rows.filter(({ part }) => part === 'document');
  const open = rows.filter(({ isDecided }) => !isDecided);
  const waiting = open.flatMap(({ reason, content }) => (reason === 'waiting' && content !== null ? [content] : []));
  return { damage: open.length > 0 ? { waiting } : null, hasLost: rows.length > 0 };
}

export function setAsideIn(board: Parts, [part, id]: Misunderstood, nowMs: number): void {
  if (takeFrom(board, [part, id])) add(board.damage, { part, id, reason: 'damaged', atMs: nowMs }, null);
}

/** Notes what a document lacks; the document itself is not touched. */
export function mendIn(damage: MemoryDamage, { waiting, faults }: DocumentMend, nowMs: number): void {
  damage.rows = damage.rows.filter(({ reason, isDecided }) => reason !== 'waiting' || isDecided);
  for (const { reason } of faults) add(damage, { part: 'document', id: '', reason, atMs: nowMs }, null);
  if (waiting !== null) add(damage, { part: 'document', id: '', reason: 'waiting', atMs: nowMs }, waiting);
}

export function decideIn(damage: MemoryDamage): void {
  damage.rows = damage.rows.map((row) => ({ ...row, isDecided: true }));
}

function add(damage: MemoryDamage, row: SetAsideRow, content: Uint8Array | null): void {
  damage.rows = [...damage.rows, { ...row, content, isDecided: false }];
}

/** True when it was there. */
function takeFrom(board: Parts, [part, id]: Misunderstood): boolean {
  switch (part) {
    case 'agenda': {
      const wasThere = board.session !== null;
      board.session = null;
      return wasThere;
    }
    case 'rounds':
      return board.rounds.delete(id);
    case 'losses': {
      const { losses } = board.snapshots;
      board.snapshots.losses = losses.filter(({ snapshot }) => snapshot !== id);
      return board.snapshots.losses.length < losses.length;
    }
    case 'record': {
      const at = board.record.findIndex((row) => row.id === id);
      return at >= 0 && board.record.splice(at, 1).length > 0;
    }
    case 'ballots': {
      const [round = '', person = ''] = id.split('/');
      return board.rounds.get(round)?.sealed.delete(person as PersonId) ?? false;
    }
  }
}
