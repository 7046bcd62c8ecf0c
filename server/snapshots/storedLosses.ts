/** What was taken away, as rows that belong to the snapshot of before; several rows of one snapshot are one loss. */
import type { Lost } from '#shared/board/bringBack.ts';
import type { LossCounts, LossKind } from '#shared/wire/lossKinds.ts';
import type { PersonId, SnapshotId } from '#shared/wire/ids.ts';
import type { Loss } from '#server/relay/tick/MassRemoval.ts';
import type { LossRow } from '#server/store/SnapshotStore.ts';

export interface KeptLoss extends Omit<Loss, 'isContinued'> {
  readonly snapshot: SnapshotId;
  readonly atMs: number;
}

export function rowOf(snapshot: SnapshotId, { isKnown, people, counts, lost }: Loss, atMs: number): LossRow {
  return { snapshot, content: JSON.stringify({ atMs, isKnown, people, counts, lost }) };
}

/** Rows newest first -> losses newest first. */
export function lossesOf(rows: readonly LossRow[]): readonly KeptLoss[] {
  const losses = new Map<SnapshotId, KeptLoss>();
  for (const { snapshot, content } of rows.toReversed()) {
    // only what `rowOf` wrote stands there
    const next = JSON.parse(content) as Omit<KeptLoss, 'snapshot'>;
    const before = losses.get(snapshot);
    losses.set(snapshot, before === undefined ? { ...next, snapshot } : joined(before, next));
  }
  return [...losses.values()].toReversed();
}

function joined(before: KeptLoss, next: Omit<KeptLoss, 'snapshot'>): KeptLoss {
  const counts: Partial<Record<LossKind, number>> = { ...before.counts };
  for (const [kind, count] of Object.entries(next.counts) as ReadonlyArray<[LossKind, number]>)
    counts[kind] = (counts[kind] ?? 0) + count;
  return {
    ...before,
    isKnown: before.isKnown && next.isKnown,
    people: [...new Set<PersonId>([...before.people, ...next.people])],
    counts: counts satisfies LossCounts,
    // what went twice comes back as it was the last time
    lost: [...new Map<string, Lost>([...before.lost, ...next.lost].map((one) => [lostKey(one), one])).values()],
  };
}

function lostKey({ key, isWhole, part: { fields, texts = {}, members = {} } }: Lost): string {
  if (isWhole) return key;
  const named = Object.entries(members).flatMap(([name, on]) => Object.keys(on).map((member) => [name, member]));
  return JSON.stringify([key, Object.keys(fields), Object.keys(texts), named]);
}
