/** What the tabs of one person say to each other in one browser, about one board. Carries no content of the board. */
import * as v from 'valibot';

const TabWord = v.variant('kind', [
  /** What I have not saved has changed. */
  v.object({ kind: v.literal('noted') }),
  /** Who is there? */
  v.object({ kind: v.literal('ask') }),
  v.object({ kind: v.literal('here'), tab: v.string(), isLive: v.boolean() }),
]);
export type TabWord = Readonly<v.InferOutput<typeof TabWord>>;

/** Makes the channel of a name; null where a browser has none. */
export type OpenChannel = (name: string) => BroadcastChannel | null;

export class TabChannel {
  #channel: BroadcastChannel | null;

  constructor(channel: BroadcastChannel | null) {
    this.#channel = channel;
  }

  get isOpen(): boolean {
    return this.#channel !== null;
  }

  say(word: TabWord): void {
    this.#channel?.postMessage(word);
  }

  hear(run: (word: TabWord) => void): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const word = v.safeParse(TabWord, data);
      if (word.success) run(word.output);
    });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }
}
