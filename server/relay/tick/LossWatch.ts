/** Watches a room's ticks for what people would miss: who took what away, and whether it is much. */
import type { PersonId } from '#shared/wire/ids.ts';
import { MassRemoval, type Loss } from './MassRemoval.ts';
import type { AppliedTick } from './AppliedTick.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';
import { WritingAges } from './WritingAges.ts';

export class LossWatch {
  readonly #document: () => RoomDocument;
  readonly #removal = new MassRemoval();
  readonly #ages = new WritingAges();

  /** A room loads its document anew after a fault, so it is asked for each time. */
  constructor(document: () => RoomDocument) {
    this.#document = document;
  }

  beforeTick(nowMs: number): void {
    this.#ages.beforeTick(() => this.#document().clocks(), nowMs);
  }

  /** What is to be kept before the tick goes to disk, or null. */
  afterTick(
    { removed }: Pick<AppliedTick, 'removed'>,
    messages: ReadonlyArray<{ readonly person: PersonId }>,
    nowMs: number,
  ): Loss | null {
    if (removed.length === 0) return null;
    const document = this.#document();
    const everybody = [...new Set(messages.map(({ person }) => person))];
    const withPeople = removed.map(({ index, ...removal }) => {
      const sender = messages[index]?.person;
      const { client, clock } = removal.was;
      const isOwn =
        sender !== undefined && document.ownership.ownerOf(client) === sender && this.#ages.isYoung(client, clock);
      return { ...removal, people: sender === undefined ? everybody : [sender], isOwn };
    });
    return this.#removal.take(withPeople, (kind) => document.countOf(kind), nowMs);
  }
}
