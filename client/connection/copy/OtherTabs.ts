/**
 * The work of other tabs of this person in this browser, open or closed, that the server does not have yet. As long as there is
 * any, nothing here is "saved"; what no live tab looks after is brought to the server by this one (decision 0180).
 */
import type { OfflineCopy } from './OfflineCopy.ts';
import type { Clock } from '#client/connection/Ports.ts';

export interface OtherTabsSetup {
  readonly clock: Clock;
  /** This tab can send. */
  readonly isLive: () => boolean;
  readonly onChange: () => void;
  /** Somebody has to send it, and it is this tab: connect anew, and take it along. */
  readonly onLeft: () => void;
}

/** A tab that is live gets its own to the server in less. */
const graceMs = 2_000;
const answerMs = 1_000;
/** Between two looks where a browser cannot tell its tabs from each other. */
const againMs = 10_000;

export class OtherTabs {
  readonly #setup: OtherTabsSetup;
  readonly #looking = new Set<string>();
  #copy: OfflineCopy | null = null;
  #unsaved: ReadonlyMap<string, number> = new Map();
  #cancel: (() => void) | null = null;
  #stopLooking: (() => void) | null = null;

  constructor(setup: OtherTabsSetup) {
    this.#setup = setup;
  }

  /** Their changes that the server does not have. */
  get unsaved(): number {
    return [...this.#unsaved.values()].reduce((sum, changes) => sum + changes, 0);
  }

  watch(copy: OfflineCopy): void {
    this.#copy = copy;
    copy.onWord((word) => {
      if (word.kind === 'noted') void this.look();
      else if (word.kind === 'ask') copy.say({ kind: 'here', tab: copy.tab, isLive: this.#setup.isLive() });
      else if (word.isLive) this.#looking.add(word.tab);
    });
    if (!copy.hearsTabs) this.#lookAgain();
  }

  /** What others have noted by now; when it stays, it is looked after. */
  async look(): Promise<void> {
    const unsaved = (await this.#copy?.unsavedOfOthers()) ?? new Map<string, number>();
    if (this.#copy === null) return;
    this.#unsaved = unsaved;
    this.#setup.onChange();
    if (unsaved.size > 0) this.#cancel ??= this.#setup.clock.after(graceMs, () => this.#ask());
  }

  /** From now on it is this tab's own. */
  taken(): void {
    this.#unsaved = new Map();
    this.#stopAsking();
  }

  stop(): void {
    this.#copy = null;
    this.#stopAsking();
    this.#stopLooking?.();
  }

  #ask(): void {
    this.#looking.clear();
    this.#copy?.say({ kind: 'ask' });
    this.#cancel = this.#setup.clock.after(answerMs, () => void this.#decide());
  }

  async #decide(): Promise<void> {
    this.#stopAsking();
    // a tab that is not live takes it along when it connects
    if (!this.#setup.isLive()) return;
    await this.look();
    const isLeft = [...this.#unsaved.keys()].some((tab) => !this.#looking.has(tab));
    if (isLeft && this.#setup.isLive()) this.#setup.onLeft();
  }

  #stopAsking(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #lookAgain(): void {
    this.#stopLooking = this.#setup.clock.after(againMs, () => {
      void this.look();
      this.#lookAgain();
    });
  }
}
