/**
 * The notes of facilitators beside the agenda, on a facilitator's page and only there: read from the server whenever the agenda
 * is another one, and gone with the role (STEP-14).
 */
import type { Answer } from '#client/connection/api/Api.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import { Emitter } from '#client/state/Emitter.ts';
import type { AgendaNotes } from '#shared/wire/WorkshopState.ts';
import type { NotesNow } from '#shared/wire/http.ts';

export interface FacilitatorNotesOptions {
  readonly workshop: Pick<Workshop, 'view' | 'subscribe' | 'onMessage'>;
  readonly read: () => Promise<Answer<NotesNow>>;
  /** returns how to stop it */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** What shows them. */
export interface ReadNotes {
  /** Null until the server answered. */
  view(): NotesNow | null;
  subscribe(run: () => void): () => void;
  /** Of the agenda of this version; null while they are read. */
  of(agendaVersion: number): AgendaNotes | null;
}

const againMs = 2_000;

export class FacilitatorNotes implements ReadNotes {
  readonly #options: FacilitatorNotesOptions;
  readonly #changed = new Emitter();
  readonly #stops: Array<() => void>;
  #view: NotesNow | null = null;
  #stopAgain: () => void = () => {};
  #isReading = false;
  #isClosed = false;

  constructor(options: FacilitatorNotesOptions) {
    this.#options = options;
    const { workshop } = options;
    this.#stops = [
      workshop.subscribe(() => this.#look()),
      // what was refused over a broken line
      workshop.onMessage(({ type }) => type === 'welcome' && this.#look()),
    ];
    this.#look();
  }

  readonly view = (): NotesNow | null => this.#view;

  readonly subscribe = this.#changed.on;

  of(agendaVersion: number): AgendaNotes | null {
    return this.#view?.agendaVersion === agendaVersion ? this.#view.notes : null;
  }

  close(): void {
    this.#isClosed = true;
    this.#view = null;
    this.#stopAgain();
    for (const stop of this.#stops) stop();
    this.#changed.clear();
  }

  #look(): void {
    const { agendaVersion } = this.#options.workshop.view().state;
    if (this.#isClosed || this.#isReading || (this.#view?.agendaVersion ?? -1) >= agendaVersion) return;
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    this.#stopAgain();
    const answer = await this.#options.read();
    this.#isReading = false;
    if (this.#isClosed) return;
    if (answer.ok) {
      this.#view = answer.value;
      this.#changed.tell();
      // it may have changed again meanwhile
      this.#look();
    } else this.#stopAgain = this.#options.after(againMs, () => this.#look());
  }
}
