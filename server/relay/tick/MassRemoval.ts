/**
 * Notices that something people would miss is being taken away from a board: within ten seconds five of a kind by one person,
 * or a quarter of a kind, and at least two, by anybody. Then what was there before is to be kept (`RelayOptions.beforeLoss`),
 * and who removed what is told.
 */
import type { Lost } from '#shared/board/bringBack.ts';
import type { LossCounts, LossKind } from '#shared/wire/lossKinds.ts';
import type { Removal } from '#shared/board/changes/removals.ts';
import { groupBy } from '#shared/map/MapIndex.ts';
import type { PersonId } from '#shared/wire/ids.ts';

const windowMs = 10_000;
const mostOfOne = 5;
const leastShare = 0.25;
const leastOfShare = 2;
/** What people made themselves a moment ago they take away again without being missed by anybody, up to this many. */
const mostOfOwn = 10;
/** After one alarm what goes is told with it, so that filling and emptying a board again and again does not fill the disk. */
const restMs = 60_000;

export interface PersonsRemoval extends Removal {
  /** who did it; several where only one of them can have, and nobody knows which */
  readonly people: readonly PersonId[];
  /** made by the same person a moment ago */
  readonly isOwn: boolean;
}

/** What was taken away, and by whom: enough to bring back exactly that. */
export interface Loss {
  /** false: one of `people`, and nobody knows which */
  readonly isKnown: boolean;
  readonly people: readonly PersonId[];
  readonly counts: LossCounts;
  readonly lost: readonly Lost[];
  /** it belongs to the one before */
  readonly isContinued: boolean;
}

interface Entry extends PersonsRemoval {
  readonly atMs: number;
  readonly who: string;
}

export class MassRemoval {
  #recent: readonly Entry[] = [];
  #alarm: { readonly who: Set<string>; lastMs: number; readonly untilMs: number } | null = null;

  /** What is to be kept before this tick goes to disk, or null. `countOf` = how much of a kind is there after it. */
  take(removed: readonly PersonsRemoval[], countOf: (kind: LossKind) => number, nowMs: number): Loss | null {
    if (removed.length === 0) return null;
    const entries = removed.map((removal) => ({ ...removal, atMs: nowMs, who: removal.people.join() }));
    this.#recent = [...this.#recent.filter(({ atMs }) => nowMs - atMs < windowMs), ...entries];
    const alarm = this.#alarm !== null && nowMs < this.#alarm.untilMs ? this.#alarm : null;
    const suspects = suspectsAmong(this.#recent, countOf);
    // whoever gave the alarm and has not stopped since
    if (alarm !== null && nowMs - alarm.lastMs < windowMs) for (const who of alarm.who) suspects.add(who);
    const told = this.#recent.filter(({ who }) => suspects.has(who));
    if (told.length === 0) return null;
    this.#recent = this.#recent.filter(({ who }) => !suspects.has(who));
    const who = new Set([...(alarm?.who ?? []), ...told.map((entry) => entry.who)]);
    this.#alarm = { who, lastMs: nowMs, untilMs: alarm?.untilMs ?? nowMs + restMs };
    return lossOf(told, alarm !== null);
  }
}

function suspectsAmong(recent: readonly Entry[], countOf: (kind: LossKind) => number): Set<string> {
  const suspects = new Set<string>();
  const byKind = groupBy(recent, ({ kind }) => kind);
  for (const [kind, entries] of byKind) {
    const missed = [...groupBy(entries, ({ who }) => who)].flatMap(([who, all]) => {
      const own = all.filter(({ isOwn }) => isOwn).length;
      const count = own < mostOfOwn ? all.length - own : all.length;
      return count > 0 ? [{ who, count }] : [];
    });
    for (const { who, count } of missed) if (count >= mostOfOne) suspects.add(who);
    const sum = missed.reduce((total, { count }) => total + count, 0);
    if (sum < leastOfShare || sum < leastShare * (sum + countOf(kind))) continue;
    for (const { who } of missed) suspects.add(who);
  }
  return suspects;
}

function lossOf(entries: readonly Entry[], isContinued: boolean): Loss {
  const counts: Partial<Record<LossKind, number>> = {};
  for (const { kind } of entries) if (kind !== null) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    isKnown: entries.every(({ people }) => people.length === 1),
    people: [...new Set(entries.flatMap(({ people }) => people))],
    counts,
    lost: entries.flatMap(({ key, isWhole, part }) => (part === null ? [] : { key, isWhole, part })),
    isContinued,
  };
}
