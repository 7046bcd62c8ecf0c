/** What can be done with one snapshot, what of it is asked about just now, and why it was not done. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { noteMade } from '#client/connection/api/madeBoard.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { snapshotName } from './snapshotName.ts';

export type Asking = 'restore' | 'board' | 'name' | 'delete';

export interface SnapshotActs {
  /** in the language of the page */
  readonly name: string;
  readonly isLookedAt: boolean;
  readonly asking: Asking | null;
  readonly failed: Failure | null;
  /** The server wants the operator's secret for a new board. */
  readonly needsSecret: boolean;
  /** Asks, or puts the question away. */
  ask(what: Asking): void;
  cancel(): void;
  look(): Promise<void>;
  restore(): Promise<void>;
  rename(wanted: string): Promise<void>;
  remove(): Promise<void>;
  startBoard(title: string, secret?: string): Promise<void>;
}

export function useSnapshotActs(snapshot: SnapshotSummary, onSaid: (said: string) => void): SnapshotActs {
  const { t, i18n } = useTranslation();
  const { server, look } = useBoard();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  /** when the form was opened */
  const [seenName, setSeenName] = useState(snapshot.name);
  const [needsSecret, setNeedsSecret] = useState(false);
  const { id } = snapshot;
  const name = snapshotName(snapshot, t, i18n.language);
  const isLookedAt = look.looked?.snapshot.id === id;
  const settle = (answer: Answer<unknown>, said: string): boolean => {
    // the list shows by now what it is called: who saves again has seen it
    if (!answer.ok && answer.code === 'name-moved') setSeenName(snapshot.name);
    setFailed(answer.ok ? null : answer.code);
    if (!answer.ok) return false;
    setAsking(null);
    onSaid(said);
    return true;
  };
  return {
    name,
    isLookedAt,
    asking,
    failed,
    needsSecret,
    ask(what) {
      setFailed(null);
      setSeenName(snapshot.name);
      setAsking((before) => (before === what ? null : what));
    },
    cancel: () => setAsking(null),
    look: async () => setFailed(await look.look(isLookedAt ? null : snapshot)),
    async restore() {
      if (settle(await server.restoreSnapshot(id), t('snapshots.restored', { name }))) await look.look(null);
    },
    async rename(wanted) {
      const answer = await server.nameSnapshot(id, { name: wanted, from: seenName });
      settle(answer, t('snapshots.kept', { name: wanted }));
    },
    async remove() {
      settle(await server.deleteSnapshot(id), t('snapshots.deleted'));
    },
    async startBoard(title, secret) {
      const answer = await server.snapshotBoard(id, { title, ...(secret !== undefined && { createSecret: secret }) });
      if (answer.ok) {
        noteMade(answer.value.id);
        location.assign(answer.value.links.facilitator);
      } else if (answer.code === 'create-secret-required' && !needsSecret) setNeedsSecret(true);
      else setFailed(answer.code);
    },
  };
}
