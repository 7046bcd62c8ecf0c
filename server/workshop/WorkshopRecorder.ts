/**
 * Writes down what a workshop of one board does for the record: follows its commands, sees who is there, and reads the map at its
 * start and end. What it cannot read costs that part of the record, never the command.
 */
import * as v from 'valibot';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { type Attendant, attendanceOf } from '#shared/record/attendanceOf.ts';
import { outcomeOf, standing } from '#shared/record/outcomeOf.ts';
import type { RecordContent } from '#shared/record/RecordEntry.ts';
import { Outcome } from '#shared/record/WorkshopRecord.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Person } from '#shared/wire/messages.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { Log } from '#server/log/Log.ts';
import type { RecordRow } from '#server/store/RecordStore.ts';
import type { Store } from '#server/store/Store.ts';
import { adopted, followed, type RunEnd, type WorkshopRun } from './WorkshopRun.ts';

export interface RecorderOptions {
  readonly store: Pick<Store, 'listPeople'>;
  /** The map as it is committed now. */
  readonly readMap: (board: BoardId) => Promise<PartnershipMap>;
  readonly present: (board: BoardId) => readonly Person[];
  readonly newId: () => string;
  readonly log: Log;
}

/** What a command adds. */
export interface Recorded {
  readonly run: WorkshopRun | null;
  readonly rows: readonly RecordRow[];
  /** it begins what is a workshop of its own for the record */
  readonly begins: boolean;
}

export class WorkshopRecorder {
  readonly #options: RecorderOptions;
  readonly #board: BoardId;

  constructor(board: BoardId, options: RecorderOptions) {
    this.#board = board;
    this.#options = options;
  }

  /** True while a workshop runs and somebody is there who was not seen in it. */
  hasUnseen(run: WorkshopRun | null): boolean {
    return run !== null && this.#seen(run) !== run;
  }

  async follow(
    run: WorkshopRun | null,
    sessions: { readonly before: WorkshopState; readonly after: WorkshopState },
    nowMs: number,
  ): Promise<Recorded> {
    const { newId } = this.#options;
    const known = run ?? adopted(sessions.before, nowMs, newId);
    const { run: next, steps, end, begins } = followed(known && this.#seen(known), sessions, { nowMs, newId });
    const contents: RecordContent[] = [...steps];
    if (end !== null) contents.push(await this.#endOf(end, nowMs));
    const rows = contents.map((content) => ({ id: newId(), atMs: nowMs, content: JSON.stringify(content) }));
    if (next === null || !begins) return { run: next, rows, begins };
    return { run: this.#seen({ ...next, atStart: await this.#standing(nowMs) }), rows, begins };
  }

  #seen(run: WorkshopRun): WorkshopRun {
    if (run.endedMs !== null) return run;
    const known = new Set(run.people);
    const people = this.#options.present(this.#board).flatMap(({ id }) => (known.has(id) ? [] : [id]));
    return people.length === 0 ? run : { ...run, people: [...run.people, ...new Set(people)] };
  }

  async #endOf({ run, toMs, ended }: RunEnd, nowMs: number): Promise<RecordContent> {
    const { id: workshop, fromMs: from } = run;
    return {
      kind: 'workshop',
      workshop,
      from,
      to: Math.max(from, toMs),
      ended,
      attendance: attendanceOf(await this.#attendants(run.people)),
      outcome: await this.#outcome(run, nowMs),
    };
  }

  async #attendants(people: readonly PersonId[]): Promise<readonly Attendant[]> {
    const there = new Set(people);
    const rows = await this.#options.store.listPeople(this.#board);
    return rows
      .filter(({ id, removedAtMs }) => there.has(id) && removedAtMs === null)
      .map(({ role, kind }) => ({ role, kind: representativeKinds.find((one) => one === kind) ?? null }));
  }

  async #standing(nowMs: number): Promise<WorkshopRun['atStart']> {
    const map = await this.#map();
    return map && [...standing(map, dayOf(nowMs))];
  }

  async #outcome({ atStart }: WorkshopRun, nowMs: number): Promise<Outcome | null> {
    const map = atStart && (await this.#map());
    if (map === null || atStart === null) return null;
    const read = v.safeParse(Outcome, outcomeOf(map, dayOf(nowMs), atStart));
    if (read.success) return read.output;
    this.#options.log.error('session.outcomeStrange', { board: this.#board });
    return null;
  }

  async #map(): Promise<PartnershipMap | null> {
    try {
      return await this.#options.readMap(this.#board);
    } catch (error) {
      this.#options.log.error('session.mapNotRead', { board: this.#board }, error);
      return null;
    }
  }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
