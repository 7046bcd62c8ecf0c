/**
 * Plans what is taken back of one person's acts: for each record, entity or field the run of touches that only this person made
 * and nobody followed, and the state of the board from right before it. Knows keys, versions and moments; no content.
 */
import type { ActRow } from '#server/store/ActStore.ts';
import type { PersonId, SnapshotId } from '#shared/wire/ids.ts';
import { readActs } from '#server/relay/tick/Act.ts';

/** A state of the board that history holds. */
export type Source =
  | { readonly kind: 'journal'; readonly version: number }
  | { readonly kind: 'moment'; readonly id: SnapshotId }
  /** it was not there */
  | { readonly kind: 'absent' };

/** A record or entity as a whole (`field` null), or one of its fields, that becomes what it was in `source`. */
export interface Unit {
  readonly key: string;
  readonly field: string | null;
  readonly source: Source;
}

/** `touched` = others touched it afterwards; `unknown` = no state of right before is kept. */
export interface Stay {
  readonly key: string;
  readonly why: 'touched' | 'unknown';
}

export interface TakeBackPlan {
  readonly units: readonly Unit[];
  readonly stays: readonly Stay[];
}

export interface History {
  /** lowest version that the journal leads to */
  readonly journalFrom: number;
  /** oldest first */
  readonly moments: readonly { readonly id: SnapshotId; readonly version: number; readonly takenAtMs: number }[];
}

export interface WhoseActs {
  readonly person: PersonId;
  readonly sinceMs: number;
}

interface Touch {
  /** index of the row */
  readonly row: number;
  /** the person, in the time that is taken back */
  readonly isTheirs: boolean;
  readonly made: boolean;
  readonly removed: boolean;
  readonly fields: ReadonlySet<string>;
}

const isWhole = ({ made, removed }: Touch): boolean => made || removed;

/** `rows` oldest first, as far as they are known. */
export function planTakeBack(rows: readonly ActRow[], who: WhoseActs, history: History): TakeBackPlan {
  const planner = new Planner(rows, history);
  for (const [key, touches] of touchesOf(rows, who)) planner.plan(key, touches);
  return planner;
}

class Planner implements TakeBackPlan {
  readonly units: Unit[] = [];
  readonly stays: Stay[] = [];
  readonly #rows: readonly ActRow[];
  readonly #history: History;

  constructor(rows: readonly ActRow[], history: History) {
    this.#rows = rows;
    this.#history = history;
  }

  plan(key: string, touches: readonly Touch[]): void {
    const others = touches.findLast(({ isTheirs }) => !isTheirs)?.row ?? -1;
    const whole = touches.findLast((touch) => touch.isTheirs && isWhole(touch));
    if (whole === undefined) this.#planFields(key, touches);
    // what is gone nobody touches any more
    else if (whole.row > others || (whole.row === others && whole.removed))
      this.#planWhole(key, touches, others, whole);
    else this.stays.push({ key, why: 'touched' });
  }

  #planWhole(key: string, touches: readonly Touch[], others: number, last: Touch): void {
    const first = touches.find(({ isTheirs, row }) => isTheirs && row > others) ?? last;
    const exact = first.made ? ({ kind: 'absent' } as const) : this.#between(others, first.row);
    // what was removed comes back at any rate, if need be as it was a little earlier
    const source = exact ?? (last.removed ? this.#between(-1, last.row) : null);
    if (source === null) this.stays.push({ key, why: 'unknown' });
    else this.units.push({ key, field: null, source });
  }

  #planFields(key: string, touches: readonly Touch[]): void {
    const names = new Set(touches.filter(({ isTheirs }) => isTheirs).flatMap(({ fields }) => [...fields]));
    const whys = new Set<Stay['why']>();
    for (const field of names) {
      const of = touches.filter((touch) => touch.fields.has(field) || isWhole(touch));
      const others = of.findLast(({ isTheirs }) => !isTheirs)?.row ?? -1;
      const first = of.find(({ isTheirs, row }) => isTheirs && row > others);
      const last = of.findLast(({ isTheirs }) => isTheirs);
      const source = first === undefined ? null : this.#between(others, first.row);
      if (last === undefined || last.row <= others) whys.add('touched');
      else if (source === null) whys.add('unknown');
      else this.units.push({ key, field, source });
    }
    for (const why of whys) this.stays.push({ key, why });
  }

  /** A state after the row `from` (-1: any) and before the row `to`, the latest one. */
  #between(from: number, to: number): Source | null {
    const atLeast = this.#rows[from]?.version ?? 0;
    const before = this.#rows[to - 1]?.version ?? null;
    // the first document is before whatever anybody did
    const journal = before ?? (this.#history.journalFrom <= 1 ? 1 : null);
    if (journal !== null && journal >= Math.max(atLeast, this.#history.journalFrom))
      return { kind: 'journal', version: journal };
    const row = this.#rows[to];
    const moment = this.#history.moments.findLast(
      ({ version, takenAtMs }) =>
        version >= atLeast &&
        (before === null
          ? row !== undefined && takenAtMs < earliestOf(row) && version < row.version
          : version <= before),
    );
    return moment === undefined ? null : { kind: 'moment', id: moment.id };
  }
}

/** A row tells of up to one minute, and a moment is read a little after its time. */
function earliestOf({ atMs }: ActRow): number {
  return Math.floor(atMs / 60_000) * 60_000 - 10_000;
}

/** Of everything that the person touched in that time: who touched it when, in the order of the rows. */
function touchesOf(rows: readonly ActRow[], { person, sinceMs }: WhoseActs): ReadonlyMap<string, readonly Touch[]> {
  const read = rows.map((row) => ({ row, acts: readActs(row.content) }));
  const touches = new Map<string, Touch[]>();
  const isTheirs = (atMs: number, act: { readonly person: PersonId | null }): boolean =>
    act.person === person && atMs >= sinceMs;
  for (const { row, acts } of read)
    for (const act of acts)
      if (isTheirs(row.atMs, act))
        for (const key of [...act.made, ...act.removed, ...act.changed.keys()]) touches.set(key, []);
  for (const [index, { row, acts }] of read.entries()) {
    for (const act of acts) {
      // it set things to what they were, by whoever
      if (act.by === 'takeBack') continue;
      for (const key of new Set([...act.made, ...act.removed, ...act.changed.keys()])) {
        touches.get(key)?.push({
          row: index,
          isTheirs: isTheirs(row.atMs, act),
          made: act.made.has(key),
          removed: act.removed.has(key),
          fields: act.changed.get(key) ?? none,
        });
      }
    }
  }
  return touches;
}

const none: ReadonlySet<string> = new Set();
