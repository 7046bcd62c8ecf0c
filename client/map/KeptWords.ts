/**
 * Words of people who lost the thing they were writing in: kept until they are put away, so that nobody's sentence goes with
 * what somebody else removed, locked or took back. Knows no page; one per open board.
 */
import { Emitter } from '#client/state/Emitter.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';

export type LostWhy = PermitRefusal | 'removed' | 'undone' | 'readOnly' | 'closed' | 'refused' | 'gone';

export interface LostWords {
  /** What they stood in; the same thing again takes their place. */
  readonly key: string;
  /** Empty where nothing was written yet. */
  readonly text: string;
  readonly why: LostWhy;
}

/** What the server took back and what it says about it come as two messages. */
const togetherMs = 2_000;

export class KeptWords {
  readonly #now: () => number;
  readonly #holdKeys: (onEnd: () => void) => () => void;
  readonly #changed = new Emitter();
  #list: readonly (LostWords & { readonly at: number })[] = [];
  #undoneAt = Number.NEGATIVE_INFINITY;
  #letGo: (() => void) | null = null;

  /** `holdKeys` keeps keys from doing anything until a person ends it; returns how to end it. */
  constructor(now: () => number, holdKeys: (onEnd: () => void) => () => void) {
    this.#now = now;
    this.#holdKeys = holdKeys;
  }

  /** Newest last; the same list until it changes. */
  readonly list = (): readonly LostWords[] => this.#list;

  /** True while keys do nothing. */
  readonly isHolding = (): boolean => this.#letGo !== null;

  readonly subscribe = this.#changed.on;

  /** Somebody was typing: what they go on to type must not become commands. */
  lose(lost: LostWords): void {
    this.#letGo ??= this.#holdKeys(() => {
      this.#letGo = null;
      // Where nothing was written there is nothing left to offer.
      this.#list = this.#list.filter(({ text }) => text !== '');
      this.#tell();
    });
    this.keep(lost);
  }

  /** Words that could not be written, of somebody who has left the field. */
  keep(lost: LostWords): void {
    const at = this.#now();
    const why = lost.why === 'removed' && at - this.#undoneAt < togetherMs ? 'undone' : lost.why;
    this.#list = [...this.#list.filter(({ key }) => key !== lost.key), { ...lost, why, at }];
    this.#tell();
  }

  /** The server says that it took something of this person's back: then nobody else removed it. */
  serverUndid(): void {
    this.#undoneAt = this.#now();
    const isNow = ({ why, at }: { why: LostWhy; at: number }) => why === 'removed' && this.#undoneAt - at < togetherMs;
    if (!this.#list.some(isNow)) return;
    this.#list = this.#list.map((one) => (isNow(one) ? { ...one, why: 'undone' } : one));
    this.#tell();
  }

  dismiss(key: string): void {
    this.#list = this.#list.filter((one) => one.key !== key);
    this.#tell();
  }

  close(): void {
    this.#letGo?.();
    this.#letGo = null;
  }

  #tell(): void {
    this.#changed.tell();
  }
}
