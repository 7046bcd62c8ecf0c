/**
 * The running workshop as the server last told it, and the server's clock. Knows no React; what a screen shows follows from
 * the view and from `now()`, so that every screen shows the same time whatever its own clock says.
 */
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import type { Reaction, WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import type { Clock } from '#client/connection/Ports.ts';
import { Emitter } from '#client/state/Emitter.ts';

export interface WorkshopView {
  readonly state: WorkshopState;
  /** public side of the sealed activities, newest last */
  readonly activities: readonly SealedActivity[];
}

export interface ReactionSeen {
  readonly person: string | null;
  readonly reaction: Reaction;
}

/** Was asked for, and stands in the view until the server's state has it. */
interface Foreseen {
  readonly command: WorkshopCommand;
  /** of the state that has it; null while the server has not answered */
  version: number | null;
}

/** A message can only be late, never early: the largest difference is the truest, until the own clock is set anew. */
const clockWasSetMs = 2_000;

export class Workshop {
  readonly #clock: Clock;
  readonly #changed = new Emitter();
  readonly #heard = new Emitter<[message: ServerMessage]>();
  readonly #reacted = new Emitter<[seen: ReactionSeen]>();
  readonly #foreseen = new Set<Foreseen>();
  #told: WorkshopState = emptyWorkshop;
  #view: WorkshopView = { state: emptyWorkshop, activities: [] };
  #aheadMs = 0;
  #hasClock = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly view = (): WorkshopView => this.#view;

  readonly subscribe = this.#changed.on;

  readonly onReaction = this.#reacted.on;

  /** Whatever the server says, for what stands beside the workshop. */
  readonly onMessage = this.#heard.on;

  /** The server's time in milliseconds since 1970; this device's until the server was heard. */
  readonly now = (): number => this.#clock.now() + this.#aheadMs;

  receive(message: ServerMessage): void {
    if ('now' in message) this.#hear(message.now);
    this.#heard.tell(message);
    if (message.type === 'session') this.#hold(message.session);
    else if (message.type === 'rounds') this.#show({ ...this.#view, activities: message.rounds });
    else if (message.type === 'reaction') this.#reacted.tell({ person: message.person, reaction: message.reaction });
  }

  /**
   * What I asked the server to show is shown here at once, so that the next press goes on from there, however slow the line
   * is. Call what is returned with the version that the server answered, or with null when it refused.
   */
  foresee(command: WorkshopCommand): (version: number | null) => void {
    // nothing of all else is seen before the server has it
    if (withShown(this.#told, command) === this.#told) return () => {};
    const foreseen: Foreseen = { command, version: null };
    this.#foreseen.add(foreseen);
    this.#show({ ...this.#view, state: this.#ahead() });
    return (version) => {
      foreseen.version = version;
      if (version === null) this.#foreseen.delete(foreseen);
      this.#hold(this.#told);
    };
  }

  #hold(told: WorkshopState): void {
    this.#told = told;
    for (const foreseen of this.#foreseen)
      if (foreseen.version !== null && foreseen.version <= told.version) this.#foreseen.delete(foreseen);
    this.#show({ ...this.#view, state: this.#ahead() });
  }

  #ahead(): WorkshopState {
    return [...this.#foreseen].reduce((state, { command }) => withShown(state, command), this.#told);
  }

  #hear(serverNow: number): void {
    const aheadMs = serverNow - this.#clock.now();
    if (!this.#hasClock || aheadMs > this.#aheadMs || this.#aheadMs - aheadMs > clockWasSetMs) this.#aheadMs = aheadMs;
    this.#hasClock = true;
  }

  #show(view: WorkshopView): void {
    this.#view = view;
    this.#changed.tell();
  }
}

/** Only what is shown is foreseen: all else is the server's to decide. */
function withShown(state: WorkshopState, command: WorkshopCommand): WorkshopState {
  const { showing } = state;
  if (command.do === 'showInRoom') return { ...state, showing: { ...showing, room: command.view } };
  // another sheet opens when the server says so
  if (command.do !== 'showBig' || showing.big?.sheet.kind !== command.sheet.kind) return state;
  return { ...state, showing: { ...showing, big: { ...showing.big, sheet: command.sheet } } };
}
