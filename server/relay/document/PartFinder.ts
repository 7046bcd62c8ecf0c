/**
 * Finds the message of a tick that made a part, so that its sender can be told. Only asked when something was undone,
 * which is rare, but then often for much at once (everybody drags on a locked board): each message is read again once.
 */
import type { UpdateReader } from '#server/relay/updates/UpdateReader.ts';

interface Part {
  readonly client: number;
  readonly clock: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

type Ranges = Map<number, Range[]>;

export class PartFinder {
  readonly #messages: ReadonlyArray<{ readonly body: Uint8Array }>;
  readonly #among: readonly number[];
  readonly #reader: UpdateReader;
  #made: Ranges | null = null;

  /** `among`: indexes of the messages that come into question. */
  constructor(messages: ReadonlyArray<{ readonly body: Uint8Array }>, among: readonly number[], reader: UpdateReader) {
    this.#messages = messages;
    this.#among = among;
    this.#reader = reader;
  }

  /** Index of the first message that brought the part, or -1. */
  madeBy(part: Part): number {
    this.#made ??= this.#read((body, add) => {
      if (this.#reader.read(body, () => 0) !== null) return;
      for (const { client, from, to } of this.#reader.blocks) add(client, from, to);
    });
    return find(this.#made, part);
  }

  #read(read: (body: Uint8Array, add: (client: number, from: number, to: number) => void) => void): Ranges {
    const ranges: Ranges = new Map();
    for (const index of this.#among) {
      const message = this.#messages[index];
      if (message === undefined) continue;
      read(message.body, (client, from, to) => {
        const known = ranges.get(client);
        if (known === undefined) ranges.set(client, [{ from, to, index }]);
        else known.push({ from, to, index });
      });
    }
    return ranges;
  }
}

function find(ranges: Ranges, { client, clock }: Part): number {
  return ranges.get(client)?.find(({ from, to }) => from <= clock && clock < to)?.index ?? -1;
}
