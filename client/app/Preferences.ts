/** How this person wants the interface on this device: appearance, language, single letters. Kept in local storage. */
import * as v from 'valibot';
import type { Shelf } from '#client/connection/device/VisitedBoards.ts';
import { chooseLanguage, languages } from '#shared/words/languages.ts';
import { Emitter } from '#client/state/Emitter.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const letterSizes = ['normal', 'large', 'largest'] as const;

const Choices = v.object({
  theme: v.optional(v.picklist(themes), 'system'),
  letters: v.optional(v.picklist(letterSizes), 'normal'),
  /** until somebody chooses, what the browser asks for */
  language: v.optional(v.picklist(languages), () => chooseLanguage(navigator.languages)),
  singleLetters: v.optional(v.boolean(), true),
});
export type Choices = Readonly<v.InferOutput<typeof Choices>>;

const storageKey = 'roundtable.preferences';

export class Preferences {
  readonly #shelf: Shelf;
  readonly #changed = new Emitter();
  #choices: Choices;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#choices = this.#read();
  }

  readonly choices = (): Choices => this.#choices;

  readonly subscribe = this.#changed.on;

  change(change: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...change };
    try {
      this.#shelf.setItem(storageKey, JSON.stringify(this.#choices));
    } catch {
      // Storage is refused: the choice holds until the page is closed.
    }
    this.#changed.tell();
  }

  #read(): Choices {
    try {
      const parsed = v.safeParse(Choices, JSON.parse(this.#shelf.getItem(storageKey) ?? '{}'));
      if (parsed.success) return parsed.output;
    } catch {
      // Refused or damaged storage: begin with the defaults.
    }
    return v.parse(Choices, {});
  }
}
