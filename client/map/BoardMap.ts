/**
 * The map of an open board, for everything on the page that shows or changes it: the map as the document has it, its
 * readings, and the commands. Lives as long as its document is shown; `close` ends it.
 */
import type * as Y from 'yjs';
import { Emitter } from '#client/state/Emitter.ts';
import { applyChanges } from '#shared/board/mapDocument.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import type { Change } from '#shared/map/Change.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { CommandRefusalCode } from '#shared/map/commands/commandRefusals.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type Ratings, withRatings } from '#shared/map/ratings.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { mapOrigin } from './mapOrigin.ts';
import type { MapParts } from './MapParts.ts';
import type { MapReadings } from './MapReadings.ts';

export interface BoardMapSetup {
  /** Complete: synced once, or from a complete copy on this device. */
  readonly doc: Y.Doc;
  readonly readOnly: boolean;
  /** the ISO day where this person is */
  readonly today: () => string;
  /** letters and digits, never given before */
  readonly newId: () => string;
  /** before the next picture; returns how to stop it */
  readonly nextFrame: (run: () => void) => () => void;
}

export type RefusedCode = CommandRefusalCode | PermitRefusal | 'readOnly';

/** Why an act on this map may not be done just now; null when it may. */
export type PermitAct = (map: PartnershipMap, changes: readonly Change[]) => PermitRefusal | null;

export type Outcome =
  | { readonly ok: true; readonly id: string; readonly changed: boolean }
  | { readonly ok: false; readonly code: RefusedCode; readonly field?: string };

export class BoardMap {
  readonly #setup: BoardMapSetup;
  readonly #reader: MapReader;
  readonly #changed = new Emitter();
  readonly #acted = new Emitter<[changes: readonly Change[]]>();
  readonly #stopReading: () => void;
  #parts: MapParts | null = null;
  #map: PartnershipMap;
  #readings: MapReadings | null = null;
  #readOnly: boolean;
  #ratings: Ratings = new Map();
  #permit: PermitAct | null = null;
  /** what the readings that are shown were computed from */
  #readFrom: { readonly map: PartnershipMap; readonly ratings: Ratings };
  #stopFrame: (() => void) | null = null;

  constructor(setup: BoardMapSetup) {
    this.#setup = setup;
    this.#readOnly = setup.readOnly;
    this.#reader = new MapReader(setup.doc);
    this.#map = this.#reader.map();
    this.#readFrom = { map: this.#map, ratings: this.#ratings };
    this.#stopReading = this.#reader.subscribe(this.#onChange);
  }

  /** The map as it is shown; the same object while nothing changed. */
  readonly map = (): PartnershipMap => this.#map;

  /**
   * Its readings on this day; null until `complete`. Others' changes and one's own reach them at most once per frame
   * (OUTLINE-2).
   */
  readonly readings = (): MapReadings | null => this.#readings;

  readonly readOnly = (): boolean => this.#readOnly || this.#parts === null;

  readonly subscribe = this.#changed.on;

  /** Hears what this person's commands changed, right after each act; not what others do, and not whole imports. */
  readonly onAct = this.#acted.on;

  /** From now on the map has readings and can be changed; until then it is only shown. */
  complete(parts: MapParts): void {
    if (this.#parts !== null) return;
    this.#parts = parts;
    this.#readAnew();
    this.#tell();
  }

  newId(): string {
    return this.#setup.newId();
  }

  today(): string {
    return this.#setup.today();
  }

  /** Facilitators' readings look at these, too (RATE-3); nothing of them gets into the document. */
  setRatings(ratings: Ratings): void {
    if (ratings === this.#ratings) return;
    this.#ratings = ratings;
    this.#stopFrame ??= this.#setup.nextFrame(this.#onFrame);
  }

  setReadOnly(readOnly: boolean): void {
    if (readOnly === this.#readOnly) return;
    this.#readOnly = readOnly;
    this.#tell();
  }

  /** What the running workshop lets this person change (SESSION-20); null: everything. */
  setPermit(permit: PermitAct | null): void {
    this.#permit = permit;
  }

  /** Runs commands as one act and one step of undo: all of them, or none and why. One's own act is on the map at once. */
  run(...commands: readonly Command[]): Outcome {
    if (this.#readOnly || this.#parts === null) return { ok: false, code: 'readOnly' };
    const { today, newId } = this.#setup;
    // on the map that is shown: a text is changed from what its writer saw, so that what came meanwhile stays
    const result = this.#parts.runCommands(this.#map, commands, { today: today(), newId });
    if (!result.ok) {
      return { ok: false, code: result.code, ...(result.field === undefined ? {} : { field: result.field }) };
    }
    const refusal = this.#refusalOf(result.changes);
    if (refusal !== null) return { ok: false, code: refusal };
    this.#apply(result.changes);
    this.#acted.tell(result.changes);
    return { ok: true, id: result.id, changed: result.changes.length > 0 };
  }

  /** The map as commands would leave it, without doing anything; null where they would be refused. */
  tried(...commands: readonly Command[]): PartnershipMap | null {
    if (this.#readOnly || this.#parts === null) return null;
    const { today, newId } = this.#setup;
    const result = this.#parts.runCommands(this.#map, commands, { today: today(), newId });
    return result.ok && this.#refusalOf(result.changes) === null ? result.map : null;
  }

  /** Takes the changes of commands that were run on the map as it is now (an import): one act and one step of undo. */
  take(changes: readonly Change[]): Outcome {
    if (this.#readOnly) return { ok: false, code: 'readOnly' };
    const refusal = this.#refusalOf(changes);
    if (refusal !== null) return { ok: false, code: refusal };
    this.#apply(changes);
    return { ok: true, id: '', changed: changes.length > 0 };
  }

  close(): void {
    this.#stopFrame?.();
    this.#stopReading();
    this.#reader.close();
    this.#changed.clear();
    this.#acted.clear();
  }

  /** One change that is not permitted refuses the whole act: half of it would be nothing anybody meant. */
  #refusalOf(changes: readonly Change[]): PermitRefusal | null {
    return this.#permit?.(this.#map, changes) ?? null;
  }

  #apply(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    applyChanges(this.#setup.doc, changes, mapOrigin);
    this.#show();
  }

  readonly #onChange = (): void => {
    this.#stopFrame ??= this.#setup.nextFrame(this.#onFrame);
  };

  readonly #onFrame = (): void => {
    this.#stopFrame = null;
    this.#map = this.#reader.map();
    const from = this.#readFrom;
    const isSame = from.map === this.#map && from.ratings === this.#ratings;
    if (!isSame || this.#readings?.index.asOf !== this.#setup.today()) this.#readAnew();
    this.#tell();
  };

  #readAnew(): void {
    if (this.#parts === null) return;
    this.#readings = this.#parts.readMapOn(withRatings(this.#map, this.#ratings), this.#setup.today());
    this.#readFrom = { map: this.#map, ratings: this.#ratings };
  }

  #show(): void {
    const map = this.#reader.map();
    if (map === this.#map) return;
    this.#map = map;
    this.#tell();
  }

  #tell(): void {
    this.#changed.tell();
  }
}
